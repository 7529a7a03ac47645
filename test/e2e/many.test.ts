import manifest from '../../app.json';
import type { Answer } from '../../workspace/client/http';
import type { Device } from '../../workspace/client/views';
import { incorrect } from './support/codes';
import {
  expectCommonHeaders,
  expectErrorContract,
  expectNothingEnded,
  expectReceived,
  expectRefused,
  NOTHING,
  PROBE,
} from './support/expectations';
import { secretsIn } from './support/secrets';
import { type CallerHeaders, useWorkspace } from './support/workspace';

const workspace = useWorkspace();
const path = '/api/v1/sessions/logout';
const manyPath = `/api/apps/public/${manifest.id}/sessions/logout.many`;

const idsOf = (devices: readonly Device[]): string[] => devices.map(({ sessionId }) => sessionId);
const endMany = (sessionIds: unknown, caller: CallerHeaders = workspace.admin, reason?: string): Promise<Answer> =>
  workspace.ask('sessions/logout.many', { sessionIds, reason }, caller);
const endedIds = async (): Promise<string[]> =>
  (await workspace.state()).sessions
    .filter(({ logoutAt }) => logoutAt !== undefined)
    .map(({ sessionId }) => sessionId)
    .sort();

test('60 sessions with one code: each is ended, told and recorded, and no other', async () => {
  const devices = await workspace.devices('alice', 60);
  const answer = await endMany([...idsOf(devices), 'aSessionThatIsNot'], workspace.admin, 'stolen laptop');

  expect(answer.status).toBe(200);
  expectCommonHeaders(answer);
  expect(answer.body).toEqual({
    success: true,
    results: [
      ...idsOf(devices).map((sessionId) => ({ sessionId, result: 'ended' })),
      { sessionId: 'aSessionThatIsNot', result: 'already-gone' },
    ],
    ended: 61,
    failed: 0,
    notBegun: 0,
  });
  expect(await endedIds()).toEqual(idsOf(devices).sort());
  await expect(workspace.isLoggedIn(workspace.bob)).resolves.toBe(true);

  const { probes, logouts } = await expectReceived(workspace, { probes: 1, logouts: 61 }, ['aSessionThatIsNot']);
  expect(new Set(logouts.map(({ userAgent }) => userAgent))).toEqual(new Set([probes[0].userAgent]));
  expect(logouts.every(({ twoFactorCode }) => twoFactorCode)).toBe(true);
  expect(logouts.every(({ body }) => Object.keys(body as object).join() === 'sessionId')).toBe(true);

  const [entry, ...others] = await workspace.auditEntries();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    action: 'logout-many',
    callerUsername: 'admin',
    reason: 'stolen laptop',
    outcome: { result: 'done', secondFactor: 'totp' },
  });
  expect(entry.sessions?.map(({ sessionId, result }) => [sessionId, result])).toEqual([
    ...idsOf(devices).map((sessionId) => [sessionId, 'ended']),
    ['aSessionThatIsNot', 'already-gone'],
  ]);
});

describe('refused before anything was begun: as a single logout is', () => {
  const live = (): string[] => [workspace.alice.sessionId, workspace.bob.sessionId];
  const refusals: Array<[string, () => Promise<Answer>, number, string, typeof NOTHING]> = [
    ['no code', () => endMany(live(), { as: workspace.admin.as }), 400, 'totp-required', PROBE],
    [
      'an incorrect code',
      () => endMany(live(), { ...workspace.admin, code: incorrect(workspace.admin.code) }),
      400,
      'totp-invalid',
      PROBE, // and a look-up, which refuses the code
    ],
    [
      'no allowed role',
      async () => endMany(live(), { ...workspace.admin, as: await workspace.logIn('max') }),
      403,
      'error-unauthorized',
      NOTHING,
    ],
    ['a session twice', () => endMany([...live(), live()[0]]), 400, 'invalid-params', NOTHING],
    ['a hostile ID', () => endMany([...live(), '../']), 400, 'invalid-params', NOTHING],
  ];
  test.each(refusals)('%s', async (_what, ask, status, errorType, received) => {
    await expectRefused(workspace, await ask(), { status, errorType, received });
  });

  test('mailed codes with an access token: the answer says what works instead, and no mail is sent', async () => {
    await workspace.appSettings({ allowed_roles: 'security-officer' });
    const { accessToken } = await workspace.grantAccess('olivia');
    const answer = await endMany(live(), { as: { accessToken }, code: '123456', method: 'email' });
    await expectRefused(workspace, answer, { status: 409, errorType: 'error-one-code-per-session', received: NOTHING });
    expect(answer.body).toMatchObject({ error: expect.stringContaining('authenticator app') });
    expect((await workspace.secondFactor('olivia')).code).toBeNull();
  });

  test('nobody is logged in, and another method than POST', async () => {
    expectErrorContract(await endMany(live(), {}), 401, 'error-not-logged-in');
    expect((await workspace.call(manyPath)).status).toBe(405);
    await expectNothingEnded(workspace);
  });
});

test('a mailed code does for many with a header token, until the rate limit; the answer says how far it came', async () => {
  await workspace.appSettings({ allowed_roles: 'security-officer' });
  const devices = await workspace.devices('alice', 20);
  const as = await workspace.logIn('olivia');
  expectErrorContract(await endMany(idsOf(devices), { as }), 400, 'totp-required');
  const answer = await endMany(idsOf(devices), { as, code: await workspace.code('olivia') });

  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    success: false,
    ended: 8, // of ten calls a minute, two were probes
    stoppedBy: 'error-too-many-requests',
    retryAfterSeconds: expect.any(Number),
    hint: expect.stringContaining('api-bypass-rate-limit'),
  });
  expect(await endedIds()).toEqual(idsOf(devices).slice(0, 8).sort());
  const [, entry] = await workspace.auditEntries();
  expect(entry.outcome).toMatchObject({ result: 'error-too-many-requests', secondFactor: 'email' });
  const { results } = answer.body as { results: Array<{ result: string }> };
  expect(entry.sessions?.map(({ result }) => result)).toEqual(results.map(({ result }) => result));
});

test('faults in the middle: what is not clear is said so, and the rest is not begun', async () => {
  const devices = await workspace.devices('alice', 30);
  await workspace.fault({ path, kind: 'status', status: 502, when: 'after', skip: 11, times: 100 });
  const answer = await endMany(idsOf(devices));

  const { results, ...counts } = answer.body as { results: Array<{ sessionId: string; result: string }> };
  expect(counts).toMatchObject({ success: false, ended: 10, stoppedBy: 'error-outcome-unknown' });
  const unknown = results.filter(({ result }) => result === 'unknown');
  expect(unknown.length).toBeGreaterThanOrEqual(2);
  const ended = new Set(await endedIds());
  for (const { sessionId, result } of results) {
    expect(result === 'unknown' || ended.has(sessionId) === (result === 'ended')).toBe(true);
  }
  expect((await workspace.auditEntries())[0].sessions?.map(({ result }) => result)).toEqual(
    results.map(({ result }) => result),
  );
});

test('two batches over the same sessions at once: each is told the truth', async () => {
  const devices = await workspace.devices('alice', 25);
  const pat = await workspace.caller('pat');
  const answers = await Promise.all([endMany(idsOf(devices)), endMany(idsOf(devices), pat)]);

  expect(answers.map(({ body }) => body)).toEqual(Array(2).fill(expect.objectContaining({ success: true, ended: 25 })));
  expect(await endedIds()).toEqual(idsOf(devices).sort());
  await expectReceived(workspace, { probes: 2, logouts: 50 });
  expect((await workspace.auditEntries()).map(({ outcome }) => outcome)).toEqual(
    Array(2).fill(expect.objectContaining({ result: 'done' })),
  );
});

test('secrets stay secret', async () => {
  const { as, code } = workspace.admin;
  const answers = [
    await endMany([workspace.alice.sessionId, workspace.bob.sessionId]),
    await endMany([workspace.alice.sessionId, 'x/y'], { as, code }),
  ];
  const secrets = new Map([
    ['the token', as.authToken],
    ['the code', code],
  ]);
  const seen = JSON.stringify([await workspace.persistence(), answers, await workspace.appLogs()]);
  expect(seen).toContain('logout-many');
  expect(secretsIn(seen, secrets)).toEqual([]);
});
