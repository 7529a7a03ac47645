import { passwordDigest } from '../../../workspace/state/ids';
import { seed } from '../../../workspace/seed';
import { FakeAppHost, TestWorkspace, TOTP_SECRET } from './harness';

let workspace: TestWorkspace;
let host: FakeAppHost;

beforeEach(async () => {
  host = new FakeAppHost();
  workspace = await TestWorkspace.start('6.5', host);
});

afterEach(() => workspace.close());

const get = async (path: string): Promise<unknown> => {
  const answer = await workspace.call('GET', `/_dev/${path}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const post = (path: string, body: unknown = {}) => workspace.call('POST', `/_dev/${path}`, { body });

it('lists its routes', async () => {
  const routes = Object.keys((await get('')) as object);
  expect(routes).toEqual(
    expect.arrayContaining(['GET /_dev/state', 'GET /_dev/code/:username', 'POST /_dev/faults', 'POST /_dev/reset']),
  );
  expect((await workspace.call('GET', '/_dev/nothing')).status).toBe(404);
});

it('state shows everything except secrets', async () => {
  const alice = workspace.addActor({ username: 'alice' });
  const { sessionId, authToken } = workspace.addSession(alice);
  workspace.store.oauth.createApp({
    name: 'client',
    active: true,
    redirectUri: 'https://client.example.com/',
    clientSecret: 'the client secret',
    createdBy: { _id: alice.id, username: 'alice' },
  });
  host.settings.allowed_roles = 'admin';
  const state = await get('state');
  expect(state).toMatchObject({
    users: [{ _id: alice.id, username: 'alice', name: 'alice', roles: ['user'], active: true, tokens: 2 }],
    sessions: [{ sessionId, userId: alice.id, loginAt: new Date(workspace.store.now()).toISOString() }],
    settings: { Accounts_TwoFactorAuthentication_Enabled: true, licence: true, version: '6.5' },
    appSettings: { allowed_roles: 'admin' },
  });
  const text = JSON.stringify(state);
  const { passwordHash, loginTokens } = alice.user;
  for (const secret of [authToken, passwordHash, loginTokens[0].hashedToken, 'the client secret']) {
    expect(text).not.toContain(secret);
  }
});

describe('code', () => {
  it.each<[string, object, () => object]>([
    ['TOTP', { totpSecret: TOTP_SECRET }, () => ({ method: 'totp', code: workspace.totp() })],
    ['e-mail, none mailed', { email2fa: true }, () => ({ method: 'email', code: null })],
    ['password', {}, () => ({ method: 'password', code: passwordDigest('someone-password') })],
    ['nothing', { passwordHash: undefined }, () => ({ method: null, code: null })],
  ])('%s', async (_name, given, expected) => {
    workspace.addActor({ username: 'someone', ...given });
    expect(await get('code/someone')).toEqual(expected());
  });

  it('is the mailed code until it is used', async () => {
    const olivia = workspace.addActor({ username: 'olivia', roles: ['admin'], email2fa: true });
    await workspace.logout('x', { as: olivia });
    const { code } = (await get('code/olivia')) as { code: string };
    expect((await workspace.logout('x', { as: olivia, headers: { 'x-2fa-code': code } })).status).toBe(404);
    expect(await get('code/olivia')).toEqual({ method: 'email', code: null });
  });

  it('nobody has none', async () => {
    const answer = await workspace.call('GET', '/_dev/code/nobody');
    expect([answer.status, answer.body]).toEqual([404, { error: 'no user "nobody"' }]);
  });
});

describe('tokens and accounts', () => {
  const logout = ({ userId, authToken }: { userId: string; authToken: string }) =>
    workspace.logout('x', { headers: { 'x-user-id': userId, 'x-auth-token': authToken } });

  it.each([
    [false, 400],
    [true, 404],
  ])('a token with bypassTwoFactor %s', async (bypassTwoFactor, status) => {
    workspace.addAdmin('ada');
    const { body } = await post('tokens', { username: 'ada', bypassTwoFactor });
    expect((await logout(body as { userId: string; authToken: string })).status).toBe(status);
  });

  it('sessions have valid tokens, which end with them', async () => {
    const alice = workspace.addActor({ username: 'alice' });
    const { body } = await post('sessions', { username: 'alice', count: 3 });
    const sessions = body as Array<{ sessionId: string; userId: string; authToken: string }>;
    expect(sessions).toHaveLength(3);
    expect((await logout(sessions[0])).status).toBe(403);
    workspace.store.logins.endSession(workspace.store.sessions.get(sessions[0].sessionId)!, alice.id);
    expect((await logout(sessions[0])).status).toBe(401);
    expect((await logout(sessions[1])).status).toBe(403);
  });

  it('a new account is really new', async () => {
    const { body } = await post('users', { username: 'new', roles: ['admin'], totp: true });
    expect(body).toEqual({ userId: expect.stringMatching(/^\w{17}$/) as unknown });
    const { body: token } = await post('tokens', { username: 'new' });
    expect((await logout(token as { userId: string; authToken: string })).status).toBe(404);
    expect((await post('users', { username: 'NEW' })).status).toBe(400);
  });

  it.each([
    ['tokens', {}, "must have required property 'username'"],
    ['tokens', { username: 'ada', for: 'ever' }, '"for" must NOT have additional properties'],
    ['tokens', { username: 'ada', bypassTwoFactor: 'yes' }, 'bypassTwoFactor must be boolean'],
    ['sessions', { username: 'ada', count: 0 }, 'count must be >= 1'],
    ['users', { username: '' }, 'username must NOT have fewer than 1 characters'],
  ])('%s refuses %j', async (path, body, error) => {
    const answer = await post(path, body);
    expect([answer.status, answer.body]).toEqual([400, { error }]);
  });

  it('refuses what is not JSON', async () => {
    const answer = await workspace.call('POST', '/_dev/tokens', {
      text: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.any(String) as unknown });
  });
});

describe('settings', () => {
  const LICENCES_KNOWN =
    '"licence" must be true, "gone" (it had one), "never" (it never had one) or "other" (one without device management)';

  it('change by their real IDs, with licence and version', async () => {
    const changes = { Accounts_TwoFactorAuthentication_RememberFor: 0, licence: 'never', version: 'late' };
    expect((await post('settings', changes)).body).toMatchObject(changes);
    expect(workspace.store.licence).toBe('never');
    expect((await post('settings', { licence: true, version: '7.0' })).body).toMatchObject({
      licence: true,
      version: '7.0',
      release: '7.0.0',
    });
    expect(workspace.store.licence).toBe(true);
  });

  it.each([
    [{ No_Such_Setting: 1 }, 'unknown setting "No_Such_Setting"'],
    [{ Language: 5 }, '"Language" must be a string'],
    [{ version: '7' }, '"version" must be "6.5", "7.0" or "late"'],
    [{ licence: 'yes' }, LICENCES_KNOWN],
    [{ licence: false }, LICENCES_KNOWN],
    [{ licence: 'true' }, LICENCES_KNOWN],
    [[], 'must be an object of settings'],
  ])('refuses %j, and then changes nothing', async (wrong, error) => {
    const before = workspace.store.settings.all();
    const answer = await post('settings', Array.isArray(wrong) ? wrong : { Language: 'de', ...wrong });
    expect([answer.status, answer.body]).toEqual([400, { error }]);
    expect(workspace.store.settings.all()).toEqual(before);
  });

  it("of the app go through the app's host", async () => {
    expect((await post('app-settings', { allowed_roles: 'x' })).body).toEqual({ allowed_roles: 'x' });
    const refused = await post('app-settings', { refused: true });
    expect([refused.status, refused.body]).toEqual([400, { error: 'refused by the app' }]);
  });
});

describe('requests', () => {
  it('show what was received, without secrets', async () => {
    const admin = workspace.addAdmin();
    await workspace.call('POST', '/api/v1/sessions/logout?x=1', {
      as: admin,
      body: { sessionId: 5 },
      headers: { 'user-agent': 'me', 'x-2fa-code': workspace.totp() },
    });
    await workspace.call('POST', '/api/v1/login', { body: { user: 'root', password: 'p4ss', code: '123456' } });
    await workspace.call('POST', '/api/v1/commands.run', {
      as: admin,
      body: { command: 'x', params: 'abc --code 987654 --reason lost' },
    });
    const requests = await get('requests');
    const at = new Date(workspace.store.now()).toISOString();
    expect(requests).toEqual([
      expect.objectContaining({
        at,
        method: 'POST',
        path: '/api/v1/sessions/logout',
        status: 404,
        userId: admin.id,
        userAgent: 'me',
        twoFactorCode: true,
        body: { sessionId: 5 },
      }),
      expect.objectContaining({ twoFactorCode: false, body: { user: 'root', password: '<hidden>', code: '<hidden>' } }),
      expect.objectContaining({ body: { command: 'x', params: 'abc --code <hidden> --reason lost' } }),
    ]);
    const text = JSON.stringify(requests);
    for (const secret of [admin.token, workspace.totp(), 'p4ss', '123456', '987654']) {
      expect(text).not.toContain(secret);
    }
  });

  it('keep no huge body, and include one that could not be read', async () => {
    await workspace.call('POST', '/api/v1/sessions/logout', { body: { sessionId: 'x'.repeat(1_000_000) } });
    const headers = { 'content-type': 'application/json' };
    await workspace.call('POST', '/api/v1/sessions/logout', { text: '{', headers });
    expect(await get('requests')).toMatchObject([{ status: 401, body: '<1000016 bytes>' }, { status: 400 }]);
  });

  it('are only the last 10,000', () => {
    const { requests } = workspace.store;
    const entry = { at: '', method: '', path: '', twoFactorCode: false, body: undefined };
    for (let status = 0; status < 25_000; status += 1) {
      requests.add({ ...entry, status });
    }
    expect(requests.all()).toHaveLength(10_000);
    expect(requests.all().at(-1)?.status).toBe(24_999);
  });
});

it('messages are those of one user', async () => {
  const [alice, bob] = ['alice', 'bob'].map((username) => workspace.addActor({ username }));
  workspace.store.deliver(alice.id, 'message', { text: 'hello' });
  workspace.store.deliver(bob.id, 'modal', { view: {} });
  workspace.store.drop(bob.id, 'modal', 'trigger expired', { view: {} });
  const at = new Date(workspace.store.now()).toISOString();
  expect(await get('messages/alice')).toEqual([{ at, userId: alice.id, kind: 'message', text: 'hello' }]);
  expect(await get('dropped')).toEqual([{ at, userId: bob.id, kind: 'modal', reason: 'trigger expired', view: {} }]);
});

it('persistence and logs come from the host of the apps', async () => {
  expect([await get('persistence'), await get('app-logs')]).toEqual([[{ stored: true }], [{ logged: true }]]);
});

it('reset goes back to the state right after boot', async () => {
  const { store } = workspace;
  seed(store);
  store.markBooted();
  const before = structuredClone(store.snapshot());
  const admin = store.users.byUsername('admin')!;
  const [session] = store.sessions.all();

  store.logins.endSession(session, admin._id);
  store.users.issueToken(admin._id);
  store.users.create({ username: 'another' });
  store.oauth.createApp({ name: 'x', active: true, redirectUri: 'x', createdBy: { _id: 'x', username: 'x' } });
  store.oauth.consent(admin._id, 'x');
  store.settings.set('Language', 'de');
  store.licence = 'gone';
  store.version = 'late';
  store.deliver(admin._id, 'message', {});
  await workspace.call('GET', '/api/v1/me');
  expect(store.snapshot()).not.toEqual(before);

  expect((await post('reset')).body).toEqual({ ok: true });
  expect(store.snapshot()).toEqual(before);
  expect(host.resets).toBe(1);
  expect(await get('requests')).toEqual([]);
  expect([...store.deliveries.all(), ...store.sockets.all()]).toEqual([]);

  // A second time: nothing that happened after the first reset may have leaked into the state it goes back to.
  store.logins.endSession(store.sessions.get(session.sessionId)!, admin._id);
  await post('reset');
  expect(store.snapshot()).toEqual(before);
});
