import { GENERATIONS } from '../../workspace/web/client/generations';
import { useBrowser } from './support/browserWorkspace';
import type { Tab } from './support/tab';

const workspace = useBrowser();

/** The IDs of the sessions that are ended, in order. */
async function ended(): Promise<string[]> {
  const { sessions } = await workspace.state();
  return sessions.flatMap(({ sessionId, logoutAt }) => (logoutAt === undefined ? [] : [sessionId])).sort();
}

/** The IDs of a person's sessions that are listed, in order. */
async function listed(username: string): Promise<string[]> {
  const { sessions, users } = await workspace.state();
  const id = users.find((user) => user.username === username)?._id;
  return sessions.flatMap(({ sessionId, userId }) => (userId === id ? [sessionId] : [])).sort();
}

const about = (tab: Tab) => ({ about: tab.text('search:about-person', { person: '@alice' }) });

describe.each(GENERATIONS.map(({ id }) => id))('in the client of %s', (client) => {
  test('finds a person’s sessions by name, and ends those that were chosen, an incorrect code in between', async () => {
    const tab = await workspace.openConnected('admin', client);
    await tab.types('@alice stolen bag');
    await tab.dialog.named('search:title');
    await tab.dialog.finds('modal:code:totp', await tab.authenticatorCode());
    await tab.dialog.named('choice:title');
    const chosen = await tab.dialog.choosesSessions([1, 2]);
    expect(chosen[0]).toMatch(/^1 · Chrome /);

    await tab.dialog.ends('modal:code:totp', '12345');
    await tab.dialog.says('modal:code-incorrect');
    expect(await ended()).toEqual([]);
    expect(await tab.dialog.chosenSessions()).toEqual(chosen);
    await tab.dialog.ends('modal:code:totp', await tab.authenticatorCode());
    await tab.told('batch:all-ended', { ...about(tab), count: '2' });
    await tab.dialog.gone();
    expect(await ended()).toHaveLength(2);
    const entries = (await workspace.auditEntries()).filter(({ action }) => action === 'logout-many');
    expect(entries[entries.length - 1]).toMatchObject({ reason: 'stolen bag', targetUsername: 'alice' });
  });

  test('in the menu of a message: ends all sessions of its author with one code', async () => {
    const tab = await workspace.openConnected('admin', client);
    await workspace.post('alice', 'my bag is gone');
    await tab.choosesInMenu('my bag is gone', 'Log out sessions…');
    await tab.dialog.named('search:title');
    await tab.dialog.radio('search:what:all').check({ force: true });
    await tab.dialog.finds('modal:code:totp', await tab.authenticatorCode());
    await tab.told('batch:all-ended', about(tab));
    expect(await ended()).toEqual(await listed('alice'));
  });
});

test.each(['6.5', '8'] as const)(
  'with mailed codes, in the client of %s: one session, for one mail each',
  async (client) => {
    await workspace.appSettings({ allowed_roles: 'security-officer' });
    const tab = await workspace.openConnected('olivia', client);
    await tab.types('@alice');
    await tab.dialog.named('search:title');
    expect(await tab.dialog.radio('search:what:all').count()).toBe(0);
    await tab.dialog.finds('modal:code:email', await tab.mailedCode());
    await tab.dialog.named('choice:title');
    expect(await tab.dialog.radio('choice:which:all').count()).toBe(0);
    const [label] = await tab.dialog.choosesSessions([1]);
    expect(label).toMatch(/^1 · /);
    await tab.dialog.ends('modal:code:email', await tab.mailedCode());
    await tab.told('batch:all-ended', { ...about(tab), count: '1' });
    expect(await ended()).toHaveLength(1);
  },
);

test.each([
  ['en', '8'],
  ['pt-BR', '6.5'],
  ['es', '6.8'],
  ['de', '6.11'],
] as const)('the search form, in %s in the client of %s: an address, and all that fits', async (language, client) => {
  await workspace.createAccount({ username: 'reader', language, roles: ['admin', 'user'], totp: true });
  await workspace.connected('reader');
  const tab = (await workspace.open('reader', client)).reading(language);
  await tab.types('');
  await tab.dialog.says('search:form');
  await tab.dialog.field('search:field:address').fill('198.51.100.0/24');
  await tab.dialog.field('modal:reason').fill('ü, ção, ñ');
  await tab.dialog.finds('modal:code:totp', await tab.authenticatorCode());
  await tab.dialog.named('choice:title');
  await tab.dialog.radio('choice:which:all', { count: '1' }).check({ force: true });
  await tab.dialog.ends('modal:code:totp', await tab.authenticatorCode());
  await tab.told('batch:all-ended', { about: tab.text('search:about'), count: '1' });
  expect(await ended()).toHaveLength(1);
});
