import { spawn } from 'child_process';
import { createHash } from 'crypto';
import * as path from 'path';
import manifest from '../../app.json';
import type { WorkspaceState } from '../../workspace/client/views';
import { seedPassword } from '../../workspace/seed';
import { ADMIN_SECRET, credentials, notHeld, verifying, verifyingWith } from './support/verifying';
import { useWorkspace, Workspace } from './support/workspace';

jest.setTimeout(150_000);

const workspace = useWorkspace(new Workspace({ env: { SESSIONS: '300' } }));

beforeEach(async () => {
  // By default a workspace takes ten logins a minute, so a whole run would wait.
  await workspace.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 1000 });
});

/** What must be the same afterwards, whoever the test person was. */
async function leftOf(state: WorkspaceState, testPerson: string) {
  const { _id } = state.users.find(({ username }) => username === testPerson) ?? {};
  return {
    // An ended one is nobody's any more; that of the one who ran it is among them.
    sessionsOfOthers: state.sessions.filter(({ userId, logoutAt }) => userId !== _id && logoutAt === undefined),
    tokensOfOthers: state.users.filter((user) => user._id !== _id).map(({ username, tokens }) => [username, tokens]),
    oauthApps: state.oauthApps,
    roles: state.roles,
    settings: state.settings,
    appSettings: state.appSettings,
  };
}

test('a whole run holds, ends nobody else’s session, and leaves the workspace as it was', async () => {
  const before = await workspace.state();
  const { status, report, printed } = await verifying(workspace, 'bob');

  expect(notHeld(report)).toEqual({
    'endpoint.rest': expect.stringContaining('error-internal'),
    'chat.everything': expect.stringContaining('has a licence'),
    'everything.code-incorrect': expect.stringContaining('at most 2 incorrect codes'),
    'lockout.counts': expect.stringContaining('bob has no allowed role'),
    'lockout.lifted': expect.stringContaining('was not locked out'),
  });
  expect(status).toBe(0);
  expect(report).toMatchObject({ failed: 0, notTried: 5, left: [], caller: 'admin', testPerson: 'bob' });
  expect(report.held).toBeGreaterThan(30);

  const after = await workspace.state();
  expect(await leftOf(after, 'bob')).toEqual(await leftOf(before, 'bob'));
  expect(before.sessions.filter(({ logoutAt }) => logoutAt === undefined).length).toBeGreaterThan(200);
  await expect(workspace.isLoggedIn(workspace.alice)).resolves.toBe(true);
  // Every login of the test person was ended, as the plan had said, and none of those that were made is left.
  expect(after.users.find(({ username }) => username === 'bob')?.tokens).toBe(0);
  // The app told the test person, in a room of their own.
  const rooms = after.rooms.filter(({ _id }) => before.rooms.every((room) => room._id !== _id));
  expect(rooms.length).toBeLessThanOrEqual(1);

  expect(printed).toContain('Test person: bob alone');
  const digest = createHash('sha256').update(seedPassword('bob')).digest('hex');
  for (const secret of [seedPassword('admin'), seedPassword('bob'), ADMIN_SECRET, digest]) {
    expect(printed).not.toContain(secret);
  }
});

test('the lockout is tried on a test person with an allowed role, and lifted again', async () => {
  const before = await workspace.state();
  const { status, report } = await verifying(workspace, 'pat', 'lockout', 'endpoint.no-role');

  expect(notHeld(report)).toEqual({ 'endpoint.no-role': expect.stringContaining('pat has an allowed role') });
  expect(status).toBe(0);
  const after = await workspace.state();
  expect(await leftOf(after, 'pat')).toEqual(await leftOf(before, 'pat'));
  expect(after.users.map(({ tokens }) => tokens)).toEqual(before.users.map(({ tokens }) => tokens));
});

test.each(['never', 'gone'])(
  'without a licence (%s) nothing fails, and what the app still does is tried',
  async (licence) => {
    await workspace.settings({ licence });
    const { status, report } = await verifying(workspace, 'bob');

    const failed = Object.entries(notHeld(report)).filter(([, how]) => how.startsWith('failed'));
    expect(failed).toEqual([]);
    expect(status).toBe(0);
    const noLicence = Object.entries(notHeld(report)).filter(([, why]) => /no licence/.test(why));
    expect(noLicence.map(([id]) => id)).toEqual([
      'endpoint.no-role',
      'endpoint.bypass-token',
      'endpoint.code-missing',
      'endpoint.code-incorrect',
      'endpoint.code-remembered',
      'endpoint.no-session',
      'endpoint.code-repeated',
      'endpoint.logout',
      'endpoint.form',
      'chat.dialog',
      'chat.search',
      'chat.one-line',
      'several.find',
      'several.many',
      'several.all',
      'speed.logout',
    ]);
    const others = Object.keys(notHeld(report)).filter((id) => noLicence.every(([each]) => each !== id));
    expect(others).toEqual(['endpoint.rest', 'lockout.counts', 'lockout.lifted']);
  },
);

test('the lockout is tried without a licence as well', async () => {
  await workspace.settings({ licence: 'never' });
  const { status, report } = await verifying(workspace, 'pat', 'lockout');

  expect(notHeld(report)).toEqual({});
  expect(status).toBe(0);
});

test('what admins read of an app, its log and its settings, is theirs alone', async () => {
  await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId });
  for (const part of ['logs', 'settings']) {
    const path = `/api/apps/${manifest.id}/${part}`;
    expect((await workspace.call(path, { as: workspace.admin.as })).status).toBe(200);
    expect((await workspace.call(path, { as: workspace.alice })).status).toBe(401);
    expect((await workspace.call(path, { as: workspace.bob })).status).toBe(403);
  }
  const log = await workspace.call(`/api/apps/${manifest.id}/logs?count=1`, { as: workspace.admin.as });
  expect(log.body).toMatchObject({ logs: [{ appId: manifest.id, entries: expect.any(Array) }], success: true });
});

describe('other second factors', () => {
  const ONLY = [
    'endpoint.bypass-token',
    'endpoint.code-incorrect',
    'endpoint.logout',
    'chat.dialog',
    'several.find',
    'speed',
  ];
  const credentialsOf = (username: string) => ({
    ...credentials('bob'),
    VERIFY_TOTP_SECRET: '',
    VERIFY_USER: username,
    VERIFY_PASSWORD: seedPassword(username),
  });
  beforeEach(() => workspace.appSettings({ allowed_roles: 'admin, security-officer' }));

  test('mailed codes are asked for, each for one call', async () => {
    const asked: string[] = [];
    const env = credentialsOf('olivia');
    const { report } = await verifyingWith(workspace.url, env, ONLY, async (question) => {
      asked.push(question);
      return workspace.code('olivia');
    });

    expect(notHeld(report)).toEqual({ 'speed.logout': expect.stringContaining('its own e-mail') });
    expect(asked.length).toBeGreaterThan(4);
    asked.forEach((question) => expect(question).toMatch(/^olivia: .*mail/i));
  });

  test('a password is enough by API, and is not typed in chat', async () => {
    const { report } = await verifyingWith(workspace.url, credentialsOf('pat'), ONLY);

    expect(notHeld(report)).toEqual({ 'chat.dialog': expect.stringContaining('does not take in chat') });
  });
});

test('stopped by Ctrl-C it takes back what it made', async () => {
  const before = await workspace.state();
  const child = spawn(
    process.execPath,
    ['--require', 'tsx/cjs', 'scripts/verify.ts', '--only', 'endpoint', workspace.url],
    {
      cwd: path.resolve(__dirname, '..', '..'),
      env: { ...process.env, ...credentials('bob') },
    },
  );
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const wasThere = printed.includes('endpoint.bypass-token');
    printed += chunk.toString();
    if (!wasThere && printed.includes('endpoint.bypass-token')) {
      child.kill('SIGINT');
    }
  });
  const status = await new Promise((resolve) => child.once('close', resolve));

  expect(printed).toContain('You stopped it.');
  expect(printed).toContain('What it made has been removed.');
  expect(status).toBe(130);
  const after = await workspace.state();
  expect(after.users.map(({ tokens }) => tokens)).toEqual(before.users.map(({ tokens }) => tokens));
});
