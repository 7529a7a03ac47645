import type { AuditedAction, RecordedEntry } from '../../../../core/audit/auditEntry';
import type { Device } from '../../../../workspace/client/views';
import type { ReceivedRequest } from '../../../../workspace/model';
import { expectNothingEnded, expectOnlyEnded, requestsOfApp, Traffic } from '../../support/expectations';
import type { ChatWorkspace } from './chatWorkspace';
import type { Person } from './person';

export { requestsOfApp };

const LOGOUT = '/api/v1/sessions/logout';

/** A probe asks for the code, and another one goes before the logout. */
export const ALL_THE_WAY: Traffic = { probes: 2, logouts: 1 };
/** The same with an incorrect code that could be used again: it is refused when it is looked up whose session it is. */
export const REFUSED_AT_LOOK_UP: Traffic = { probes: 2, logouts: 0 };

/** All that a story may leave behind. */
export interface Leaves {
  /** The session that ended, and by whom; none when left out. */
  readonly ended?: { readonly device: Device; readonly by: Person };
  /** What the workspace received from the app about sessions. */
  readonly received: Traffic;
  /** How each logout in the audit log ended, in order. */
  readonly recorded: readonly string[];
  /** Session IDs that do not exist but were asked for. */
  readonly asked?: readonly string[];
}

/**
 * The story ended exactly like this: which session ended, what the workspace received, what the audit log says.
 *
 * @returns the entries about logouts, for further checks
 */
export async function expectLeft(workspace: ChatWorkspace, leaves: Leaves): Promise<RecordedEntry[]> {
  const { ended, received, recorded, asked } = leaves;
  if (ended) {
    await expectOnlyEnded(workspace, ended.device, ended.by.login.userId);
  } else {
    await expectNothingEnded(workspace);
  }
  await expectReceivedFromApp(workspace, received, asked);
  const entries = await recordedAs(workspace, 'logout');
  expect(entries.map(resultOf)).toEqual(recorded);
  return entries;
}

/** This many probes and logouts reached the workspace from the app. */
export async function expectReceivedFromApp(
  workspace: ChatWorkspace,
  expected: Traffic,
  asked: readonly string[] = [],
): Promise<void> {
  const { sessions } = await workspace.state();
  const meant = new Set([...asked, ...sessions.map(({ sessionId }) => sessionId)]);
  const requests = (await requestsOfApp(workspace)).filter(({ path }) => path === LOGOUT);
  const idOf = ({ body }: ReceivedRequest): string => (body as { sessionId: string }).sessionId;
  const logouts = requests.filter((request) => meant.has(idOf(request)));
  const probes = requests.filter((request) => !meant.has(idOf(request)));

  expect({ probes: probes.length, logouts: logouts.length }).toEqual(expected);
  // What is sent before everything is checked must not be able to end anything.
  expect(probes.filter(({ twoFactorCode }) => twoFactorCode)).toEqual([]);
  const agents = probes.map(({ userAgent }) => userAgent);
  expect(new Set(agents).size).toBe(agents.length);
  logouts.forEach(({ userAgent }) => expect(agents).toContain(userAgent));
  // The reason is for the record alone.
  requests.forEach(({ body }) => expect(Object.keys(body as object)).toEqual(['sessionId']));
}

/** The audit log's entries about one kind of action, oldest first. */
export async function recordedAs(workspace: ChatWorkspace, action: AuditedAction): Promise<RecordedEntry[]> {
  return (await workspace.auditEntries()).filter((entry) => entry.action === action);
}

/** How an entry ended. */
export function resultOf({ outcome }: RecordedEntry): string {
  return outcome === 'unknown' ? outcome : outcome.result;
}
