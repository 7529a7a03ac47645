import fc from 'fast-check';
import { parseExportParameters, parsePageParameters } from '../../../core/oversight/recordParameters';
import { InvalidInputError } from '../../../core/shared/errors';

const DAY_MS = 86_400_000;
const at = (time: string): number => Date.parse(time);
/** The field and the problem of what is refused. */
function refusal(parse: (query: unknown) => unknown, query: unknown): string {
  try {
    parse(query);
  } catch (error) {
    return error instanceof InvalidInputError ? `${error.field}:${error.problem}` : String(error);
  }
  return 'accepted';
}

test.each([[{}], [undefined], [{ cursor: '' }]])('without parameters, the newest 50 of all: %j', (query) => {
  expect(parsePageParameters(query)).toEqual({
    query: { from: undefined, to: undefined, caller: undefined, user: undefined, result: undefined },
    limit: 50,
    cursor: undefined,
  });
});

test('everything at once', () => {
  const query = { from: '2026-11-01', to: '2026-11-30', caller: '@olivia', user: ' alice ', result: 'failed' };
  expect(parsePageParameters({ ...query, limit: '200', cursor: 'n.1.a' })).toEqual({
    query: {
      from: at('2026-11-01T00:00:00Z'),
      to: at('2026-12-01T00:00:00Z'),
      caller: 'olivia',
      user: 'alice',
      result: 'failed',
    },
    limit: 200,
    cursor: 'n.1.a',
  });
});

test.each([
  ['2028-02-29', at('2028-02-29T00:00:00Z'), at('2028-03-01T00:00:00Z')],
  ['2026-12-31', at('2026-12-31T00:00:00Z'), at('2027-01-01T00:00:00Z')],
  ['2026-11-24T12:30', at('2026-11-24T12:30:00Z'), at('2026-11-24T12:30:00Z')],
  ['2026-11-24T12:30:15.250Z', at('2026-11-24T12:30:15.250Z'), at('2026-11-24T12:30:15.250Z')],
  ['2026-11-24T12:30+02:00', at('2026-11-24T10:30:00Z'), at('2026-11-24T10:30:00Z')],
])('%s: of a day the beginning or the end is meant, of a time that moment', (text, from, to) => {
  expect(parsePageParameters({ from: text }).query.from).toBe(from);
  expect(parsePageParameters({ to: text }).query.to).toBe(to);
});

test('a range can be one day', () => {
  const { from = 0, to = 0 } = parseExportParameters({ from: '2026-11-24', to: '2026-11-24' }).query;
  expect(to - from).toBe(DAY_MS);
});

test.each([
  ['done', 'done'],
  ['unknown', 'unknown'],
  ['totp-invalid', 'totp-invalid'],
  ['error-locked-out', 'error-locked-out'],
  ['invalid-params', 'invalid-params'],
])('a result: %s', (result, expected) => {
  expect(parsePageParameters({ result }).query.result).toBe(expected);
});

test.each([
  [{ from: '2027-02-29' }, 'from:not-allowed'],
  [{ from: 'today' }, 'from:not-allowed'],
  [{ from: '7d' }, 'from:not-allowed'],
  [{ from: '' }, 'from:not-allowed'],
  [{ from: '1969-12-31' }, 'from:not-allowed'],
  [{ to: '9999-12-31T23:59-12:00' }, 'to:not-allowed'],
  [{ to: '2026-13-01' }, 'to:not-allowed'],
  [{ from: ['2026-11-01', '2026-11-02'] }, 'from:repeated'],
  [{ from: '2026-11-02', to: '2026-11-01' }, 'to:not-allowed'],
  [{ from: '2026-11-02T10:00', to: '2026-11-02T10:00' }, 'to:not-allowed'],
  [{ caller: '' }, 'caller:not-allowed'],
  [{ caller: '@' }, 'caller:not-allowed'],
  [{ user: ' ' }, 'user:not-allowed'],
  [{ user: 'x'.repeat(201) }, 'user:too-long'],
  [{ user: 'a\u202eb' }, 'user:hidden-characters'],
  [{ result: 'faild' }, 'result:not-allowed'],
  [{ result: '' }, 'result:not-allowed'],
  [{ limit: '0' }, 'limit:not-allowed'],
  [{ limit: '201' }, 'limit:not-allowed'],
  [{ limit: '-1' }, 'limit:not-allowed'],
  [{ limit: '1.5' }, 'limit:not-allowed'],
  [{ limit: '' }, 'limit:not-allowed'],
  [{ limit: ['1', '2'] }, 'limit:repeated'],
  [{ cursor: 'x'.repeat(201) }, 'cursor:too-long'],
  [{ offset: '1' }, 'query:unknown-field'],
  [{ format: 'csv' }, 'query:unknown-field'],
])('a page: %j is refused', (query, expected) => {
  expect(refusal(parsePageParameters, query)).toBe(expected);
});

test.each([
  [{}, 'ndjson'],
  [{ format: 'ndjson' }, 'ndjson'],
  [{ format: 'csv' }, 'csv'],
])('an export: %j is %s', (query, format) => {
  expect(parseExportParameters(query).format).toBe(format);
});

test.each([
  [{ format: 'xml' }, 'format:not-allowed'],
  [{ format: '' }, 'format:not-allowed'],
  [{ format: ['csv', 'csv'] }, 'format:repeated'],
  [{ user: 'alice' }, 'query:unknown-field'],
  [{ limit: '5' }, 'query:unknown-field'],
])('an export: %j is refused', (query, expected) => {
  expect(refusal(parseExportParameters, query)).toBe(expected);
});

test('any value is read or refused by name, and a day that is read can be filed', () => {
  const name = fc.constantFrom('from', 'to', 'caller', 'user', 'result', 'limit', 'cursor', 'format', 'other');
  const text = fc.oneof(
    fc.fullUnicodeString(),
    fc.stringMatching(/^\d{4}-\d\d-\d\d(T\d\d:\d\d([+-]\d\d:\d\d)?)?$/),
    fc.constant(['a', 'b']),
    fc.constant({}),
  );
  fc.assert(
    fc.property(fc.dictionary(name, text), (query) => {
      for (const parse of [parsePageParameters, parseExportParameters]) {
        try {
          const { from = 0, to = 1 } = parse(query).query;
          expect(new Date(from).toISOString()).toMatch(/^\d{4}-/);
          expect(new Date(to).toISOString()).toMatch(/^\d{4}-/);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInputError);
        }
      }
    }),
  );
});
