import fc from 'fast-check';
import { parseListParameters } from '../../../core/find/listParameters';
import { InvalidInputError } from '../../../core/shared/errors';
import { hostile } from '../../fakes/hostile';

const NEWEST_FIRST = [['loginAt', -1]];
/** The field and the problem of what is refused. */
function refusedFor(query: unknown): string {
  try {
    parseListParameters(query);
  } catch (error) {
    return error instanceof InvalidInputError ? `${error.field}:${error.problem}` : String(error);
  }
  return 'accepted';
}

test.each([[{}], [undefined], [{ filter: '', sort: '' }]])('without parameters, as on the workspace: %j', (query) => {
  expect(parseListParameters(query)).toEqual({
    offset: 0,
    count: 50,
    filter: undefined,
    sort: NEWEST_FIRST,
    user: undefined,
    criteria: { words: [], ip: undefined, os: undefined, client: undefined, before: undefined, after: undefined },
  });
});

test.each([
  ['count', '100', 100],
  ['count', '101', 100],
  ['count', '1000', 100],
  ['count', '2.7', 2],
  ['count', '0', 0],
  ['offset', '120', 120],
  ['offset', '1.5', 1],
  ['offset', '-1', 0],
] as const)('%s=%s counts as %i', (name, text, expected) => {
  expect(parseListParameters({ [name]: text })[name]).toBe(expected);
});

test('an order is read key by key', () => {
  expect(parseListParameters({ sort: '{"device.os.name":-1,"_user.name":1}' }).sort).toEqual([
    ['device.os.name', -1],
    ['_user.name', 1],
  ]);
});

test('the others are passed on as they are', () => {
  const [ip, os, client] = ['203.0.113.0/24', 'windows', 'mobile'];
  const query = { ip, os, client, loginBefore: 'a', loginAfter: 'b', user: '@Alice', filter: 'Chrome' };
  expect(parseListParameters(query)).toMatchObject({
    user: '@Alice',
    filter: 'Chrome',
    criteria: { words: [], ip, os, client, before: 'a', after: 'b' },
  });
});

test.each([
  ['count', ''],
  ['count', 'ten'],
  ['count', '-1'],
  ['count', '1e3'],
  ['count', ' 1'],
  ['count', '9'.repeat(10)],
  ['offset', ''],
  ['offset', 'NaN'],
  ['user', ''],
  ['user', ' '],
  ['sort', 'loginAt'],
  ['sort', '{}'],
  ['sort', '[]'],
  ['sort', '[1]'],
  ['sort', 'null'],
  ['sort', '1'],
  ['sort', '{"loginAt":0}'],
  ['sort', '{"loginAt":"1"}'],
  ['sort', '{"ip":1}'],
  ['sort', '{"loginAt":-1,"sessionId":1}'],
  ['sort', '{"__proto__":1}'],
  ['sort', '{"toString":1}'],
])('%s=%s is refused', (name, text) => {
  expect(refusedFor({ [name]: text })).toBe(`${name}:not-allowed`);
});

const names = ['count', 'offset', 'filter', 'sort', 'user', 'ip', 'os', 'client', 'loginBefore', 'loginAfter'];
describe.each(names)('%s', (name) => {
  test.each([[['1', '2']], [{ $ne: '' }], [null], [1], [true]])('as %j is refused', (value) => {
    expect(refusedFor({ [name]: value })).toBe(`${name}:repeated`);
  });

  test('has at most 200 characters, none of them hidden', () => {
    expect(refusedFor({ [name]: 'a'.repeat(201) })).toBe(`${name}:too-long`);
    expect(refusedFor({ [name]: 'a\u202eb' })).toBe(`${name}:hidden-characters`);
    expect(refusedFor({ [name]: '\ud800' })).toBe(`${name}:hidden-characters`);
  });
});

test.each(['fields', 'query', 'Count', 'x-2fa-code', 'constructor', ''])('a parameter "%s" does not exist', (name) => {
  expect(refusedFor({ [name]: '1', count: 'ten' })).toBe('query:unknown-field');
});

test.each(hostile)('hostile text is refused at once: %s', (_beginning, text) => {
  for (const name of names) {
    expect(refusedFor({ [name]: text })).toMatch(new RegExp(`^${name}:`));
  }
});

test('whatever is sent, it is accepted whole or refused by name', () => {
  const query = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(query, (given) => {
      const refused = refusedFor(given);
      if (refused === 'accepted') {
        const { count, offset } = parseListParameters(given);
        expect(Number.isInteger(count) && count >= 0 && count <= 100 && offset >= 0).toBe(true);
      } else {
        expect(names).toContain(refused.split(':')[0]);
      }
    }),
  );
});
