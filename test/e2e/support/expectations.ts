import type { RecordedEntry } from '../../../core/audit/auditEntry';
import type { Answer } from '../../../workspace/client/http';
import type { Device } from '../../../workspace/client/views';
import type { ReceivedRequest } from '../../../workspace/model';
import { DIRECT, Workspace } from './workspace';

/** What the workspace received from the app: logouts of sessions that exist or were asked for, and probes, of others. */
export interface ReceivedLogouts {
  readonly probes: ReceivedRequest[];
  readonly logouts: ReceivedRequest[];
}

/** How many of each the workspace received from the app. */
export interface Traffic {
  readonly probes: number;
  readonly logouts: number;
}

export const NOTHING: Traffic = { probes: 0, logouts: 0 };
export const PROBE: Traffic = { probes: 1, logouts: 0 };
export const PROBE_AND_LOGOUT: Traffic = { probes: 1, logouts: 1 };

export interface Refusal {
  readonly status: number;
  readonly errorType: string;
  /** What the workspace received from the app for it. */
  readonly received: Traffic;
  /** The workspace's last answer, as the audit log knows it. */
  readonly workspaceStatus?: number;
  /** The session that was asked for, if it does not exist. */
  readonly asked?: string;
}

/**
 * Everything that the app asked of the workspace since the last reset. Fails when it asked for anything but logouts.
 *
 * @param asked session IDs that do not exist but were asked for: a call about them is not a probe
 */
export async function receivedLogouts(workspace: Workspace, asked: readonly string[] = []): Promise<ReceivedLogouts> {
  const { sessions } = await workspace.state();
  const meant = new Set([...asked, ...sessions.map(({ sessionId }) => sessionId)]);
  const received = await requestsOfApp(workspace);
  const logouts: ReceivedRequest[] = [];
  const probes: ReceivedRequest[] = [];
  for (const request of received) {
    if (isLookUp(request)) {
      continue;
    }
    expect(request).toMatchObject({ method: 'POST', path: '/api/v1/sessions/logout' });
    const { sessionId } = request.body as { sessionId: string };
    if (meant.has(sessionId)) {
      logouts.push(request);
    } else {
      // What is sent before everything is checked must not be able to end anything: no code, no live session.
      expect(request.twoFactorCode).toBe(false);
      probes.push(request);
    }
  }
  return { probes, logouts };
}

/** Everything that the app asked of the workspace since the last reset. */
export async function requestsOfApp(workspace: Workspace): Promise<ReceivedRequest[]> {
  return (await workspace.requests()).filter(({ userAgent }) => !userAgent?.startsWith(DIRECT));
}

/** Whose session it is may be asked before a logout, and what licence there is before a code; that changes nothing. */
export function isLookUp({ method, path, twoFactorCode }: ReceivedRequest): boolean {
  const licence = path.startsWith('/api/v1/licenses.') && !twoFactorCode;
  return method === 'GET' && (path === '/api/v1/sessions/info.admin' || licence);
}

/** No session has ended, and the tokens of two people who are logged in still work. */
export async function expectNothingEnded(workspace: Workspace): Promise<void> {
  const { sessions } = await workspace.state();
  expect(sessions.length).toBeGreaterThan(0);
  expect(sessions.filter(({ logoutAt }) => logoutAt !== undefined)).toEqual([]);
  await expect(workspace.isLoggedIn(workspace.alice)).resolves.toBe(true);
  await expect(workspace.isLoggedIn(workspace.bob)).resolves.toBe(true);
}

/** This session, and no other, was ended by this person, and its token with it. */
export async function expectOnlyEnded(workspace: Workspace, device: Device, callerId: string): Promise<void> {
  const { sessions } = await workspace.state();
  expect(sessions.filter(({ logoutAt }) => logoutAt !== undefined)).toEqual([
    expect.objectContaining({ sessionId: device.sessionId, logoutBy: callerId }),
  ]);
  for (const each of [workspace.alice, workspace.bob]) {
    await expect(workspace.isLoggedIn(each)).resolves.toBe(each.sessionId !== device.sessionId);
  }
}

/**
 * The app refused: it said so as its contract demands, no session ended, the workspace received just this, and one
 * audit entry tells the story.
 *
 * @returns the entry, for further checks
 */
export async function expectRefused(workspace: Workspace, answer: Answer, refusal: Refusal): Promise<RecordedEntry> {
  const { status, errorType, received, workspaceStatus, asked } = refusal;
  expectErrorContract(answer, status, errorType);
  await expectNothingEnded(workspace);
  await expectReceived(workspace, received, asked === undefined ? [] : [asked]);
  return expectRecorded(workspace, answer, errorType, workspaceStatus);
}

/** An error as the app tells it: a sentence, a stable code, and what every answer carries. */
export function expectErrorContract(answer: Answer, status: number, errorType: string): void {
  expect(answer.body).toMatchObject({ success: false, error: expect.stringMatching(/\S{2,} \S/), errorType });
  expect(answer.status).toBe(status);
  expectCommonHeaders(answer);
}

/** What every answer of the app carries. @returns the correlation ID */
export function expectCommonHeaders({ headers }: Answer): string {
  expect(headers.get('cache-control')).toBe('no-store');
  const correlationId = headers.get('x-request-id');
  expect(correlationId).toMatch(/^[A-Za-z0-9._:-]{1,64}$/);
  return String(correlationId);
}

/** This many probes and logouts reached the workspace. Every logout followed a probe with the same fresh User-Agent. */
export async function expectReceived(
  workspace: Workspace,
  { probes, logouts }: Traffic,
  asked: readonly string[] = [],
): Promise<ReceivedLogouts> {
  const received = await receivedLogouts(workspace, asked);
  expect({ probes: received.probes.length, logouts: received.logouts.length }).toEqual({ probes, logouts });
  const agents = received.probes.map(({ userAgent }) => userAgent);
  expect(new Set(agents).size).toBe(agents.length);
  for (const { userAgent } of received.logouts) {
    expect(agents).toContain(userAgent);
  }
  return received;
}

/** Exactly one audit entry belongs to this answer, and it says how the call ended. */
export async function expectRecorded(
  workspace: Workspace,
  answer: Answer,
  result: string,
  workspaceStatus?: number,
): Promise<RecordedEntry> {
  const correlationId = answer.headers.get('x-request-id');
  const entries = (await workspace.auditEntries()).filter((entry) => entry.correlationId === correlationId);
  expect(entries).toEqual([
    expect.objectContaining({
      via: 'api',
      callerId: expect.any(String),
      outcome: expect.objectContaining({ result, durationMs: expect.any(Number) }),
    }),
  ]);
  const [entry] = entries;
  if (workspaceStatus !== undefined) {
    expect(entry.outcome).toMatchObject({ workspaceStatus });
  }
  return entry;
}
