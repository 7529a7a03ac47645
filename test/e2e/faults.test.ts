import { createServer } from 'http';
import { AddressInfo } from 'net';
import { setTimeout as pause } from 'timers/promises';
import type { Answer } from '../../workspace/client/http';
import type { Fault } from '../../workspace/state/faults';
import {
  expectErrorContract,
  expectNothingEnded,
  expectOnlyEnded,
  expectReceived,
  expectRecorded,
  expectRefused,
  NOTHING,
  PROBE,
  PROBE_AND_LOGOUT,
} from './support/expectations';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

const path = '/api/v1/sessions/logout';
const logout = (): Promise<Answer> => workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId });

const INVALID_RESPONSE = { status: 502, errorType: 'error-workspace-invalid-response' };
const UNREACHABLE = { status: 502, errorType: 'error-workspace-unreachable' };
const TIMEOUT = { status: 504, errorType: 'error-workspace-timeout' };
const UNKNOWN = { status: 504, errorType: 'error-outcome-unknown' };

/** Longer than the app and the test wait. By then the workspace has been reset, and no longer has that session. */
const TOO_LONG_MS = 20_000;

type FaultKind = Pick<Fault, 'kind'> & Partial<Fault>;
const status = (number: number): FaultKind => ({ kind: 'status', status: number });

/** Only where an answer is to be too late does the app give up soon: a slow machine may need its time for any other. */
async function arm(fault: FaultKind): Promise<void> {
  if (fault.kind === 'delay') {
    await workspace.appSettings({ timeout_seconds: 1 });
  }
  await workspace.fault({ path, ...fault });
}

describe('before the logout was sent: nothing was changed, and the answer says so', () => {
  const faults: Array<[string, FaultKind, { status: number; errorType: string }]> = [
    ['500', status(500), INVALID_RESPONSE],
    ['502', status(502), INVALID_RESPONSE],
    ['503', status(503), INVALID_RESPONSE],
    ['504', status(504), INVALID_RESPONSE],
    ["a page with 200, like a proxy's", status(200), INVALID_RESPONSE],
    ["a page with 401, like a proxy's", status(401), INVALID_RESPONSE],
    ["a page with 403, like a proxy's", status(403), INVALID_RESPONSE],
    ["a page with 404, like a proxy's: not taken for a missing second factor", status(404), INVALID_RESPONSE],
    ['half an answer', { kind: 'garbage' }, INVALID_RESPONSE],
    ['a broken connection', { kind: 'drop' }, UNREACHABLE],
    ['no answer in time', { kind: 'delay', ms: TOO_LONG_MS }, TIMEOUT],
  ];

  test.each(faults)('%s', async (_what, fault, refusal) => {
    await arm(fault);
    const answer = await logout();

    const entry = await expectRefused(workspace, answer, { ...refusal, received: PROBE });
    expect(answer.body).toMatchObject({ error: expect.stringContaining('Nothing was changed') });
    expect(entry).toMatchObject({ callerId: workspace.admin.as.userId, sessionId: workspace.alice.sessionId });
  });

  test.each(faults)('%s, although the workspace handled the probe', async (_what, fault, refusal) => {
    await arm({ ...fault, when: 'after' });
    const answer = await logout();

    await expectRefused(workspace, answer, { ...refusal, received: PROBE });
  });

  test('the same call works afterwards', async () => {
    await workspace.fault({ path, kind: 'drop' });
    await logout();

    expect((await logout()).status).toBe(200);
    await expectOnlyEnded(workspace, workspace.alice, workspace.admin.as.userId);
  });
});

describe('after the logout was sent: it may have happened, and the answer says so', () => {
  const faults: Array<[string, FaultKind]> = [
    ['500', status(500)],
    ['502', status(502)],
    ['504', status(504)],
    ["a page with 200, like a proxy's", status(200)],
    ["a page with 404, like a proxy's: not taken for a missing session", status(404)],
    ['half an answer', { kind: 'garbage' }],
    ['a broken connection', { kind: 'drop' }],
    ['no answer in time', { kind: 'delay', ms: TOO_LONG_MS }],
  ];

  test.each(faults)('%s, before it was handled', async (_what, fault) => {
    await arm({ ...fault, skip: 1 });
    const answer = await logout();

    const entry = await expectRefused(workspace, answer, { ...UNKNOWN, received: PROBE_AND_LOGOUT });
    expect(answer.body).toMatchObject({ error: expect.stringContaining('It may have happened. Check before') });
    expect(entry).toMatchObject({ sessionId: workspace.alice.sessionId, outcome: { secondFactor: 'totp' } });
  });

  test.each(faults)('%s, after it was handled', async (_what, fault) => {
    await arm({ ...fault, skip: 1, when: 'after' });
    const answer = await logout();

    expectErrorContract(answer, UNKNOWN.status, UNKNOWN.errorType);
    await expectOnlyEnded(workspace, workspace.alice, workspace.admin.as.userId);
    await expectReceived(workspace, PROBE_AND_LOGOUT);
    await expectRecorded(workspace, answer, 'error-outcome-unknown');
    expect(await workspace.auditEntries()).toHaveLength(1);
  });

  test('a slow workspace ends it later', async () => {
    await arm({ kind: 'delay', ms: 1500, skip: 1 });
    const answer = await logout();

    expectErrorContract(answer, UNKNOWN.status, UNKNOWN.errorType);
    while (await workspace.isLoggedIn(workspace.alice)) {
      await pause(50);
    }
    await expectOnlyEnded(workspace, workspace.alice, workspace.admin.as.userId);
  });
});

test('a slow answer that comes in time: done', async () => {
  await workspace.fault({ path, kind: 'delay', ms: 1200, times: 2 });

  expect((await logout()).status).toBe(200);
  await expectOnlyEnded(workspace, workspace.alice, workspace.admin.as.userId);
});

describe('workspace address', () => {
  test('nothing listens at it', async () => {
    await workspace.appSettings({ workspace_url: `http://127.0.0.1:${await closedPort()}` });
    const answer = await logout();

    await expectRefused(workspace, answer, { ...UNREACHABLE, received: NOTHING });
  });

  test('something else answers at it', async () => {
    await workspace.appSettings({ workspace_url: `${workspace.url}/_dev` });
    const answer = await logout();

    await expectRefused(workspace, answer, { ...INVALID_RESPONSE, received: NOTHING, workspaceStatus: 404 });
  });

  test('it is used instead of the site URL, with or without a slash at its end', async () => {
    await workspace.settings({ Site_Url: `http://127.0.0.1:${await closedPort()}` });
    await workspace.appSettings({ workspace_url: `${workspace.url}/` });

    expect((await logout()).status).toBe(200);
  });

  test('without it, the site URL is used', async () => {
    await workspace.settings({ Site_Url: `http://127.0.0.1:${await closedPort()}` });

    await expectRefused(workspace, await logout(), { ...UNREACHABLE, received: NOTHING });
  });
});

describe.each(['6.5', 'late'])('a workspace that answers like %s', (version) => {
  beforeEach(() => workspace.settings({ version }));

  test('done', async () => {
    expect((await logout()).status).toBe(200);
    await expectOnlyEnded(workspace, workspace.alice, workspace.admin.as.userId);
  });

  test('a broken connection is recognized, whether the host rejects or returns nothing', async () => {
    await workspace.fault({ path, kind: 'drop' });
    await expectRefused(workspace, await logout(), { ...UNREACHABLE, received: PROBE });

    await workspace.fault({ path, kind: 'drop', skip: 1 });
    await expectRefused(workspace, await logout(), { ...UNKNOWN, received: { probes: 2, logouts: 1 } });
  });

  test('the token ends between the call and the probe: the answer is "not logged in"', async () => {
    // Long enough for the logout below to come first.
    await workspace.fault({ path, kind: 'delay', ms: 2000 });
    const answering = workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId });
    while ((await workspace.requests()).every((request) => request.path !== path)) {
      await pause(20);
    }
    await workspace.logOutEverywhere(workspace.admin.as);

    await expectRefused(workspace, await answering, {
      status: 401,
      errorType: 'error-not-logged-in',
      received: PROBE,
      workspaceStatus: 401,
    });
    await expectNothingEnded(workspace);
  });
});

/** A port of this machine on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
