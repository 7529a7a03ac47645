import { Criteria, parseCriteria } from '../../../core/find/criteria';
import { addressRange } from '../../../core/find/addressRange';
import { MAX_SEARCH_LENGTH } from '../../../core/shared/limits';

const time = { now: Date.parse('2026-11-24T10:00:00Z'), utcOffset: 2 };
const parse = (criteria: Partial<Criteria>) => parseCriteria({ words: [], ...criteria }, time);

test('nothing is asked for where nothing is given', () => {
  expect(parse({})).toEqual({ words: [] });
});

test('everything that is given counts, but for the person', () => {
  expect(
    parse({
      person: 'alice',
      words: ['chrome', ' berlin '],
      ip: ' 203.0.113.0/24 ',
      os: ' mac os ',
      client: 'mobile',
      after: 'yesterday',
      before: '2026-11-24T12:00',
    }),
  ).toEqual({
    words: ['chrome', 'berlin'],
    ip: addressRange('203.0.113.0/24'),
    os: 'mac os',
    client: 'mobile',
    loginAfter: Date.parse('2026-11-22T22:00:00Z'),
    loginBefore: Date.parse('2026-11-24T10:00:00Z'),
  });
});

const long = 'x'.repeat(MAX_SEARCH_LENGTH + 1);
const refused: Array<[field: string, criteria: Partial<Criteria>]> = [
  ['ip', { ip: '' }],
  ['ip', { ip: '203.0.113' }],
  ['os', { os: ' ' }],
  ['os', { os: long }],
  ['os', { os: 'a\u202eb' }],
  ['client', { client: '' }],
  ['client', { client: long }],
  ['client', { client: 'a\u0000' }],
  ['loginAfter', { after: 'soon' }],
  ['loginAfter', { after: '' }],
  ['loginBefore', { before: '2026-02-30' }],
  ['filter', { words: [long] }],
  ['filter', { words: ['x'.repeat(MAX_SEARCH_LENGTH), 'y'] }],
  ['filter', { words: ['a\u200bb'] }],
  ['filter', { words: [''] }],
];
test.each(refused)('%s is refused: %j', (field, criteria) => {
  let thrown: unknown;
  try {
    parse(criteria);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ code: 'invalid-params', field, problem: 'not-allowed' });
});

test('the longest that may be', () => {
  const longest = 'x'.repeat(MAX_SEARCH_LENGTH);
  expect(parse({ os: longest, client: longest, words: [longest] })).toEqual({
    os: longest,
    client: longest,
    words: [longest],
  });
});
