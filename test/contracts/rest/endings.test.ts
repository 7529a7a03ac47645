import { TestWorkspace, VERSIONS, type Actor } from './harness';

/** What is left of alice's access after each way of ending it. */
describe.each(VERSIONS)('%s, what really ends somebody', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;
  let client: { _id: string; clientId: string; clientSecret: string };
  let sessions: Array<{ sessionId: string; authToken: string }>;
  let personalAccessToken: string;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    const { store } = workspace;
    store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice' });
    sessions = [workspace.addSession(alice), workspace.addSession(alice)];
    personalAccessToken = store.users.issueToken(alice.id, { type: 'personalAccessToken', name: 'script' });
    const createdBy = { _id: admin.id, username: 'root' };
    client = store.oauth.createApp({ name: 'app', active: true, redirectUri: 'https://app.example/', createdBy });
    const inAnHour = store.now() + 3600_000;
    store.oauth.saveToken({
      accessToken: 'bearer',
      refreshToken: 'refresh',
      clientId: client.clientId,
      userId: alice.id,
      expires: inAnHour,
      refreshTokenExpires: inAnHour,
    });
  });

  afterEach(() => workspace.close());

  const post = (path: string, body: object, as = admin) => workspace.call('POST', `/api/v1/${path}`, { as, body });
  const done = async (path: string, body: object) => expect((await post(path, body)).status).toBe(200);
  const me = async (headers: Record<string, string>) => (await workspace.call('GET', '/api/v1/me', { headers })).status;
  const withToken = (authToken: string) => me({ 'x-user-id': alice.id, 'x-auth-token': authToken });
  const bearer = (token = 'bearer') => me({ authorization: `Bearer ${token}` });
  const refresh = async () => {
    const { status, body } = await workspace.call('POST', '/oauth/token', {
      body: {
        grant_type: 'refresh_token',
        refresh_token: 'refresh',
        client_id: client.clientId,
        client_secret: client.clientSecret,
      },
    });
    return { status, ...(body as { access_token?: string; error_description?: string }) };
  };
  const loginTokens = () => Promise.all(sessions.map(({ authToken }) => withToken(authToken)));
  const told = () =>
    workspace.store.sockets.all().map(({ kind, sessionId, code }) => (kind === 'closed' ? [sessionId, code] : kind));
  const ids = () => sessions.map(({ sessionId }) => sessionId);

  describe('sessions/logout', () => {
    beforeEach(() => done('sessions/logout', { sessionId: sessions[0].sessionId }));

    it('ends the one login token; a personal access token and an OAuth token survive', async () => {
      expect([await loginTokens(), await withToken(personalAccessToken), await bearer()]).toEqual([
        [401, 200],
        200,
        200,
      ]);
      expect((await refresh()).status).toBe(200);
    });

    it("tells the user's clients to log out, and closes the sockets of that token", () => {
      expect(told()).toEqual(['force_logout', [sessions[0].sessionId, 1000]]);
    });
  });

  describe('users.logout', () => {
    beforeEach(() => done('users.logout', { userId: alice.id }));

    it('ends all login tokens, personal access tokens included; an OAuth token survives and can be refreshed', async () => {
      expect([await loginTokens(), await withToken(personalAccessToken), await bearer()]).toEqual([
        [401, 401],
        401,
        200,
      ]);
      const refreshed = await refresh();
      expect([refreshed.status, await bearer(refreshed.access_token)]).toEqual([200, 200]);
    });

    it('closes all sockets without telling the clients to log out', () => {
      expect(told()).toEqual(ids().map((id) => [id, 1000]));
    });

    it('leaves the session documents as they are, except that their sockets are closed', () => {
      const documents = ids().map((id) => workspace.store.sessions.get(id));
      for (const document of documents) {
        expect(document).toMatchObject({ closedAt: workspace.store.now() });
        expect(document).not.toHaveProperty('logoutAt');
        expect(document).not.toHaveProperty('logoutBy');
      }
    });
  });

  describe('users.setActiveStatus false', () => {
    beforeEach(() => done('users.setActiveStatus', { userId: alice.id, activeStatus: false }));

    it('ends all login tokens; the OAuth token of a deactivated user still works and can be refreshed', async () => {
      expect([await loginTokens(), await withToken(personalAccessToken), await bearer()]).toEqual([
        [401, 401],
        401,
        200,
      ]);
      const refreshed = await refresh();
      expect([refreshed.status, await bearer(refreshed.access_token)]).toEqual([200, 200]);
    });

    it('me says that the user is deactivated', async () => {
      const { body } = await workspace.call('GET', '/api/v1/me', { headers: { authorization: 'Bearer bearer' } });
      expect(body).toMatchObject({ username: 'alice', active: false });
    });

    it('closes all sockets without telling the clients to log out', () => {
      expect(told()).toEqual(ids().map((id) => [id, 1000]));
    });

    it('a deactivated user cannot log in; an active one can again', async () => {
      const login = () =>
        workspace.call('POST', '/api/v1/login', { body: { user: 'alice', password: 'alice-password' } });
      expect((await login()).status).toBe(401);
      await done('users.setActiveStatus', { userId: alice.id, activeStatus: true });
      expect((await login()).status).toBe(200);
      expect(await loginTokens()).toEqual([401, 401]);
    });
  });

  describe('users.delete', () => {
    beforeEach(() => done('users.delete', { userId: alice.id }));

    it('ends everything, the OAuth token included', async () => {
      expect([await loginTokens(), await withToken(personalAccessToken), await bearer()]).toEqual([
        [401, 401],
        401,
        401,
      ]);
      expect(await bearer((await refresh()).access_token)).toBe(401);
    });

    it('leaves open sockets open', () => {
      expect(told()).toEqual([]);
    });
  });

  describe('oauth-apps.delete', () => {
    it('ends all tokens of the client at once', async () => {
      const { status, body } = await post('oauth-apps.delete', { appId: client._id });
      expect([status, body]).toEqual([200, true]);
      expect([await bearer(), await loginTokens()]).toEqual([401, [200, 200]]);
      expect(await refresh()).toMatchObject({ status: 503, error_description: 'Invalid clientId' });
    });

    it('while an inactive client only cannot refresh', async () => {
      workspace.store.oauth.updateApp(client._id, { active: false });
      expect(await bearer()).toBe(200);
      expect(await refresh()).toMatchObject({ status: 503, error_description: 'Invalid clientId' });
    });

    it.each([
      ['an unknown client', 'root', 'Application not found [error-application-not-found]'],
      ['a caller without the permission', 'alice', 'Not allowed [error-not-allowed]'],
    ])('refuses %s', async (_name, caller, error) => {
      const answer = await post('oauth-apps.delete', { appId: 'unknown' }, caller === 'root' ? admin : alice);
      expect([answer.status, answer.body]).toMatchObject([400, { error, details: { method: 'deleteOAuthApp' } }]);
    });
  });

  describe('POST /api/v1/logout', () => {
    it('ends the login token it is called with, and closes its sockets', async () => {
      const [own] = sessions;
      const { status, body } = await post('logout', {}, workspace.actorWith(alice.user, own.authToken));
      expect([status, body]).toEqual([200, { status: 'success', data: { message: "You've been logged out!" } }]);
      expect(await loginTokens()).toEqual([401, 200]);
      expect(told()).toEqual([[own.sessionId, 1000]]);
    });

    it('needs a login', async () => {
      expect((await workspace.call('POST', '/api/v1/logout', { body: {} })).status).toBe(401);
    });
  });

  it('a socket that is closed already is not closed again', async () => {
    workspace.store.logins.closeSocket(sessions[0].sessionId);
    await done('users.logout', { userId: alice.id });
    expect(told()).toEqual([[sessions[1].sessionId, 1000]]);
  });
});
