import { TestWorkspace, VERSIONS, type Actor } from './harness';

describe.each(VERSIONS)('%s, users.logout', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice' });
  });

  afterEach(() => workspace.close());

  const logout = async (as: Actor, body: object, headers?: Record<string, string>) => {
    const answer = await workspace.call('POST', '/api/v1/users.logout', {
      as: headers ? undefined : as,
      headers,
      body,
    });
    return [answer.status, answer.body];
  };
  const loggedOut = (userId: string) => [200, { message: `User ${userId} has been logged out!`, success: true }];

  it('needs logout-other-user for others', async () => {
    const before = workspace.ended();
    expect(await logout(alice, { userId: admin.id })).toEqual([403, { success: false, error: 'unauthorized' }]);
    expect(workspace.ended()).toEqual(before);
  });

  it('asks for no second factor', async () => {
    expect(await logout(admin, { userId: alice.id })).toEqual(loggedOut(alice.id));
    expect(workspace.ended().tokensLeft).toEqual({ root: 1, alice: 0 });
  });

  it('takes a bearer token', async () => {
    const expires = workspace.store.now() + 1000;
    workspace.store.oauth.saveToken({ accessToken: 'bearer', clientId: 'client', userId: admin.id, expires });
    expect(await logout(admin, { userId: alice.id }, { authorization: 'Bearer bearer' })).toEqual(loggedOut(alice.id));
  });

  it.each([
    ['empty', { userId: '' }],
    ['missing', {}],
    ['null', { userId: null }],
  ])('logs out the caller when the user ID is %s', async (_name, body) => {
    expect(await logout(admin, body)).toEqual(loggedOut(admin.id));
    expect(workspace.ended().tokensLeft).toEqual({ root: 0, alice: 1 });
  });

  it('answers 200 for an unknown user', async () => {
    expect(await logout(admin, { userId: 'nobody' })).toEqual(loggedOut('nobody'));
    expect(workspace.ended().tokensLeft).toEqual({ root: 1, alice: 1 });
  });

  it('refuses a user ID that is not text', async () => {
    const [status, body] = await logout(admin, { userId: { $ne: 1 } });
    expect([status, body]).toMatchObject([400, { error: 'must be string [invalid-params]' }]);
    expect(workspace.ended().tokensLeft).toEqual({ root: 1, alice: 1 });
  });
});
