import * as fc from 'fast-check';
import { CommandLine, parseCommandLine, SUBCOMMANDS } from '../../../core/chat/commandLine';
import { hostile, HOSTILE_LENGTH } from '../../fakes/hostile';

const ID = 'RkpypinZrH9vfdHvk';
const read = (text: string): CommandLine => parseCommandLine(text.split(/ +/));

describe('what a person types', () => {
  const cases: Array<[string, CommandLine]> = [
    ['', { kind: 'help' }],
    ['   ', { kind: 'help' }],
    ['help', { kind: 'help' }],
    ['STATUS', { kind: 'status' }],
    ['connect now', { kind: 'connect' }],
    ['disconnect', { kind: 'disconnect' }],
    [ID, { kind: 'logout', sessionId: ID, reason: undefined }],
    [`${ID} stolen  laptop`, { kind: 'logout', sessionId: ID, reason: 'stolen laptop' }],
    [`${ID} stolen - on the train`, { kind: 'logout', sessionId: ID, reason: 'stolen - on the train' }],
    [`${ID} stolen – on the train`, { kind: 'logout', sessionId: ID, reason: 'stolen – on the train' }],
    [`${ID} ticket 4711`, { kind: 'logout', sessionId: ID, reason: 'ticket 4711' }],
    [`${ID} 4711 is the ticket`, { kind: 'logout', sessionId: ID, reason: '4711 is the ticket' }],
    [`${ID} --reason 4711`, { kind: 'logout', sessionId: ID, reason: '4711' }],
    [`${ID} --code 123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined }],
    [`${ID} --code=123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined }],
    [`${ID} --CODE 123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined }],
    [`${ID} —code 123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined }],
    [`${ID} –code 731946`, { kind: 'logout', sessionId: ID, code: '731946', reason: undefined }],
    [`${ID} stolen laptop --code 731946`, { kind: 'logout', sessionId: ID, code: '731946', reason: 'stolen laptop' }],
    [
      `${ID} --code 731946 --reason "stolen laptop"`,
      { kind: 'logout', sessionId: ID, code: '731946', reason: 'stolen laptop' },
    ],
    [
      `${ID} --method totp --reason "stolen laptop" --code "123 456"`,
      { kind: 'logout', sessionId: ID, method: 'totp', reason: 'stolen laptop', code: '123 456' },
    ],
    [`${ID} --reason “stolen laptop”`, { kind: 'logout', sessionId: ID, reason: 'stolen laptop' }],
    [`${ID} "never closed`, { kind: 'logout', sessionId: ID, reason: 'never closed' }],
    [`${ID} --code`, { kind: 'missing-value', option: 'code' }],
    [`${ID} --code=`, { kind: 'missing-value', option: 'code' }],
    [`${ID} --force yes`, { kind: 'misplaced', what: 'option' }],
    ['conect', { kind: 'unknown-word', word: 'conect', nearest: 'connect' }],
    ['stats', { kind: 'unknown-word', word: 'stats', nearest: 'status' }],
    ['log', { kind: 'unknown-word', word: 'log', nearest: 'help' }],
    ['@alice', { kind: 'unknown-word', word: undefined, nearest: 'help' }],
    ['hunter2!', { kind: 'unknown-word', word: undefined, nearest: 'help' }],
    ['--code 123456', { kind: 'misplaced', what: 'option' }],
    ['../etc', { kind: 'unknown-word', word: undefined, nearest: 'help' }],
  ];
  test.each(cases)('%j', (text, expected) => {
    const line = read(text);
    if (expected.kind === 'unknown-word') {
      expect(SUBCOMMANDS).toContain((line as typeof expected).nearest);
      expect(line).toEqual({ ...expected, nearest: expect.any(String) });
    } else {
      expect(line).toEqual(expected);
    }
  });

  test('what a server took out of its quotes is one word', () => {
    expect(parseCommandLine([ID, '--reason', 'stolen laptop', '--code', '123 456'])).toEqual({
      kind: 'logout',
      sessionId: ID,
      reason: 'stolen laptop',
      code: '123 456',
    });
    expect(parseCommandLine([ID, '--code', ''])).toEqual({ kind: 'missing-value', option: 'code' });
  });

  test('a mistyped subcommand gets the right one suggested', () => {
    expect(parseCommandLine(['discconect'])).toMatchObject({ nearest: 'disconnect' });
    expect(parseCommandLine(['conect'])).toMatchObject({ nearest: 'connect' });
    expect(parseCommandLine(['stauts'])).toMatchObject({ nearest: 'status' });
    expect(parseCommandLine(['hepl'])).toMatchObject({ nearest: 'help' });
    expect(parseCommandLine(['disconnected'])).toMatchObject({ nearest: 'disconnect' });
  });
});

describe('invariant 6: a code or password in the wrong place is neither recorded nor repeated', () => {
  const lines: Array<[string, Extract<CommandLine, { kind: 'misplaced' }>['what']]> = [
    [`${ID} --code correct horse battery staple`, 'after-code'],
    [`${ID} --code=correct horse battery staple`, 'after-code'],
    [`${ID} stolen laptop --code correct horse`, 'after-code'],
    [`${ID} --code 731 946`, 'after-code'],
    [`${ID} --code 731946 - staple`, 'after-code'],
    [`${ID} -code 731946`, 'option'],
    [`${ID} -c 731946`, 'option'],
    [`${ID} -c731946`, 'option'],
    [`${ID} ---code 731946`, 'option'],
    [`${ID} --kode 731946`, 'option'],
    [`${ID} --password correct`, 'option'],
    [`${ID} --code:731946`, 'option'],
    [`${ID} –code:731946`, 'option'],
    [`${ID} code:731946`, 'option'],
    [`${ID} Code=731946`, 'option'],
    [`${ID} password:correct`, 'option'],
    [`--code=731946 ${ID}`, 'option'],
    [`--code 731946 ${ID}`, 'option'],
    [`-code 731946 ${ID}`, 'option'],
    [`code:731946 ${ID}`, 'option'],
    [`${ID} 731946`, 'digits'],
    [`${ID} 731 946`, 'digits'],
    [`${ID} 731-946`, 'digits'],
    [`${ID} "731 946"`, 'digits'],
    [`${ID} -- 731946`, 'digits'],
    [`${ID} 731946 --method totp`, 'digits'],
    ['731946', 'digits'],
    ['731-946', 'digits'],
    ['“731 946”', 'digits'],
    [`731946 ${ID}`, 'digits'],
  ];
  test.each(lines)('%j', (text, what) => {
    const line = read(text);
    expect(line).toEqual({ kind: 'misplaced', what });
    expect(JSON.stringify(line)).not.toMatch(/731|946|correct|horse|battery|staple/);
  });

  test('what is said again of an unknown first word can hardly be a password', () => {
    for (const word of ['correct.horse', 'hunter2!', 'pässwort', '"correct horse"', '“correct horse”']) {
      expect(JSON.stringify(parseCommandLine([word]))).not.toContain(word.replace(/["“”]/g, ''));
    }
  });

  test('whatever is typed after a code is in no field', () => {
    const word = fc.stringOf(fc.constantFrom(...'abcXYZ019-=:–'), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const line = parseCommandLine([ID, '--code', '731946', ...words]);
        const reason = line.kind === 'logout' ? line.reason : undefined;
        // Only what follows an option that says so is the reason.
        expect(reason === undefined || words.some((each) => /^(--|[–—])reason/i.test(each))).toBe(true);
      }),
    );
  });
});

test('any text gives a defined outcome, never an exception', () => {
  const kinds: Array<CommandLine['kind']> = [...SUBCOMMANDS, 'logout', 'unknown-word', 'misplaced', 'missing-value'];
  const word = fc.oneof(
    fc.fullUnicodeString(),
    fc.constantFrom(ID, '--code', '--reason', '—method', '"', '“', '=', 'help', '--', '––=x', 'code:', '731946'),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const line = parseCommandLine(words);
      expect(kinds).toContain(line.kind);
      if (line.kind === 'logout') {
        expect(line.sessionId).toMatch(/^[A-Za-z0-9_-]+$/);
      }
    }),
  );
});

describe('megabytes of anything are read in no time', () => {
  test.each(hostile)('%s', (_name, text) => {
    expect(['help', 'logout', 'unknown-word', 'misplaced']).toContain(parseCommandLine([text]).kind);
    expect(['logout', 'misplaced']).toContain(parseCommandLine([ID, text]).kind);
    expect(['logout', 'misplaced', 'missing-value']).toContain(parseCommandLine([ID, '--code', text]).kind);
    expect(['logout', 'misplaced', 'missing-value']).toContain(parseCommandLine([ID, `--reason=${text}`]).kind);
    expect(['help', 'logout', 'unknown-word', 'misplaced']).toContain(parseCommandLine(text.split(' ')).kind);
  });

  test('as many words', () => {
    const words = Array<string>(HOSTILE_LENGTH / 5).fill('word');
    expect(parseCommandLine([ID, ...words])).toMatchObject({ kind: 'logout', reason: words.join(' ') });
  });
});
