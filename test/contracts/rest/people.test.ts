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

    it('takes a bearer token when the header pair is absent', async () => {
      bearer(1000);
      expect((await me({ authorization: 'Bearer bearer-token' })).status).toBe(200);
      workspace.advance(1000);
      expect((await me({ authorization: 'Bearer bearer-token' })).status).toBe(401);
    });

    it.each([
      ['an unknown token', () => ({ 'x-user-id': alice.id, 'x-auth-token': 'x' })],
      ["somebody else's token", () => ({ 'x-user-id': alice.id, 'x-auth-token': admin.token })],
      ['a token without its user', () => ({ 'x-auth-token': alice.token })],
      ['a login token as bearer', () => ({ authorization: `Bearer ${alice.token}` })],
      ['a scheme in small letters', () => ({ authorization: 'bearer bearer-token' })],
      [
        'a wrong pair beside a right bearer token',
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

    it('refuses a deactivated user', async () => {
      alice.user.active = false;
      expect((await me(alice.headers)).status).toBe(401);
    });
  });

  describe('users.2fa.sendEmailCode', () => {
    const send = (body: object) => workspace.call('POST', '/api/v1/users.2fa.sendEmailCode', { body });

    it('mails a fresh code, also while one is valid', async () => {
      alice.user.emailCode = { code: '000000', expires: workspace.store.now() + 1000, failures: 4 };
      expect((await send({ emailOrUsername: 'alice' })).body).toEqual({ success: true });
      expect(alice.user.emailCode).toMatchObject({ failures: 0, expires: workspace.store.now() + 3_600_000 });
    });

    it('does not tell who exists', async () => {
      expect((await send({ emailOrUsername: 'nobody' })).body).toEqual({ success: true });
    });

    it('asks for whom', async () => {
      expect(await send({})).toMatchObject({ status: 400, body: { errorType: 'error-parameter-required' } });
    });
  });

  describe('login', () => {
    const login = (body: object, headers = {}) => workspace.call('POST', '/api/v1/login', { body, headers });

    it.each([
      ['user name', { user: 'alice', password: 'alice-password' }],
      ['user name in capitals', { username: 'ALICE', password: 'alice-password' }],
      ['e-mail address', { user: 'alice@example.com', password: 'alice-password' }],
      ['digest', { user: 'alice', password: { digest: passwordDigest('alice-password'), algorithm: 'sha-256' } }],
    ])('by %s gives a token that works, without a session', async (_name, body) => {
      const answer = await login(body);
      const { status, data } = answer.body as { status: string; data: { userId: string; authToken: string } };
      expect([answer.status, status, data.userId]).toEqual([200, 'success', alice.id]);
      const as = workspace.actorWith(alice.user, data.authToken);
      expect((await workspace.call('GET', '/api/v1/me', { as })).body).toMatchObject({ username: 'alice' });
      expect(workspace.store.sessions.all()).toEqual([]);
    });

    it.each([
      ['a wrong password', { user: 'alice', password: 'x' }, { error: 403, message: 'Incorrect password' }],
      ['an unknown user', { user: 'x', password: 'x' }, { error: 'Unauthorized', message: 'Unauthorized' }],
      ['nothing', {}, { error: 400, message: 'Unrecognized options for login request' }],
      ['an array', [], { error: 400, message: 'Unrecognized options for login request' }],
    ])('refuses %s', async (_name, body, refusal) => {
      const answer = await login(body);
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({ status: 'error', ...refusal, ...(late && { success: false }) });
    });

    it('asks those with TOTP for a code, and the others not for their password again', async () => {
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
      expect((await login({ ...credentials, code: 'wrong' })).body).toMatchObject({ error: 'totp-invalid' });
      expect((await login({ ...credentials, code: workspace.totp() })).status).toBe(200);
      expect((await login(credentials, { 'x-2fa-code': workspace.totp() })).status).toBe(200);
    });

    it('cannot be done without a local password', async () => {
      workspace.addActor({ username: 'sso', passwordHash: undefined });
      expect((await login({ user: 'sso', password: 'sso-password' })).status).toBe(401);
    });
  });

  it('me tells who one is, and no secrets', async () => {
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

  describe('users.logout', () => {
    const logout = (as: Actor, body: object) => workspace.call('POST', '/api/v1/users.logout', { as, body });

    it('needs logout-other-user for others, and neither licence nor second factor', async () => {
      workspace.store.licence = 'gone';
      const before = workspace.ended();
      const refused = await logout(alice, { userId: admin.id });
      expect([refused.status, refused.body]).toEqual([403, { success: false, error: 'unauthorized' }]);
      expect(workspace.ended()).toEqual(before);

      const done = await logout(admin, { userId: alice.id });
      expect([done.status, done.body]).toEqual([
        200,
        { message: `User ${alice.id} has been logged out!`, success: true },
      ]);
      expect(workspace.ended().tokensLeft).toEqual({ root: 1, alice: 0 });
      expect((await workspace.call('GET', '/api/v1/me', { as: alice })).status).toBe(401);
    });

    it('ends the own logins without an id', async () => {
      workspace.addSession(alice);
      expect((await logout(alice, {})).status).toBe(200);
      expect(workspace.ended().tokensLeft).toEqual({ root: 1, alice: 0 });
    });
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

    it('runs in a private room for members only', async () => {
      expect((await run({ ...command, roomId: 'secret' })).status).toBe(403);
      expect((await run({ ...command, roomId: 'secret' }, admin)).status).toBe(200);
      expect(host.runs.map(({ sender }) => sender.username)).toEqual(['root']);
    });

    it.each([
      ['no command', { roomId: 'GENERAL' }, 'You must provide a command to run.'],
      [
        'a command that is not there',
        { ...command, command: 'x' },
        'The command provided does not exist (or is disabled).',
      ],
      ['params that are no text', { ...command, params: 5 }, 'The parameters for the command must be a single string.'],
      ['a thread that is no text', { ...command, tmid: 5 }, 'The tmid parameter when provided must be a string.'],
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
