import { DEVICES } from '../../../workspace/state/devices';
import { TestWorkspace, type Actor } from './harness';
import { listClient, type ListClient } from './listClient';

interface Opened {
  userId: string;
  sessionId: string;
  authToken: string;
}

let workspace: TestWorkspace;
let admin: Actor;
let alice: Actor;
let list: ListClient;

beforeEach(async () => {
  workspace = await TestWorkspace.start();
  workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
  admin = workspace.addAdmin();
  alice = workspace.addActor({ username: 'alice' });
  list = listClient(workspace, admin);
});

afterEach(() => workspace.close());

const post = (path: string, body: object) => workspace.call('POST', `/_dev/${path}`, { body });
const open = async (options: object = {}): Promise<Opened[]> => {
  const { status, body } = await post('sessions', { username: 'alice', ...options });
  expect(status).toBe(200);
  return body as Opened[];
};
const me = async ({ userId, authToken }: Omit<Opened, 'sessionId'>) =>
  (await workspace.call('GET', '/api/v1/me', { headers: { 'x-user-id': userId, 'x-auth-token': authToken } })).status;

describe('sessions', () => {
  it('by default: one browser with one tab and a valid token', async () => {
    const [opened, ...others] = await open();
    expect([others, await me(opened)]).toEqual([[], 200]);
    expect((await list.all()).sessions).toEqual([
      expect.objectContaining({
        sessionId: opened.sessionId,
        userId: alice.id,
        device: DEVICES.browser,
        ip: '203.0.113.24',
      }),
    ]);
  });

  it('tabs of one login share a token and are one row', async () => {
    const opened = await open({ count: 2, tabs: 3 });
    expect(opened).toHaveLength(6);
    expect(new Set(opened.map(({ sessionId }) => sessionId)).size).toBe(6);
    expect(new Set(opened.map(({ authToken }) => authToken)).size).toBe(2);
    expect((await list.all()).total).toBe(2);
  });

  it.each(Object.keys(DEVICES) as Array<keyof typeof DEVICES>)('with the device %s', async (device) => {
    await open({ device });
    expect((await list.all()).sessions[0].device).toEqual(DEVICES[device]);
  });

  it.each(['192.0.2.7', null])('with the address %p', async (ip) => {
    await open({ ip });
    expect((await list.all()).sessions[0].ip).toBe(ip);
  });

  it.each([
    ['closed', 200],
    ['logged-out', 401],
  ])('a leftover that is %s stays listed, and its token answers %i', async (leftover, status) => {
    const [opened] = await open({ leftover });
    expect([await list.ids(), await me(opened)]).toEqual([[opened.sessionId], status]);
    const { body } = await workspace.call('GET', '/_dev/state');
    const closedAt = new Date(workspace.store.now()).toISOString();
    expect(body).toMatchObject({ sessions: [{ sessionId: opened.sessionId, closedAt }] });
  });

  it('opened with a personal access token, which ends with the session', async () => {
    const [{ sessionId, ...opened }] = await open({ personalAccessToken: true });
    expect(alice.user.loginTokens.at(-1)).toMatchObject({ type: 'personalAccessToken' });
    await workspace.logout(sessionId, { as: admin });
    expect(await me(opened)).toBe(401);
  });

  it('not resumed: not listed, though its token is valid', async () => {
    const [opened] = await open({ resumed: false });
    expect([await list.ids(), await me(opened)]).toEqual([[], 200]);
  });

  it.each([
    [{ tabs: 0 }, 'tabs must be >= 1'],
    [
      { device: 'fridge' },
      'device must be equal to one of the allowed values: browser, mobile, mobile-app, desktop-app, other, none',
    ],
    [{ ip: 5 }, 'ip must be string'],
    [{ leftover: 'lost' }, 'leftover must be equal to one of the allowed values: closed, logged-out'],
    [{ resumed: 'no' }, 'resumed must be boolean'],
    [{ browser: true }, '"browser" must NOT have additional properties'],
  ])('refuses %j', async (options, error) => {
    const answer = await post('sessions', { username: 'alice', ...options });
    expect([answer.status, answer.body]).toEqual([400, { error }]);
  });
});

describe('user-status', () => {
  const change = async (action: string) => {
    const { status, body } = await post('user-status', { username: 'alice', action });
    expect([status, body]).toEqual([200, { userId: alice.id }]);
  };

  it('deactivate ends all logins, needs no admin, and keeps new ones away; activate lets them in again', async () => {
    const [opened] = await open();
    await change('deactivate');
    expect([alice.user.active, await me(opened)]).toEqual([false, 401]);
    const refused = await post('tokens', { username: 'alice' });
    expect([refused.status, refused.body]).toEqual([400, { error: '"alice" is deactivated and cannot log in' }]);
    await change('activate');
    expect((await post('tokens', { username: 'alice' })).status).toBe(200);
  });

  it('a deactivated user still gets, and keeps, an OAuth2 access token', async () => {
    await change('deactivate');
    const { body } = await post('access-tokens', { username: 'alice' });
    const headers = { authorization: `Bearer ${(body as { accessToken: string }).accessToken}` };
    expect((await workspace.call('GET', '/api/v1/me', { headers })).body).toMatchObject({ active: false });
  });

  it('delete removes the account and leaves its sessions listed', async () => {
    const [{ sessionId }] = await open();
    await change('delete');
    expect(workspace.store.users.byUsername('alice')).toBeUndefined();
    expect(await list.ids()).toEqual([sessionId]);
    expect((await post('user-status', { username: 'alice', action: 'delete' })).status).toBe(404);
  });

  it('refuses any other action', async () => {
    const answer = await post('user-status', { username: 'alice', action: 'forgive' });
    expect([answer.status, answer.body]).toEqual([
      400,
      { error: 'action must be equal to one of the allowed values: deactivate, activate, delete' },
    ]);
  });
});

describe('sockets', () => {
  const told = async () => (await workspace.call('GET', '/_dev/sockets/alice')).body;

  it("shows what that user's sockets were told", async () => {
    const [{ sessionId }] = await open();
    expect(await told()).toEqual([]);
    await workspace.logout(sessionId, { as: admin });
    const common = { at: new Date(workspace.store.now()).toISOString(), userId: alice.id };
    expect(await told()).toEqual([
      { ...common, kind: 'force_logout' },
      { ...common, kind: 'closed', sessionId, code: 1000 },
    ]);
    expect((await workspace.call('GET', '/_dev/sockets/root')).body).toEqual([]);
  });
});

describe('users', () => {
  const created = async (options: object) => {
    expect((await post('users', { username: 'new', ...options })).status).toBe(200);
    return workspace.store.users.byUsername('new');
  };

  it('are named like their username, unless they are given another name or none', async () => {
    expect(await created({})).toMatchObject({ name: 'new' });
    workspace.store.users.remove(workspace.store.users.byUsername('new')!._id);
    expect(await created({ name: 'New Name', nickname: 'Nick' })).toMatchObject({ name: 'New Name', nickname: 'Nick' });
    workspace.store.users.remove(workspace.store.users.byUsername('new')!._id);
    expect((await created({ name: null }))?.name).toBeUndefined();
  });
});
