import { TestWorkspace, VERSIONS, type Actor } from './harness';

interface Listed {
  sessions: Array<{ sessionId: string; _user?: { username: string } } & Record<string, unknown>>;
  total: number;
  count: number;
  offset: number;
}

describe.each(VERSIONS)('%s', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;
  let bob: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice', name: 'Alice Example' });
    bob = workspace.addActor({ username: 'bob' });
  });

  afterEach(() => workspace.close());

  const session = (sessionId: string) => workspace.store.sessions.get(sessionId);
  const list = async (query = '', path = 'list.all', as = admin): Promise<Listed> => {
    const answer = await workspace.call('GET', `/api/v1/sessions/${path}${query}`, { as });
    expect(answer.status).toBe(200);
    return answer.body as Listed;
  };
  const ids = ({ sessions }: Listed) => sessions.map(({ sessionId }) => sessionId);

  describe('sessions/logout', () => {
    it('ends the session, its token, and nothing else', async () => {
      const [target, other] = [workspace.addSession(alice), workspace.addSession(alice)];
      const of = ({ authToken }: { authToken: string }) => workspace.actorWith(alice.user, authToken);
      expect((await workspace.call('GET', '/api/v1/me', { as: of(target) })).status).toBe(200);

      const { status, body } = await workspace.logout(target.sessionId, { as: admin });
      expect({ status, body }).toEqual({ status: 200, body: { sessionId: target.sessionId, success: true } });
      expect(session(target.sessionId)).toMatchObject({ logoutBy: admin.id, logoutAt: workspace.store.now() });
      expect((await workspace.call('GET', '/api/v1/me', { as: of(target) })).status).toBe(401);
      expect((await workspace.call('GET', '/api/v1/me', { as: of(other) })).status).toBe(200);
      expect(workspace.ended().sessions).toEqual([target.sessionId]);
    });

    it('ends every tab of the browser: sessions that share the token', async () => {
      const { sessionId } = workspace.addSession(alice);
      const tab = { ...structuredClone(workspace.store.sessions.get(sessionId)!), sessionId: 'anotherTabOfIt' };
      workspace.store.sessions.put(tab);
      await workspace.logout(sessionId, { as: admin });
      expect(workspace.ended().sessions.sort()).toEqual([sessionId, 'anotherTabOfIt'].sort());
    });

    it('ends an ended session again, and overwrites who did it and when', async () => {
      const { sessionId } = workspace.addSession(alice);
      await workspace.logout(sessionId, { as: admin });
      const second = workspace.addAdmin('second');
      workspace.advance(60_000);
      expect((await workspace.logout(sessionId, { as: second })).status).toBe(200);
      expect(session(sessionId)).toMatchObject({ logoutBy: second.id, logoutAt: workspace.store.now() });
    });

    it.each([['unknown'], [''], [null], [5]])('%p is no session', async (sessionId) => {
      workspace.addSession(alice);
      const { status, body } = await workspace.logout(sessionId, { as: admin });
      expect({ status, body }).toEqual({ status: 404, body: { success: false, error: 'Session not found' } });
      expect(workspace.ended().sessions).toEqual([]);
    });

    it.each([
      ['missing', {}, "must have required property 'sessionId'"],
      ['an object', { sessionId: { $ne: 1 } }, 'must be string'],
      ['an array', { sessionId: ['x'] }, 'must be string'],
      ['with company', { sessionId: 'x', reason: 'lost' }, 'must NOT have additional properties'],
      ['in an array', [{ sessionId: 'x' }], 'must be object'],
    ])('refuses a session id that is %s', async (_name, body, error) => {
      const answer = await workspace.call('POST', '/api/v1/sessions/logout', { as: admin, body });
      expect(answer.status).toBe(400);
      expect(answer.body).toEqual({ success: false, error: `${error} [invalid-params]`, errorType: 'invalid-params' });
    });
  });

  describe('sessions/list.all', () => {
    it('shows live sessions, the newest first, and whose they are', async () => {
      const first = workspace.addSession(alice);
      workspace.advance(1000);
      const second = workspace.addSession(bob);
      workspace.advance(1000);
      const ended = workspace.addSession(bob);
      await workspace.logout(ended.sessionId, { as: admin });

      const listed = await list();
      expect(ids(listed)).toEqual([second.sessionId, first.sessionId]);
      expect(listed).toMatchObject({ total: 2, count: 50, offset: 0, success: true });
      expect(listed.sessions[1]).toEqual({
        _id: first.sessionId,
        sessionId: first.sessionId,
        userId: alice.id,
        device: session(first.sessionId)?.device,
        host: 'localhost:3000',
        ip: '203.0.113.24',
        loginAt: new Date(workspace.store.now() - 2000).toISOString(),
        _user: { name: 'Alice Example', username: 'alice' },
      });
    });

    it('pages, and cuts the page before it sorts it', async () => {
      for (const owner of [alice, bob, alice]) {
        workspace.addSession(owner);
        workspace.advance(1000);
      }
      const byName = `?sort=${encodeURIComponent('{"_user.username":-1}')}`;
      const owners = async (query: string) => (await list(query)).sessions.map(({ _user }) => _user?.username);
      expect(await owners('?count=2')).toEqual(['alice', 'bob']);
      expect(await owners('?count=2&offset=2')).toEqual(['alice']);
      expect(await owners(byName)).toEqual(['bob', 'alice', 'alice']);
      expect(await owners(`${byName}&count=1`)).toEqual(['alice']);
      expect((await list('?count=1000')).count).toBe(100);
    });

    it.each([
      ['a session id', (one: string) => one],
      ['a part of it, in capitals', (one: string) => one.slice(2, 9).toUpperCase()],
      ['a user name', () => 'alice'],
      ["a part of a person's name", () => 'xampl'],
    ])('finds by %s', async (_name, filter) => {
      const { sessionId } = workspace.addSession(alice);
      workspace.addSession(bob);
      expect(ids(await list(`?filter=${encodeURIComponent(filter(sessionId))}`))).toEqual([sessionId]);
    });

    it('takes the filter literally', async () => {
      workspace.addSession(alice);
      expect((await list('?filter=.*')).total).toBe(0);
    });

    it('finds the sessions of five users at most', async () => {
      for (let number = 1; number <= 6; number += 1) {
        workspace.addSession(workspace.addActor({ username: `team${number}` }));
      }
      expect((await list('?filter=team')).total).toBe(5);
    });
  });

  describe('sessions/list', () => {
    it("shows the caller's own", async () => {
      const own = workspace.addSession(alice);
      workspace.addSession(bob);
      const listed = await list('', 'list', alice);
      expect(ids(listed)).toEqual([own.sessionId]);
      expect(listed.sessions[0]).not.toHaveProperty('_user');
    });
  });

  describe('sessions/info.admin', () => {
    const info = (sessionId: string) =>
      workspace.call('GET', `/api/v1/sessions/info.admin?sessionId=${encodeURIComponent(sessionId)}`, { as: admin });

    it.each([
      ['the id', (id: string) => id],
      ['a part of it, in small letters', (id: string) => id.slice(3, 12).toLowerCase()],
      ['a regular expression', () => '.'],
      ['the name of the device', () => 'chrome'],
    ])('answers %s with a session', async (_name, asked) => {
      const { sessionId } = workspace.addSession(alice);
      const { status, body } = await info(asked(sessionId));
      expect(status).toBe(200);
      expect(body).toMatchObject({ sessionId, userId: alice.id, success: true });
    });

    it('has nothing for an ended session, nor without a match', async () => {
      const { sessionId } = workspace.addSession(alice);
      await workspace.logout(sessionId, { as: admin });
      for (const asked of [sessionId, 'nothing like this']) {
        const { status, body } = await info(asked);
        expect({ status, body }).toEqual({ status: 404, body: { success: false, error: 'Session not found' } });
      }
    });

    it('answers 400 for what is no regular expression', async () => {
      expect((await info('(')).status).toBe(400);
    });
  });

  it.each(['list.all', 'info.admin?sessionId=x'])('sessions/%s asks for permission and second factor', async (path) => {
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', true);
    expect((await workspace.call('GET', `/api/v1/sessions/${path}`, { as: alice })).status).toBe(403);
    const answer = await workspace.call('GET', `/api/v1/sessions/${path}`, { as: admin });
    expect(answer.body).toMatchObject({ errorType: 'totp-required' });
  });
});
