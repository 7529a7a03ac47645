import fc from 'fast-check';
import { SessionRow } from '../../../core/logout/sessionRow';
import { SORT_KEYS, SortKey, sortRows } from '../../../core/find/sortRows';

const text = fc.option(fc.constantFrom('a', 'B', 'b', 'ä', '10', '9'), { nil: undefined });
const row: fc.Arbitrary<SessionRow> = fc.record({
  sessionId: fc.uuid(),
  userId: fc.constant('u'),
  username: text,
  name: text,
  device: fc.option(fc.record({ name: text, os: text, osVersion: text }), { nil: undefined }),
  loginAt: fc.nat(3),
  asSent: fc.constant({}),
});
/** Where the workspace's own list has these values. */
const valueAt = (key: SortKey, { loginAt, device, name, username }: SessionRow): string | number | undefined => {
  const sent = {
    loginAt,
    device: { name: device?.name, os: { name: device?.os, version: device?.osVersion } },
    _user: { name, username },
  };
  return key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], sent) as string;
};
/** Nothing before something, then by value. */
const least = (key: SortKey, one: SessionRow, other: SessionRow): number => {
  const [a, b] = [valueAt(key, one), valueAt(key, other)];
  if (a === undefined || b === undefined) {
    return Number(a !== undefined) - Number(b !== undefined);
  }
  return a < b ? -1 : Number(a > b);
};

test('against a naive oracle: any order of keys and directions', () => {
  const order = fc.uniqueArray(fc.tuple(fc.constantFrom(...SORT_KEYS), fc.constantFrom(1 as const, -1 as const)), {
    selector: ([key]) => key,
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.array(row), order, (rows, keys) => {
      const sorted = sortRows(rows, keys);
      expect([...sorted].sort(byId)).toEqual([...rows].sort(byId));
      sorted.slice(1).forEach((next, index) => {
        const before = sorted[index];
        const [differing] = keys.filter(([key]) => least(key, before, next) !== 0);
        if (differing === undefined) {
          expect(rows.indexOf(before)).toBeLessThan(rows.indexOf(next));
        } else {
          expect(least(differing[0], before, next) * differing[1]).toBe(-1);
        }
      });
    }),
  );
});

test('capitals come first, and a row without a name before all', () => {
  const named = (name?: string): SessionRow => ({ sessionId: 's', userId: 'u', loginAt: 0, name, asSent: {} });
  const rows = ['b', undefined, 'B', 'a'].map(named);
  expect(sortRows(rows, [['_user.name', 1]]).map(({ name }) => name)).toEqual([undefined, 'B', 'a', 'b']);
  expect(sortRows(rows, [['_user.name', -1]]).map(({ name }) => name)).toEqual(['b', 'a', 'B', undefined]);
});

function byId(one: SessionRow, other: SessionRow): number {
  return one.sessionId < other.sessionId ? -1 : 1;
}
