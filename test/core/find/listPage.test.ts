import fc from 'fast-check';
import { listPage } from '../../../core/find/listPage';
import { Login, logins, listRequest, listWorld } from '../../fakes/list';
import { directoryOf } from '../../fakes/directory';
import { failureOf, NOW } from '../../fakes/ports';

const alice = { id: 'alice-id', username: 'alice', isEnabled: true };
const everybody = [...logins(150), ...logins(150, 'bob-id', 'b')];

function listed(parameters: unknown, there: Login[] = everybody, change: object = {}) {
  const world = listWorld(there);
  const ports = { ...world.ports, directory: directoryOf(new Map([[alice.id, alice]])) };
  return { ...world, listing: listPage({ ...listRequest, parameters, ...change }, ports) };
}
const idsOf = ({ rows }: { rows: ReadonlyArray<{ sessionId: string }> }) => rows.map(({ sessionId }) => sessionId);

test('without parameters: the newest 50 of all', async () => {
  const page = await listed({}).listing;
  expect(page).toMatchObject({ count: 50, offset: 0, total: 300, complete: true, stoppedBy: undefined });
  expect(idsOf(page).slice(0, 4)).toEqual(['b0', 's0', 'b1', 's1']);
  expect(page.rows).toHaveLength(50);
});

test('sorted over all pages, not within one', async () => {
  const page = await listed({ sort: '{"_user.username":1,"loginAt":1}', count: '2' }).listing;
  expect(idsOf(page)).toEqual(['s149', 's148']);
});

test('the parts make up the whole, each session once', async () => {
  const query = fc.record({
    sort: fc.constantFrom('{"_user.name":1}', '{"loginAt":1}', ''),
    count: fc.integer({ min: 40, max: 100 }),
  });
  await fc.assert(
    fc.asyncProperty(query, async ({ sort, count }) => {
      const ids: string[] = [];
      for (let offset = 0; offset < 300; offset += count) {
        ids.push(...idsOf(await listed({ sort, count: String(count), offset: String(offset) }).listing));
      }
      expect(ids.sort()).toEqual(idsOf({ rows: everybody }).sort());
    }),
    { numRuns: 5 },
  );
});

test.each([
  ['300', 0],
  ['299', 1],
  ['1000', 0],
])('from %s on there are %i', async (offset, rest) => {
  await expect(listed({ offset }).listing).resolves.toMatchObject({ total: 300, rows: { length: rest } });
});

test('one person, by name: their ID is asked for, and only theirs are given', async () => {
  const namesake = { sessionId: 'namesake', userId: 'mallory-id', loginAt: NOW, name: 'alice-id' };
  const { listing, list, recorded } = listed({ user: '@Alice' }, [...logins(2), namesake]);
  const page = await listing;
  expect(idsOf(page)).toEqual(['s0', 's1']);
  expect(page.total).toBe(2);
  expect(list.sent[1].filter).toBe('alice-id');
  expect(await recorded()).toMatchObject([{ targetId: 'alice-id', targetUsername: 'alice' }]);
});

test('one person and a text: both hold', async () => {
  const page = await listed({ user: 'alice-id', filter: 's14' }).listing;
  expect(idsOf(page).sort()).toEqual([
    's14',
    's140',
    's141',
    's142',
    's143',
    's144',
    's145',
    's146',
    's147',
    's148',
    's149',
  ]);
});

test('a text alone is searched by the workspace', async () => {
  const { listing, list } = listed({ filter: 'bob' });
  expect((await listing).total).toBe(150);
  expect(list.sent[1].filter).toBe('bob');
});

test.each([
  [{ loginAfter: new Date(NOW - 60_000).toISOString() }, 4],
  [{ loginBefore: new Date(NOW - 149 * 60_000).toISOString() }, 0],
  [{ loginBefore: new Date(NOW - 148 * 60_000).toISOString() }, 2],
  [{ ip: '203.0.113.0/24' }, 300],
  [{ ip: '198.51.100.0/24' }, 0],
  [{ os: 'windows' }, 300],
  [{ os: 'mac' }, 0],
  [{ client: 'chrome 120', user: 'alice' }, 150],
])('%j finds %i', async (parameters, total) => {
  await expect(listed(parameters).listing).resolves.toMatchObject({ total });
});

test.each([
  [{ user: 'nobody' }, { code: 'error-user-not-found' }],
  [{ count: 'ten' }, { code: 'invalid-params', field: 'count' }],
  [{ ip: '203.0.113' }, { code: 'invalid-params', field: 'ip' }],
  [{ loginAfter: 'soon' }, { code: 'invalid-params', field: 'loginAfter' }],
  [{ loginBefore: '' }, { code: 'invalid-params', field: 'loginBefore' }],
])('invariant 1: %j is refused, recorded, and nothing is sent', async (parameters, failure) => {
  const { listing, list, recorded } = listed(parameters);
  expect(await failureOf(listing)).toMatchObject(failure);
  expect(list.sent).toEqual([]);
  expect(await recorded()).toMatchObject([{ action: 'list', outcome: { result: failure.code } }]);
});

test('who may not ask is not told what is malformed, or who exists', async () => {
  const caller = { ...listRequest.caller, roles: ['user'] };
  for (const parameters of [{ count: 'ten' }, { user: 'nobody' }]) {
    const { listing } = listed(parameters, everybody, { caller });
    expect(await failureOf(listing)).toMatchObject({ code: 'error-unauthorized' });
  }
});
