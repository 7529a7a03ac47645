import type { Answer } from '../../workspace/client/http';
import { incorrect } from './support/codes';
import { expectCommonHeaders, expectErrorContract, expectNothingEnded, expectRecorded } from './support/expectations';
import { expectListRefused, list, Listed, receivedFromApp } from './support/listing';
import { loggedCalls, secretsIn } from './support/secrets';
import { DIRECT, useWorkspace } from './support/workspace';

const workspace = useWorkspace();
const bodyOf = ({ body }: Answer): Listed => body as Listed;
const idOf = async (username: string): Promise<string> =>
  String((await workspace.state()).users.find((user) => user.username === username)?._id);

describe('done', () => {
  test('the workspace’s own answer, and whether that is all; recorded; nothing is ended', async () => {
    const answer = await list(workspace, { ...workspace.admin, method: 'totp' }, '?count=3&filter=alice');
    const headers = { 'User-Agent': DIRECT, 'x-2fa-code': workspace.admin.code };
    const direct = await workspace.call('/api/v1/sessions/list.all?count=3&filter=alice', {
      as: workspace.admin.as,
      headers,
    });

    expect(answer.body).toEqual({ ...(direct.body as object), complete: true });
    expect(answer.status).toBe(200);
    expect(bodyOf(answer).sessions[0].sessionId).toBe(workspace.alice.sessionId);
    expectCommonHeaders(answer);
    const [probe, page, ...more] = await receivedFromApp(workspace);
    expect([probe, page]).toMatchObject([
      { method: 'GET', path: '/api/v1/sessions/list.all', twoFactorCode: false, status: 400 },
      { method: 'GET', path: '/api/v1/sessions/list.all', twoFactorCode: true, userId: workspace.admin.as.userId },
    ]);
    expect(page.userAgent).toBe(probe.userAgent);
    expect(more).toEqual([]);
    expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ action: 'list', callerUsername: 'admin' });
    await expectNothingEnded(workspace);
  });

  test('150 sessions, sorted by name over all pages', async () => {
    await workspace.createAccount({ username: 'aaron' });
    await workspace.devices('aaron', 1);
    await workspace.devices('bob', 149);
    const parts = await Promise.all(
      ['0', '100'].map(async (offset) => {
        const query = `?count=100&offset=${offset}&sort=${encodeURIComponent('{"_user.username":1}')}`;
        return bodyOf(await list(workspace, workspace.admin, query));
      }),
    );

    const [aaron, sorted] = [await idOf('aaron'), parts.flatMap(({ sessions }) => sessions)];
    expect(parts.map(({ complete, total }) => [complete, total])).toEqual(Array(2).fill([true, sorted.length]));
    expect(sorted.length).toBeGreaterThan(150);
    expect(new Set(sorted.map(({ sessionId }) => sessionId)).size).toBe(sorted.length);
    // The workspace's own sorts each page for itself: the oldest of the alphabet could come last.
    expect(sorted[0].userId).toBe(aaron);
  });

  test('one person by name, not a namesake who took the ID as a display name', async () => {
    const id = await idOf('alice');
    await workspace.dev('users', { username: 'mallory', name: id });
    await workspace.devices('mallory', 2);
    const answer = await list(workspace, workspace.admin, '?user=%40Alice');

    const { sessions, total } = bodyOf(answer);
    expect(new Set(sessions.map(({ userId }) => userId))).toEqual(new Set([id]));
    expect(total).toBe(sessions.length);
    expect(total).toBeGreaterThan(3);
    expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ targetId: id, targetUsername: 'alice' });
  });

  test('by address, system, client and time', async () => {
    const query = '?ip=198.51.100.0%2F24&os=windows&client=desktop&loginBefore=1d&loginAfter=1w';
    const { sessions, total } = bodyOf(await list(workspace, workspace.admin, query));

    expect(sessions).toEqual([expect.objectContaining({ userId: await idOf('alice'), ip: '198.51.100.7' })]);
    expect(total).toBe(1);
  });

  test('with an access token, every call carries the code', async () => {
    await workspace.devices('bob', 150);
    const { accessToken } = await workspace.grantAccess('admin');
    const answer = await list(workspace, { as: { accessToken }, code: workspace.admin.code });

    expect(bodyOf(answer)).toMatchObject({ complete: true, success: true });
    expect((await receivedFromApp(workspace)).map(({ twoFactorCode }) => twoFactorCode)).toEqual([false, true, true]);
  });
});

describe('mailed codes', () => {
  beforeEach(async () => {
    await workspace.appSettings({ allowed_roles: 'security-officer' });
    await workspace.devices('bob', 150);
  });

  test('a login token reads everything with one', async () => {
    const as = await workspace.logIn('olivia');
    await list(workspace, { as });
    const answer = await list(workspace, { as, code: await workspace.code('olivia'), method: 'email' });

    expect(bodyOf(answer)).toMatchObject({ complete: true, success: true });
  });

  test('an access token reads one page, says so, and no further mail goes out', async () => {
    const { accessToken } = await workspace.grantAccess('olivia');
    await list(workspace, { as: { accessToken } });
    const code = await workspace.code('olivia');
    const answer = await list(workspace, { as: { accessToken }, code }, '?count=100');

    expect(bodyOf(answer)).toMatchObject({ complete: false, total: 100, success: true });
    expect(await receivedFromApp(workspace)).toHaveLength(3);
  });
});

test('a fault in the middle: what was read, and that it is not all', async () => {
  await workspace.devices('bob', 250);
  await workspace.fault({ path: '/api/v1/sessions/list.all', kind: 'drop', skip: 2, times: 9 });
  const answer = await list(workspace, workspace.admin);

  expect(answer.body).toMatchObject({
    complete: false,
    stoppedBy: 'error-workspace-unreachable',
    total: 100,
    count: 50,
  });
});

describe('refused: just what the step allows was sent', () => {
  type Case = [what: string, ask: () => Promise<Answer>, refusal: { status: number; errorType: string; calls: number }];
  const asAdmin = (query: string): Promise<Answer> => list(workspace, workspace.admin, query);
  const cases: Case[] = [
    [
      'no allowed role',
      async () => list(workspace, { as: await workspace.logIn('max'), code: '123456' }, '?user=nobody'),
      { status: 403, errorType: 'error-unauthorized', calls: 0 },
    ],
    ['an unknown parameter', () => asAdmin('?fields=1'), { status: 400, errorType: 'invalid-params', calls: 0 }],
    ['a parameter twice', () => asAdmin('?os=a&os=b'), { status: 400, errorType: 'invalid-params', calls: 0 }],
    ['an unknown person', () => asAdmin('?user=nobody'), { status: 404, errorType: 'error-user-not-found', calls: 0 }],
    [
      'no code',
      () => list(workspace, { as: workspace.admin.as }),
      { status: 400, errorType: 'totp-required', calls: 1 },
    ],
    [
      'an incorrect code',
      () => list(workspace, { ...workspace.admin, code: incorrect(workspace.admin.code) }),
      { status: 400, errorType: 'totp-invalid', calls: 2 },
    ],
    [
      'no permission to see sessions',
      async () => {
        await workspace.appSettings({ allowed_roles: 'support' });
        return list(workspace, { as: await workspace.logIn('max'), code: '123456' });
      },
      { status: 403, errorType: 'error-unauthorized', calls: 1 },
    ],
    [
      'no licence any more',
      async () => {
        await workspace.settings({ version: 'late', licence: 'gone' });
        return asAdmin('');
      },
      { status: 403, errorType: 'error-license-required', calls: 1 },
    ],
    [
      'no second factor in the workspace',
      async () => {
        await workspace.settings({ Accounts_TwoFactorAuthentication_Enabled: false });
        return asAdmin('');
      },
      { status: 403, errorType: 'error-2fa-not-enforced', calls: 1 },
    ],
  ];
  test.each(cases)('%s', async (_what, ask, refusal) => {
    await expectListRefused(workspace, await ask(), refusal);
  });

  test('nobody is logged in', async () => {
    expectErrorContract(await list(workspace, {}), 401, 'error-not-logged-in');
    expect(await receivedFromApp(workspace)).toEqual([]);
  });
});

test('without a second factor, where the admin allows it', async () => {
  await workspace.appSettings({ without_challenge: 'allow' });
  await workspace.settings({ Accounts_TwoFactorAuthentication_Enabled: false });

  expect(bodyOf(await list(workspace, { as: workspace.admin.as }))).toMatchObject({ complete: true, success: true });
});

test('invariant 6: no token, code or search is in persistence or in what is logged', async () => {
  const { as, code } = workspace.admin;
  await list(workspace, workspace.admin, '?filter=aSearchForSomebody&ip=203.0.113.24');
  await list(workspace, workspace.admin, '?token=aTokenInTheQuery');
  await loggedCalls(workspace, "sessions/list.all's ", 2);
  const kept = JSON.stringify([await workspace.appLogs(), await workspace.persistence()]);

  const secrets = {
    token: as.authToken,
    code,
    search: 'aSearchForSomebody',
    ip: '203.0.113.24',
    query: 'aTokenInTheQuery',
  };
  expect(secretsIn(kept, new Map(Object.entries(secrets)))).toEqual([]);
});
