import { DEVICES } from '../../../workspace/state/devices';
import { type Actor, TestWorkspace } from '../rest/harness';
import { TestSockets } from './support';

const CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.225 Safari/537.36';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.2 Mobile/15E148 Safari/604.1';
const DESKTOP =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Rocket.Chat/3.9.10 Chrome/116.0 Electron/26.2.4 Safari/537.36';

describe('a login over the socket', () => {
  let workspace: TestWorkspace;
  let alice: Actor;
  const sockets = new TestSockets();

  beforeEach(async () => {
    workspace = await TestWorkspace.start();
    alice = workspace.addActor({ username: 'alice' });
  });
  afterEach(async () => {
    await sockets.close();
    await workspace.close();
  });

  const documents = () => workspace.store.sessions.all();

  it('makes a session that can be ended; a login by REST makes none', async () => {
    const answer = await workspace.call('POST', '/api/v1/login', {
      body: { user: 'alice', password: 'alice-password' },
    });
    const { authToken } = (answer.body as { data: { authToken: string } }).data;
    expect(documents()).toEqual([]);

    const socket = await sockets.open(workspace.url, { headers: { 'User-Agent': CHROME } });
    expect(documents()).toEqual([]);
    expect(await socket.logIn(authToken)).toBe(alice.id);
    const [{ sessionId, ...session }] = documents();
    expect(session).toMatchObject({
      userId: alice.id,
      device: DEVICES.browser,
      host: new URL(workspace.url).host,
      ip: null,
      loginAt: workspace.store.now(),
    });
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    expect((await workspace.logout(sessionId, { as: workspace.addAdmin() })).status).toBe(200);
    expect(await socket.closed).toBe(1000);
  });

  it.each([
    ['a phone', PHONE, DEVICES.mobile],
    ['the mobile app', 'RC Mobile; ios 17.1; v4.44.0 (3210)', DEVICES['mobile-app']],
    ['the desktop app', DESKTOP, DEVICES['desktop-app']],
    ['something unknown', 'curl/8.5.0', DEVICES.other],
    ['a client that does not say what it is', undefined, DEVICES.none],
  ])('knows %s', async (_what, userAgent, device) => {
    await sockets.loggedIn(workspace.url, alice.token, { headers: userAgent ? { 'User-Agent': userAgent } : {} });
    expect(documents()[0].device).toEqual(device);
  });

  it.each(['x-real-ip', 'x-forwarded-for'])('takes the address from %s', async (header) => {
    await sockets.loggedIn(workspace.url, alice.token, { headers: { [header]: '203.0.113.9' } });
    expect(documents()[0].ip).toBe('203.0.113.9');
  });

  it('marks the session as closed, and nothing else, when the client goes', async () => {
    const socket = await sockets.loggedIn(workspace.url, alice.token);
    const other = await sockets.loggedIn(workspace.url, alice.token);
    socket.close();
    expect(await socket.closed).toBe(1000);
    await other.logIn(alice.token);
    expect(documents().map(({ closedAt, logoutAt }) => [closedAt, logoutAt])).toEqual([
      [workspace.store.now(), undefined],
      [undefined, undefined],
    ]);
    expect(workspace.ended().tokensLeft.alice).toBe(1);
  });

  it.each([
    [
      'an unknown token',
      { resume: 'x'.repeat(43) },
      '403',
      "You've been logged out by the server. Please log in again.",
    ],
    ['no token', {}, '400', 'Unrecognized options for login request'],
    ['a token of the wrong kind', { resume: 5 }, '400', 'Unrecognized options for login request'],
  ])('refuses %s, and makes no session', async (_what, param, code, reason) => {
    const socket = await sockets.open(workspace.url);
    await expect(socket.call('login', param)).rejects.toMatchObject({ code, reason });
    expect(documents()).toEqual([]);
  });

  it('refuses somebody who is deactivated', async () => {
    alice.user.active = false;
    const socket = await sockets.open(workspace.url);
    await expect(socket.logIn(alice.token)).rejects.toMatchObject({ code: 'error-user-is-not-activated' });
    expect(documents()).toEqual([]);
  });
});
