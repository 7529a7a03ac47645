import { DEVICES } from '../../../workspace/state/devices';
import { TestWorkspace, VERSIONS, type Actor } from './harness';
import { listClient, type ListClient } from './listClient';

describe.each(VERSIONS)('%s, sessions/list.all: what a row is', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;
  let bob: Actor;
  let list: ListClient;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice', name: 'Alice Example' });
    bob = workspace.addActor({ username: 'bob' });
    list = listClient(workspace, admin);
  });

  afterEach(() => workspace.close());

  it('a row has the session, its device, and its user without an ID', async () => {
    const { sessionId } = workspace.addSession(alice);
    expect((await list.all()).sessions).toEqual([
      {
        _id: sessionId,
        sessionId,
        userId: alice.id,
        device: DEVICES.browser,
        host: 'localhost:3000',
        ip: '203.0.113.24',
        loginAt: new Date(workspace.store.now()).toISOString(),
        _user: { name: 'Alice Example', username: 'alice' },
      },
    ]);
  });

  it('the newest login comes first, whoever it is', async () => {
    const first = workspace.addSession(alice);
    workspace.advance(1000);
    const second = workspace.addSession(bob);
    expect(await list.ids()).toEqual([second.sessionId, first.sessionId]);
  });

  it('three tabs of one browser are one row, with the ID of the newest tab', async () => {
    const tabs = workspace.addLogin(alice, { tabs: 3 });
    const listed = await list.all();
    expect([listed.total, listed.sessions.map(({ sessionId }) => sessionId)]).toEqual([1, [tabs[2].sessionId]]);
  });

  it('the row is that of the newest tab even when that tab is closed', async () => {
    const tabs = workspace.addLogin(alice, { tabs: 3 });
    workspace.store.logins.closeSocket(tabs[2].sessionId);
    expect(await list.ids()).toEqual([tabs[2].sessionId]);
  });

  it("filtered by an older tab's ID the row has that ID; filtered by the user ID it has the newest tab's", async () => {
    const [older, newer] = workspace.addLogin(alice, { tabs: 2 });
    expect(await list.ids(`filter=${older.sessionId}`)).toEqual([older.sessionId]);
    expect(await list.ids(`filter=${alice.id}`)).toEqual([newer.sessionId]);
  });

  it.each([
    ['whose browser was shut', async ({ sessionId }: Login) => workspace.store.logins.closeSocket(sessionId)],
    ['that logged out over REST', (login: Login) => workspace.call('POST', '/api/v1/logout', { headers: pair(login) })],
    ['after users.logout', () => post('users.logout', { userId: alice.id })],
    ['of a deactivated user', () => post('users.setActiveStatus', { userId: alice.id, activeStatus: false })],
    ['of a deleted user', () => post('users.delete', { userId: alice.id })],
  ])('a leftover stays listed: a session %s', async (_name, leave) => {
    const login = workspace.addSession(alice);
    await leave(login);
    expect(await list.ids()).toEqual([login.sessionId]);
  });

  it('nothing in a row or in info.admin tells a leftover from an open session', async () => {
    const [left, open] = [workspace.addSession(alice), workspace.addSession(alice)];
    await workspace.call('POST', '/api/v1/logout', { headers: pair(left) });
    const keys = (row: object) => Object.keys(row).sort();
    for (const { sessionId } of [left, open]) {
      const info = await workspace.call('GET', `/api/v1/sessions/info.admin?sessionId=${sessionId}`, { as: admin });
      expect(keys(info.body as object)).toEqual([...keys((await list.all()).sessions[0]), 'success'].sort());
    }
    const [one, other] = (await list.all()).sessions;
    expect(keys(one)).toEqual(keys(other));
    expect(keys(one)).not.toEqual(expect.arrayContaining(['closedAt', 'logoutAt', 'loginToken']));
  });

  it('a session is no longer listed after sessions/logout', async () => {
    const { sessionId } = workspace.addSession(alice);
    await workspace.logout(sessionId, { as: admin });
    expect((await list.all()).sessions).toEqual([]);
  });

  it('a login over REST is not listed, nor one by password over the socket until it resumes', async () => {
    await workspace.call('POST', '/api/v1/login', { body: { user: 'alice', password: 'alice-password' } });
    const [{ sessionId }] = workspace.addLogin(alice, { resumed: false });
    expect((await list.all()).sessions).toEqual([]);
    expect((await workspace.logout(sessionId, { as: admin })).status).toBe(404);
  });

  it('a socket opened with a personal access token is a row like any other', async () => {
    const [{ sessionId }] = workspace.addLogin(alice, { personalAccessToken: true });
    expect(await list.ids()).toEqual([sessionId]);
  });

  it.each([
    ['mobile-app', { type: 'mobile-app', name: 'RC Mobile', os: { name: 'ios', version: '17.1' } }],
    ['desktop-app', { type: 'desktop-app', name: 'Rocket.Chat', longVersion: '3.9.10', version: '3.9.10' }],
    ['mobile', { type: 'mobile' }],
    ['other', { type: 'other', name: '', longVersion: '', version: '', os: { name: '', version: '' } }],
  ] as const)('a device of the kind %s', async (kind, expected) => {
    workspace.addLogin(alice, { device: DEVICES[kind] });
    expect((await list.all()).sessions[0].device).toMatchObject(expected);
  });

  it('device is null without a User-Agent, and ip is null when the server knows none', async () => {
    workspace.addLogin(alice, { device: null, ip: null });
    expect((await list.all()).sessions).toEqual([expect.objectContaining({ device: null, ip: null })]);
  });

  it('_user has the avatar, no name when there is none, and is absent for a deleted user', async () => {
    Object.assign(alice.user, { name: undefined, avatarETag: 'etag', avatarOrigin: 'upload' });
    workspace.addSession(alice);
    const user = async () => (await list.all()).sessions[0]._user;
    expect(await user()).toEqual({ username: 'alice', avatarETag: 'etag', avatarOrigin: 'upload' });
    workspace.store.logins.deleteUser(alice.user);
    expect((await list.all()).sessions[0]).not.toHaveProperty('_user');
  });

  it("sessions/list shows only the caller's own, without _user", async () => {
    const own = workspace.addSession(alice);
    workspace.addSession(bob);
    const { body } = await workspace.call('GET', '/api/v1/sessions/list', { as: alice });
    const { sessions } = body as { sessions: object[] };
    expect(sessions).toEqual([expect.objectContaining({ sessionId: own.sessionId })]);
    expect(sessions[0]).not.toHaveProperty('_user');
  });

  it.each(['list.all', 'info.admin?sessionId=x'])(
    'sessions/%s needs the permission and a second factor',
    async (path) => {
      workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', true);
      expect((await workspace.call('GET', `/api/v1/sessions/${path}`, { as: alice })).status).toBe(403);
      const answer = await workspace.call('GET', `/api/v1/sessions/${path}`, { as: admin });
      expect(answer.body).toMatchObject({ errorType: 'totp-required' });
    },
  );

  type Login = ReturnType<TestWorkspace['addSession']>;
  const pair = ({ authToken }: Login) => ({ 'x-user-id': alice.id, 'x-auth-token': authToken });
  const post = async (path: string, body: object) =>
    expect((await workspace.call('POST', `/api/v1/${path}`, { as: admin, body })).status).toBe(200);
});
