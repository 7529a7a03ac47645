import { TestWorkspace, VERSIONS, type Actor } from './harness';

describe.each(VERSIONS)('%s, users.removePersonalAccessToken', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    admin = workspace.addAdmin();
  });

  afterEach(() => workspace.close());

  const remove = async (
    code?: string,
    { as = admin, body = { tokenName: 'made up' } as object, userAgent = 'one' } = {},
  ) => {
    const headers = { 'user-agent': userAgent, ...(code !== undefined && { 'x-2fa-code': code }) };
    const answer = await workspace.call('POST', '/api/v1/users.removePersonalAccessToken', { as, headers, body });
    return [answer.status, answer.body];
  };
  const NO_SUCH_TOKEN = {
    success: false,
    error: 'Token does not exist [error-token-does-not-exists]',
    errorType: 'error-token-does-not-exists',
    details: { method: 'personalAccessTokens:removeToken' },
  };

  it('verifies a code and changes nothing', async () => {
    const before = workspace.ended();
    expect(await remove()).toMatchObject([
      400,
      { errorType: 'totp-required', details: { method: 'totp', codeGenerated: false, availableMethods: ['totp'] } },
    ]);
    expect(await remove('incorrect')).toMatchObject([400, { errorType: 'totp-invalid' }]);
    expect(await remove(workspace.totp())).toEqual([400, NO_SUCH_TOKEN]);
    expect(workspace.ended()).toEqual(before);
  });

  it('is remembered for the token and the User-Agent like any other call', async () => {
    await remove(workspace.totp());
    expect(await remove()).toEqual([400, NO_SUCH_TOKEN]);
    expect(await remove(undefined, { userAgent: 'another' })).toMatchObject([400, { errorType: 'totp-required' }]);
  });

  it('asks for the permission after the code', async () => {
    const guest = workspace.addActor({ username: 'guest', roles: ['bot'] });
    guest.user.totpSecret = admin.user.totpSecret;
    expect(await remove(undefined, { as: guest })).toMatchObject([400, { errorType: 'totp-required' }]);
    expect(await remove(workspace.totp(), { as: guest })).toMatchObject([
      400,
      { error: 'Not Authorized [not-authorized]', errorType: 'not-authorized' },
    ]);
  });

  it('refuses a missing name, after the code', async () => {
    expect(await remove(workspace.totp(), { body: {} })).toEqual([
      400,
      { success: false, error: "The 'tokenName' param is required" },
    ]);
  });

  it('does not challenge a bypass token, nor a user without a method', async () => {
    const bypass = { type: 'personalAccessToken', name: 'x', bypassTwoFactor: true } as const;
    const as = workspace.actorWith(admin.user, workspace.store.users.issueToken(admin.id, bypass));
    expect(await remove(undefined, { as })).toEqual([400, NO_SUCH_TOKEN]);
    const sso = workspace.addActor({ username: 'sso', passwordHash: undefined });
    expect(await remove(undefined, { as: sso })).toEqual([400, NO_SUCH_TOKEN]);
  });

  it('removes a token that exists', async () => {
    const token = workspace.store.users.issueToken(admin.id, { type: 'personalAccessToken', name: 'script' });
    const as = workspace.actorWith(admin.user, token);
    expect((await workspace.call('GET', '/api/v1/me', { as })).status).toBe(200);
    expect(await remove(workspace.totp(), { body: { tokenName: 'script' } })).toEqual([200, { success: true }]);
    expect((await workspace.call('GET', '/api/v1/me', { as })).status).toBe(401);
  });
});
