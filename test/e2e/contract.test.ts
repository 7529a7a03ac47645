import {
  expectCommonHeaders,
  expectErrorContract,
  expectNothingEnded,
  expectOnlyEnded,
  expectReceived,
  expectRecorded,
  expectRefused,
  NOTHING,
  PROBE_AND_LOGOUT,
} from './support/expectations';
import { DIRECT, useWorkspace } from './support/workspace';

const workspace = useWorkspace();
describe('done', () => {
  test('the caller ends this session and no other', async () => {
    const answer = await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId, method: 'totp' });

    expect(answer.body).toEqual({ sessionId: workspace.alice.sessionId, success: true });
    expect(answer.status).toBe(200);
    expectCommonHeaders(answer);
    await expectOnlyEnded(workspace, workspace.alice, workspace.admin.as.userId);
  });

  test('the workspace receives one probe and then the same call, both as the caller', async () => {
    await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId, method: 'totp' });

    const { probes, logouts } = await expectReceived(workspace, PROBE_AND_LOGOUT);
    expect(probes[0]).toMatchObject({ status: 400, userId: workspace.admin.as.userId, twoFactorCode: false });
    expect(logouts[0]).toMatchObject({ status: 200, userId: workspace.admin.as.userId, twoFactorCode: true });
    expect(Date.parse(probes[0].at)).toBeLessThanOrEqual(Date.parse(logouts[0].at));
  });

  test('it is recorded: who, which session, by what means, and how it ended', async () => {
    const before = Date.now();
    const answer = await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId, method: 'totp' });

    const entry = await expectRecorded(workspace, answer, 'done', 200);
    expect(entry).toMatchObject({
      via: 'api',
      callerId: workspace.admin.as.userId,
      callerUsername: 'admin',
      callerRoles: ['admin', 'user'],
      sessionId: workspace.alice.sessionId,
      outcome: { result: 'done', secondFactor: 'totp' },
    });
    expect(entry.at).toBeGreaterThanOrEqual(before);
    expect(entry.at).toBeLessThanOrEqual(Date.now());
    expect(await workspace.auditEntries()).toHaveLength(1);
  });

  test('a form works as well as JSON', async () => {
    const text = new URLSearchParams({ sessionId: workspace.bob.sessionId, reason: 'left the company' });
    const answer = await workspace.send({ text }, workspace.admin);

    expect(answer.body).toEqual({ sessionId: workspace.bob.sessionId, success: true });
    await expectOnlyEnded(workspace, workspace.bob, workspace.admin.as.userId);
    expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ reason: 'left the company' });
  });

  test('a client of the original endpoint only needs another base URL', async () => {
    const request = { ...workspace.admin, sessionId: workspace.alice.sessionId, method: 'totp' };
    const throughApp = await workspace.logout({ ...request, headers: { 'User-Agent': DIRECT } });
    const original = await workspace.logoutDirectly(request);

    expect({ status: throughApp.status, body: throughApp.body }).toEqual({
      status: original.status,
      body: original.body,
    });
    expect(original.status).toBe(200);
  });
});

describe('reason', () => {
  test('it is recorded as given, and never forwarded', async () => {
    const reason = 'Laptop stolen – Zürich HB, "line 3"\n<b>ticket</b> 4711 🔒';
    const answer = await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId, reason });

    expect(answer.status).toBe(200);
    expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ reason });
    const { probes, logouts } = await expectReceived(workspace, PROBE_AND_LOGOUT);
    expect(probes[0].body).toEqual({ sessionId: expect.any(String) });
    expect(logouts[0].body).toEqual({ sessionId: workspace.alice.sessionId });
  });
});

describe('correlation ID', () => {
  test("the caller's own is echoed, and is in the audit log", async () => {
    const headers = { 'X-Request-Id': 'SOAR-2024.17:a_b' };
    const answer = await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId, headers });

    expect(answer.headers.get('x-request-id')).toBe('SOAR-2024.17:a_b');
    await expectRecorded(workspace, answer, 'done');
  });

  test.each([
    ['too long', 'a'.repeat(65)],
    ['with a space', 'two words'],
    ['with markup', '<script>'],
    ['not ASCII', 'caf\u00e9'],
    ['empty', ''],
  ])('one that is %s is replaced by a fresh one', async (_what, requested) => {
    const headers = { 'X-Request-Id': requested };
    const answer = await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId, headers });

    expect(expectCommonHeaders(answer)).not.toBe(requested);
    await expectRecorded(workspace, answer, 'done');
  });

  test('without one, each call gets its own', async () => {
    const sessionId = workspace.alice.sessionId;
    const [one, other] = [
      await workspace.logout({ as: workspace.admin.as, sessionId }),
      await workspace.logout({ sessionId }),
    ];

    expect(expectCommonHeaders(one)).not.toBe(expectCommonHeaders(other));
  });
});

describe('not logged in', () => {
  const refused: Array<[string, () => Record<string, string>]> = [
    ['no credential', () => ({})],
    ['an unknown token', () => ({ 'X-User-Id': workspace.admin.as.userId, 'X-Auth-Token': 'notAToken' })],
    [
      "somebody else's token",
      () => ({ 'X-User-Id': workspace.admin.as.userId, 'X-Auth-Token': workspace.alice.authToken }),
    ],
    ['a token alone', () => ({ 'X-Auth-Token': workspace.admin.as.authToken })],
    ['a user ID alone', () => ({ 'X-User-Id': workspace.admin.as.userId })],
    ['an unknown bearer token', () => ({ Authorization: 'Bearer 0000' })],
    ['a login token as bearer token', () => ({ Authorization: `Bearer ${workspace.admin.as.authToken}` })],
    ['basic authentication', () => ({ Authorization: `Basic ${btoa('admin:admin-password')}` })],
  ];

  test.each(refused)('%s: 401 in the words of the workspace, which is asked nothing', async (_what, headers) => {
    const answer = await workspace.logout({
      sessionId: workspace.alice.sessionId,
      code: workspace.admin.code,
      headers: headers(),
    });

    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({
      status: 'error',
      message: 'You must be logged in to do this.',
      success: false,
      error: 'You must be logged in to do this.',
    });
    expectCommonHeaders(answer);
    await expectNothingEnded(workspace);
    await expectReceived(workspace, NOTHING);
    expect(await workspace.auditEntries()).toEqual([]);
  });
});

test('no such session: 404, once the second factor was checked', async () => {
  const asked = 'aSessionThatIsNot';
  const answer = await workspace.logout({ ...workspace.admin, sessionId: asked });

  const entry = await expectRefused(workspace, answer, {
    status: 404,
    errorType: 'error-session-not-found',
    received: PROBE_AND_LOGOUT,
    workspaceStatus: 404,
    asked,
  });
  expect(entry).toMatchObject({ sessionId: asked, outcome: { secondFactor: 'totp' } });
});

describe('any other method', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s: 405', async (method) => {
    const text = method === 'GET' ? undefined : new URLSearchParams({ sessionId: workspace.alice.sessionId });
    const answer = await workspace.send({ method, text }, workspace.admin);

    expectErrorContract(answer, 405, 'error-method-not-allowed');
    expect(answer.headers.get('allow')).toBe('POST');
    await expectNothingEnded(workspace);
    await expectReceived(workspace, NOTHING);
    expect(await workspace.auditEntries()).toEqual([]);
  });

  test('HEAD: the same, without a body', async () => {
    const answer = await workspace.send({ method: 'HEAD' }, workspace.admin);

    expect(answer).toMatchObject({ status: 405, text: '' });
    expect(answer.headers.get('allow')).toBe('POST');
    expectCommonHeaders(answer);
    await expectReceived(workspace, NOTHING);
  });

  test('this is said to callers who are not logged in, too', async () => {
    const answer = await workspace.send({ method: 'GET' });

    expectErrorContract(answer, 405, 'error-method-not-allowed');
  });
});
