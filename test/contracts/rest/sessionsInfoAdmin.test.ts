import { TestWorkspace, VERSIONS, type Actor } from './harness';

describe.each(VERSIONS)('%s, sessions/info.admin', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice', name: 'Alice Example' });
  });

  afterEach(() => workspace.close());

  const info = (sessionId: string) =>
    workspace.call('GET', `/api/v1/sessions/info.admin?sessionId=${encodeURIComponent(sessionId)}`, { as: admin });

  it.each([
    ['the ID', (id: string) => id],
    ['a part of it in lower case', (id: string) => id.slice(3, 12).toLowerCase()],
    ['a regular expression', () => '.'],
    ['the name of the client', () => 'chrome'],
  ])('answers %s with a session', async (_name, asked) => {
    const { sessionId } = workspace.addSession(alice);
    const { status, body } = await info(asked(sessionId));
    expect(status).toBe(200);
    expect(body).toMatchObject({ sessionId, userId: alice.id, success: true });
  });

  it('answers 404 for a session that was ended, and when nothing matches', async () => {
    const { sessionId } = workspace.addSession(alice);
    await workspace.logout(sessionId, { as: admin });
    for (const asked of [sessionId, 'nothing like this']) {
      const { status, body } = await info(asked);
      expect({ status, body }).toEqual({ status: 404, body: { success: false, error: 'Session not found' } });
    }
  });

  it('answers 400 when the ID is not a valid regular expression', async () => {
    expect((await info('(')).status).toBe(400);
  });
});
