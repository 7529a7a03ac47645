import { type Actor, TestWorkspace, VERSIONS } from './harness';

describe.each(VERSIONS)('%s, personal access tokens', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    admin = workspace.addAdmin();
  });

  afterEach(() => workspace.close());

  const generate = async (body: object, { as = admin, code = workspace.totp() } = {}) => {
    const headers = { ...(code !== '' && { 'x-2fa-code': code }) };
    const path = '/api/v1/users.generatePersonalAccessToken';
    const { status, body: answer } = await workspace.call('POST', path, { as, headers, body });
    return { status, answer: answer as { token?: string; errorType?: string } };
  };
  const challenged = async (token: string): Promise<string | undefined> => {
    const as = workspace.actorWith(admin.user, token);
    const body = { sessionId: 'aSessionThatIsNot' };
    return ((await workspace.call('POST', '/api/v1/sessions/logout', { as, body })).body as { errorType?: string })
      .errorType;
  };

  it('takes a code, and gives a token that works until it is removed', async () => {
    expect(await generate({ tokenName: 'script' }, { code: '' })).toMatchObject({
      status: 400,
      answer: { errorType: 'totp-required' },
    });
    const { status, answer } = await generate({ tokenName: 'script' });

    expect([status, answer]).toEqual([200, { token: expect.any(String), success: true }]);
    const as = workspace.actorWith(admin.user, answer.token ?? '');
    expect((await workspace.call('GET', '/api/v1/me', { as })).status).toBe(200);
    expect((await workspace.call('GET', '/api/v1/users.getPersonalAccessTokens', { as: admin })).body).toEqual({
      tokens: [{ name: 'script', bypassTwoFactor: false }],
      success: true,
    });
  });

  it('lets a token through without a code where that was asked for, and no other', async () => {
    const plain = await generate({ tokenName: 'plain' });
    const bypassing = await generate({ tokenName: 'bypassing', bypassTwoFactor: true });

    expect(await challenged(plain.answer.token ?? '')).toBe('totp-required');
    expect(await challenged(bypassing.answer.token ?? '')).toBeUndefined();
  });

  it('refuses a second one of the same name, none at all, and people without the permission', async () => {
    await generate({ tokenName: 'script' });

    expect(await generate({ tokenName: 'script' })).toMatchObject({
      status: 400,
      answer: { errorType: 'error-token-already-exists' },
    });
    expect(await generate({})).toMatchObject({ status: 400, answer: { error: "The 'tokenName' param is required" } });
    const guest = workspace.addActor({ username: 'guest', roles: ['bot'], passwordHash: undefined });
    expect(await generate({ tokenName: 'x' }, { as: guest })).toMatchObject({
      status: 400,
      answer: { errorType: 'not-authorized' },
    });
    const list = await workspace.call('GET', '/api/v1/users.getPersonalAccessTokens', { as: guest });
    expect(list).toMatchObject({ status: 400, body: { errorType: 'not-authorized' } });
  });
});

describe.each(VERSIONS)('%s, rooms.get', (version) => {
  it('gives the rooms that the caller is in, and no other', async () => {
    const workspace = await TestWorkspace.start(version);
    const alice = workspace.addActor({ username: 'alice' });
    workspace.store.rooms.put({ _id: 'GENERAL', name: 'general', type: 'c', memberIds: [alice.id] });
    workspace.store.rooms.put({ _id: 'secret', name: 'secret', type: 'p', memberIds: [] });
    const answer = await workspace.call('GET', '/api/v1/rooms.get', { as: alice });
    await workspace.close();

    expect(answer).toMatchObject({
      status: 200,
      body: { update: [{ _id: 'GENERAL', name: 'general', t: 'c' }], remove: [], success: true },
    });
  });
});
