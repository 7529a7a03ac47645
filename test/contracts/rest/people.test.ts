import { passwordDigest } from '../../../workspace/state/ids';
import { FakeAppHost, TestWorkspace, VERSIONS, type Actor } from './harness';

describe.each(VERSIONS)('%s', (version) => {
  let workspace: TestWorkspace;
  let host: FakeAppHost;
  let admin: Actor;
  let alice: Actor;
  const late = version === 'late';

  beforeEach(async () => {
    host = new FakeAppHost(['logout-session']);
    workspace = await TestWorkspace.start(version, host);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice', name: 'Alice Example', language: 'pt-BR' });
  });

  afterEach(() => workspace.close());

  describe('authentication', () => {
    const me = (headers: Record<string, string>) => workspace.call('GET', '/api/v1/me', { headers });
    const bearer = (lifetime: number) =>
      workspace.store.oauth.saveToken({
        accessToken: 'bearer-token',
        clientId: 'client',
        userId: alice.id,
        expires: workspace.store.now() + lifetime,
      });

    it('accepts a bearer token when the header pair is absent', async () => {
      bearer(1000);
      expect((await me({ authorization: 'Bearer bearer-token' })).status).toBe(200);
      workspace.advance(1000);
      expect((await me({ authorization: 'Bearer bearer-token' })).status).toBe(401);
    });

    it.each([
      ['an unknown token', () => ({ 'x-user-id': alice.id, 'x-auth-token': 'x' })],
      ["somebody else's token", () => ({ 'x-user-id': alice.id, 'x-auth-token': admin.token })],
      ['a token without its user ID', () => ({ 'x-auth-token': alice.token })],
      ['a login token as bearer', () => ({ authorization: `Bearer ${alice.token}` })],
      ['the scheme in lower case', () => ({ authorization: 'bearer bearer-token' })],
      [
        'an unknown token together with a valid bearer token',
        () => ({ 'x-user-id': alice.id, 'x-auth-token': 'x', authorization: 'Bearer bearer-token' }),
      ],
    ])('refuses %s', async (_name, headers) => {
      bearer(1000);
      const answer = await me(headers());
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({
        status: 'error',
        message: 'You must be logged in to do this.',
        ...(late && { success: false, error: 'You must be logged in to do this.' }),
      });
    });

    it('refuses the login token of a deactivated user, and accepts their bearer token', async () => {
      bearer(1000);
      workspace.store.logins.setActive(alice.user, false);
      expect((await me(alice.headers)).status).toBe(401);
      expect((await me({ authorization: 'Bearer bearer-token' })).status).toBe(200);
    });
  });

  describe('users.2fa.sendEmailCode', () => {
    const send = (body: object) => workspace.call('POST', '/api/v1/users.2fa.sendEmailCode', { body });

    it('mails a fresh code even while one is valid', async () => {
      alice.user.emailCode = { code: '000000', expires: workspace.store.now() + 1000, failures: 4 };
      expect((await send({ emailOrUsername: 'alice' })).body).toEqual({ success: true });
      expect(alice.user.emailCode).toMatchObject({ failures: 0, expires: workspace.store.now() + 3_600_000 });
    });

    it('does not tell who exists', async () => {
      expect((await send({ emailOrUsername: 'nobody' })).body).toEqual({ success: true });
    });

    it('refuses a call without a user', async () => {
      expect(await send({})).toMatchObject({ status: 400, body: { errorType: 'error-parameter-required' } });
    });
  });

  describe('login', () => {
    const login = (body: object, headers = {}) => workspace.call('POST', '/api/v1/login', { body, headers });

    it.each([
      ['username', { user: 'alice', password: 'alice-password' }],
      ['username in upper case', { username: 'ALICE', password: 'alice-password' }],
      ['e-mail address', { user: 'alice@example.com', password: 'alice-password' }],
      ['digest', { user: 'alice', password: { digest: passwordDigest('alice-password'), algorithm: 'sha-256' } }],
    ])('by %s gives a valid token and no session', async (_name, body) => {
      const answer = await login(body);
      const { status, data } = answer.body as { status: string; data: { userId: string; authToken: string } };
      expect([answer.status, status, data.userId]).toEqual([200, 'success', alice.id]);
      const as = workspace.actorWith(alice.user, data.authToken);
      expect((await workspace.call('GET', '/api/v1/me', { as })).body).toMatchObject({ username: 'alice' });
      expect(workspace.store.sessions.all()).toEqual([]);
    });

    it.each([
      ['an incorrect password', { user: 'alice', password: 'x' }, { error: 403, message: 'Incorrect password' }],
      ['an unknown user', { user: 'x', password: 'x' }, { error: 'Unauthorized', message: 'Unauthorized' }],
      ['nothing', {}, { error: 400, message: 'Unrecognized options for login request' }],
      ['an array', [], { error: 400, message: 'Unrecognized options for login request' }],
    ])('refuses %s', async (_name, body, refusal) => {
      const answer = await login(body);
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({ status: 'error', ...refusal, ...(late && { success: false }) });
    });

    it('asks users with TOTP for a code, and nobody for the password again', async () => {
      const credentials = { user: 'root', password: 'root-password' };
      const challenge = await login(credentials);
      expect(challenge.status).toBe(401);
      expect(challenge.body).toEqual({
        status: 'error',
        error: 'totp-required',
        message: 'TOTP Required',
        details: { method: 'totp', codeGenerated: false, availableMethods: ['totp'] },
        ...(late && { success: false }),
      });
      expect((await login({ ...credentials, code: 'incorrect' })).body).toMatchObject({ error: 'totp-invalid' });
      expect((await login({ ...credentials, code: workspace.totp() })).status).toBe(200);
      expect((await login(credentials, { 'x-2fa-code': workspace.totp() })).status).toBe(200);
    });

    it('is impossible without a local password', async () => {
      workspace.addActor({ username: 'sso', passwordHash: undefined });
      expect((await login({ user: 'sso', password: 'sso-password' })).status).toBe(401);
    });
  });

  it('me describes the caller, without secrets', async () => {
    const { status, body, text } = await workspace.call('GET', '/api/v1/me', { as: alice });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      _id: alice.id,
      username: 'alice',
      name: 'Alice Example',
      roles: ['user'],
      emails: [{ address: 'alice@example.com', verified: true }],
      settings: { preferences: { language: 'pt-BR' } },
      success: true,
    });
    expect(text).not.toContain(alice.user.passwordHash);
    expect(text).not.toContain(alice.user.loginTokens[0].hashedToken);
  });

  describe('commands.run', () => {
    const run = (body: object, as = alice) => workspace.call('POST', '/api/v1/commands.run', { as, body });
    const command = { command: 'Logout-Session', roomId: 'GENERAL', params: 'abc  --code 1' };

    beforeEach(() => {
      workspace.store.rooms.put({ _id: 'GENERAL', name: 'general', type: 'c', memberIds: [] });
      workspace.store.rooms.put({ _id: 'secret', name: 'secret', type: 'p', memberIds: [admin.id] });
    });

    it('hands the command to the host of the apps', async () => {
      const answer = await run({ ...command, triggerId: 'trigger', tmid: 'thread' });
      expect([answer.status, answer.body]).toEqual([200, { success: true }]);
      expect(host.runs).toEqual([
        {
          command: 'logout-session',
          sender: alice.user,
          room: workspace.store.rooms.get('GENERAL'),
          params: 'abc  --code 1',
          triggerId: 'trigger',
          threadId: 'thread',
        },
      ]);
    });

    it('runs in a private room only for its members', async () => {
      expect((await run({ ...command, roomId: 'secret' })).status).toBe(403);
      expect((await run({ ...command, roomId: 'secret' }, admin)).status).toBe(200);
      expect(host.runs.map(({ sender }) => sender.username)).toEqual(['root']);
    });

    it.each([
      ['no command', { roomId: 'GENERAL' }, 'You must provide a command to run.'],
      ['an unknown command', { ...command, command: 'x' }, 'The command provided does not exist (or is disabled).'],
      [
        'params that are not text',
        { ...command, params: 5 },
        'The parameters for the command must be a single string.',
      ],
      ['a thread that is not text', { ...command, tmid: 5 }, 'The tmid parameter when provided must be a string.'],
      [
        'no room',
        { command: 'logout-session' },
        "The room's id where to execute this command must be provided and be a string.",
      ],
    ])('refuses %s', async (_name, body, error) => {
      const answer = await run(body);
      expect([answer.status, answer.body]).toEqual([400, { success: false, error }]);
      expect(host.runs).toEqual([]);
    });
  });
});
