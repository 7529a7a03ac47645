import { TestWorkspace, VERSIONS, type Actor } from './harness';

describe.each(VERSIONS)('%s, sessions/logout', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice' });
  });

  afterEach(() => workspace.close());

  const session = (sessionId: string) => workspace.store.sessions.get(sessionId);
  const me = async ({ authToken }: { authToken: string }) =>
    (await workspace.call('GET', '/api/v1/me', { as: workspace.actorWith(alice.user, authToken) })).status;

  it('ends the session, its token, and nothing else', async () => {
    const [target, other] = [workspace.addSession(alice), workspace.addSession(alice)];
    expect(await me(target)).toBe(200);

    const { status, body } = await workspace.logout(target.sessionId, { as: admin });
    expect({ status, body }).toEqual({ status: 200, body: { sessionId: target.sessionId, success: true } });
    expect(session(target.sessionId)).toMatchObject({ logoutBy: admin.id, logoutAt: workspace.store.now() });
    expect([await me(target), await me(other)]).toEqual([401, 200]);
    expect(workspace.ended().sessions).toEqual([target.sessionId]);
  });

  it.each([0, 1, 2])('the ID of tab %i ends all documents of the login token', async (tab) => {
    const tabs = workspace.addLogin(alice, { tabs: 3 });
    await workspace.logout(tabs[tab].sessionId, { as: admin });
    expect(workspace.ended().sessions.sort()).toEqual(tabs.map(({ sessionId }) => sessionId).sort());
    const marks = tabs.map(({ sessionId }) => session(sessionId)?.logoutBy);
    expect(marks).toEqual([admin.id, admin.id, admin.id]);
  });

  it('ends an ended session again, and overwrites who did it and when', async () => {
    const { sessionId } = workspace.addSession(alice);
    await workspace.logout(sessionId, { as: admin });
    const second = workspace.addAdmin('second');
    workspace.advance(60_000);
    expect((await workspace.logout(sessionId, { as: second })).status).toBe(200);
    expect(session(sessionId)).toMatchObject({ logoutBy: second.id, logoutAt: workspace.store.now() });
  });

  it.each(['closed', 'logged out', 'of a deactivated user', 'of a deleted user'])(
    'ends a leftover like any other: %s',
    async (kind) => {
      const { sessionId, authToken } = workspace.addSession(alice);
      const { logins } = workspace.store;
      const leave: Record<string, () => unknown> = {
        closed: () => logins.closeSocket(sessionId),
        'logged out': () =>
          workspace.call('POST', '/api/v1/logout', { as: workspace.actorWith(alice.user, authToken) }),
        'of a deactivated user': () => logins.setActive(alice.user, false),
        'of a deleted user': () => logins.deleteUser(alice.user),
      };
      await leave[kind]();
      const { status, body } = await workspace.logout(sessionId, { as: admin });
      expect([status, body]).toEqual([200, { sessionId, success: true }]);
      expect(session(sessionId)).toMatchObject({ logoutBy: admin.id });
    },
  );

  it('a session opened with a personal access token takes that token with it', async () => {
    const [{ sessionId, authToken }] = workspace.addLogin(alice, { personalAccessToken: true });
    expect(await me({ authToken })).toBe(200);
    await workspace.logout(sessionId, { as: admin });
    expect(await me({ authToken })).toBe(401);
  });

  it.each([['unknown'], [''], [null], [5]])('%p is not a session', async (sessionId) => {
    workspace.addSession(alice);
    const { status, body } = await workspace.logout(sessionId, { as: admin });
    expect({ status, body }).toEqual({ status: 404, body: { success: false, error: 'Session not found' } });
    expect(workspace.ended().sessions).toEqual([]);
  });

  it.each([
    ['missing', {}, "must have required property 'sessionId'"],
    ['an object', { sessionId: { $ne: 1 } }, 'must be string'],
    ['an array', { sessionId: ['x'] }, 'must be string'],
    ['not alone', { sessionId: 'x', reason: 'lost' }, 'must NOT have additional properties'],
    ['inside an array', [{ sessionId: 'x' }], 'must be object'],
  ])('refuses a session ID that is %s', async (_name, body, error) => {
    const answer = await workspace.call('POST', '/api/v1/sessions/logout', { as: admin, body });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ success: false, error: `${error} [invalid-params]`, errorType: 'invalid-params' });
  });
});
