import { findSessions } from '../../../workspace/rest/sessionSearch';
import { seed } from '../../../workspace/seed';
import { seedMany } from '../../../workspace/seedMany';
import { WorkspaceStore } from '../../../workspace/store';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');
const COUNT = 3000;

async function seeded(count: number): Promise<WorkspaceStore> {
  const store = new WorkspaceStore(() => NOW);
  await seedMany(store, count);
  return store;
}

let store: WorkspaceStore;
beforeAll(async () => {
  store = await seeded(COUNT);
});

test('the same number makes the same people and sessions, apart from the salt of their password', async () => {
  const withoutSalt = ({ users, ...rest }: ReturnType<WorkspaceStore['snapshot']>) => ({
    ...rest,
    users: users.map((user) => ({ ...user, passwordHash: undefined })),
  });
  expect(withoutSalt((await seeded(COUNT)).snapshot())).toEqual(withoutSalt(store.snapshot()));
});

test.each([1, 2, 77])('asked for %i sessions, it makes as many, beside those that are always there', async (count) => {
  const small = new WorkspaceStore(() => NOW);
  seed(small);
  const before = small.sessions.all().length;
  await seedMany(small, count);
  expect(small.sessions.all()).toHaveLength(before + count);
});

test('there is something of everything', () => {
  const sessions = store.sessions.all();
  const tabs = new Map<string, number>();
  sessions.forEach(({ loginToken }) => tabs.set(loginToken, (tabs.get(loginToken) ?? 0) + 1));
  const users = store.users.all();
  const owners = new Set(sessions.map(({ userId }) => userId));
  const tokens = users.flatMap(({ loginTokens }) => loginTokens);
  const live = new Set(tokens.map(({ hashedToken }) => hashedToken));
  const counts = {
    people: owners.size,
    deleted: [...owners].filter((id) => store.users.get(id) === undefined).length,
    deactivated: users.filter(({ active }) => !active).length,
    nameless: users.filter(({ name }) => name === undefined).length,
    withManyTabs: [...tabs.values()].filter((count) => count > 2).length,
    closed: sessions.filter(({ closedAt }) => closedAt !== undefined).length,
    ended: sessions.filter(({ logoutAt }) => logoutAt !== undefined).length,
    leftovers: sessions.filter(({ loginToken, logoutAt }) => logoutAt === undefined && !live.has(loginToken)).length,
    personalAccessTokens: tokens.filter(({ type }) => type === 'personalAccessToken').length,
    withoutAddress: sessions.filter(({ ip }) => ip === null).length,
    ipv6: sessions.filter(({ ip }) => ip?.includes(':')).length,
    withoutDevice: sessions.filter(({ device }) => device === null).length,
  };
  expect(Object.entries(counts).filter(([, count]) => count < 5)).toEqual([]);
  expect(new Set(sessions.map(({ device }) => device?.type))).toEqual(
    new Set(['browser', 'desktop-app', 'mobile-app', 'mobile', 'tablet', 'other', undefined]),
  );
  expect(new Set(sessions.map(({ sessionId }) => sessionId)).size).toBe(COUNT);
});

test('a page of the list is one row for each token that was not ended, of the 45 days in which rows stay listed', () => {
  const listed = store.sessions.all().filter(({ logoutAt }) => logoutAt === undefined);
  const page = findSessions(store, { search: '', offset: 0, count: 100 });
  expect(page.total).toBe(new Set(listed.map(({ loginToken }) => loginToken)).size);
  expect(page.sessions).toHaveLength(100);
  const oldest = Math.min(...listed.map(({ loginAt }) => loginAt));
  expect(oldest).toBeGreaterThanOrEqual(NOW - 45 * 24 * 60 * 60 * 1000);
});

test('people log in with the one password that all of them have', () => {
  expect(new Set(store.users.all().map(({ passwordHash }) => passwordHash)).size).toBe(1);
});
