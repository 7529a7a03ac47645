import * as fc from 'fast-check';
import { addressRange } from '../../../core/find/addressRange';
import { matchesQuery } from '../../../core/find/matchesQuery';
import { SessionQuery } from '../../../core/find/sessionQuery';
import { SessionRow } from '../../../core/logout/sessionRow';

const row: SessionRow = {
  sessionId: 'RkpypinZrH9vfdHvk',
  userId: 'u1',
  username: 'alice',
  name: 'Alice Jones',
  device: { type: 'mobile-app', name: 'RC Mobile', version: '4.44', os: 'iOS', osVersion: '17.1' },
  ip: '203.0.113.24',
  loginAt: 1000,
  asSent: {},
};
/** All that may be missing, is. */
const bare: SessionRow = { sessionId: 'abc', userId: 'u2', loginAt: 1000, asSent: {} };
const ip = (text: string) => addressRange(text) ?? fail();
const fail = (): never => {
  throw new Error('no range');
};

const fitting: Array<Partial<SessionQuery>> = [
  {},
  { userId: 'u1' },
  { words: ['ALI'] },
  { words: ['jones', 'rc mobile 4', 'ios 17', 'MOBILE-app', '0.113', 'zrh9'] },
  { ip: ip('203.0.113.0/24') },
  { os: 'IOS 17' },
  { client: 'mobile-app' },
  { client: 'rc mobile 4.44' },
  { loginAfter: 1000 },
  { loginBefore: 1001 },
  { userId: 'u1', words: ['alice'], ip: ip('203.0.113.24'), os: 'i', client: 'm', loginAfter: 0, loginBefore: 2000 },
];
test.each(fitting)('%j fits', (query) => {
  expect(matchesQuery(row, { words: [], ...query })).toBe(true);
});

const other: Array<Partial<SessionQuery>> = [
  { userId: 'U1' },
  { userId: 'u' },
  { words: ['bob'] },
  { words: ['alice', 'bob'] },
  // What is shown of a person, not their ID; and no text goes over from one field to the next.
  { words: ['u1'] },
  { words: ['alicealice'] },
  { words: ['17.1 rc'] },
  { ip: ip('203.0.114.0/24') },
  { os: 'mobile' },
  { client: 'ios' },
  { loginAfter: 1001 },
  { loginBefore: 1000 },
];
test.each(other)('%j does not', (query) => {
  expect(matchesQuery(row, { words: [], ...query })).toBe(false);
});

test('what is not known fits nothing but its absence', () => {
  expect(matchesQuery(bare, { words: [] })).toBe(true);
  for (const query of [{ ip: ip('::/0') }, { os: 'a' }, { client: 'a' }, { words: ['undefined'] }]) {
    expect(matchesQuery(bare, { words: [], ...query })).toBe(false);
  }
});

test('whatever is given has to fit, as a naive look at the row has it', () => {
  const text = fc.stringOf(fc.constantFrom(...'aAbB1. '), { maxLength: 4 });
  const some = fc.option(text, { nil: undefined });
  const time = fc.integer({ min: 0, max: 3 });
  const rows = fc.record({
    sessionId: text,
    userId: fc.constantFrom('u1', 'u2'),
    username: some,
    name: some,
    device: fc.option(fc.record({ type: some, name: some, version: some, os: some, osVersion: some }), {
      nil: undefined,
    }),
    ip: fc.constantFrom('10.0.0.1', '10.0.1.1', '::1', undefined),
    loginAt: time,
    asSent: fc.constant({}),
  });
  const queries = fc.record({
    userId: fc.constantFrom('u1', undefined),
    words: fc.array(text, { maxLength: 2 }),
    ip: fc.constantFrom(ip('10.0.0.0/24'), ip('::1'), undefined),
    os: some,
    client: some,
    loginAfter: fc.option(time, { nil: undefined }),
    loginBefore: fc.option(time, { nil: undefined }),
  });
  const naive = (each: SessionRow, query: SessionQuery): boolean => {
    const { device = {} } = each;
    const os = [device.os, device.osVersion].filter((part) => part !== undefined).join(' ');
    const client = [device.name, device.version].filter((part) => part !== undefined).join(' ');
    const has = (texts: Array<string | undefined>, part: string): boolean =>
      texts.some((whole) => whole !== undefined && whole.toUpperCase().indexOf(part.toUpperCase()) >= 0);
    const ipFits: Record<string, string[]> = { '10.0.0.0/24': ['10.0.0.1'], '::1': ['::1'] };
    const checks = [
      query.userId ? each.userId === query.userId : true,
      query.ip ? ipFits[query.ip.text].includes(each.ip ?? '') : true,
      query.os === undefined || has([os], query.os),
      query.client === undefined || has([client, device.type], query.client),
      query.loginAfter === undefined || !(each.loginAt < query.loginAfter),
      query.loginBefore === undefined || !(each.loginAt >= query.loginBefore),
      ...query.words.map((word) =>
        has([each.username, each.name, each.sessionId, each.ip, os, client, device.type], word),
      ),
    ];
    return !checks.includes(false);
  };
  fc.assert(
    fc.property(rows, queries, (each, query) => {
      expect(matchesQuery(each, query)).toBe(naive(each, query));
    }),
    { numRuns: 2000 },
  );
});
