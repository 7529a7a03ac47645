import { hasEndingOption, readOptions, reasonOf, secretIn } from '../../../core/chat/lineOptions';

const line = (text: string) => readOptions(text.split(' ').filter(Boolean));

test('the words before the options, and the options', () => {
  expect(line('stolen laptop --code 731946 --method=totp --yes')).toEqual({
    kind: 'read',
    words: ['stolen', 'laptop'],
    values: { code: '731946', method: 'totp' },
    confirmed: true,
  });
  expect(line('')).toEqual({ kind: 'read', words: [], values: {}, confirmed: false });
});

test.each([
  ['lost --reason', { kind: 'missing-value', option: 'reason' }],
  ['--code 1 2', { kind: 'misplaced', what: 'after-option' }],
  ['--code 1 --CODE 2', { kind: 'misplaced', what: 'option-twice' }],
  ['lost -c 1', { kind: 'misplaced', what: 'option' }],
  ['lost --code -c', { kind: 'misplaced', what: 'option' }],
])('%j is unusable', (text, expected) => {
  expect(line(text)).toEqual(expected);
});

test.each(['--code 1', 'x --CODE=1', '—method totp', '–yes', 'lost --yes'])('%j is for ending', (text) => {
  expect(hasEndingOption(text.split(' '))).toBe(true);
});
test.each(['', '--reason lost', 'code 1', '--codes 1', '--yesterday'])('%j is not', (text) => {
  expect(hasEndingOption(text.split(' '))).toBe(false);
});

test('a reason is one or the other, or none', () => {
  expect(reasonOf([], {})).toEqual({ kind: 'reason', reason: undefined });
  expect(reasonOf(['stolen', 'laptop'], {})).toEqual({ kind: 'reason', reason: 'stolen laptop' });
  expect(reasonOf([], { reason: '731946' })).toEqual({ kind: 'reason', reason: '731946' });
  expect(reasonOf(['stolen'], { reason: 'lost' })).toEqual({ kind: 'misplaced', what: 'after-option' });
  expect(reasonOf(['731', '946'], { reason: 'lost' })).toEqual({ kind: 'misplaced', what: 'digits' });
  expect(reasonOf(['pw', 'x'], {})).toEqual({ kind: 'misplaced', what: 'option' });
});

test.each([
  ['stolen laptop', undefined],
  ['731946', { kind: 'misplaced', what: 'digits' }],
  ['my password is correct', { kind: 'misplaced', what: 'secret-word' }],
])('%j: %j', (text, expected) => {
  expect(secretIn(text)).toEqual(expected);
});
