import { AuditEntry, auditEntry, AuditOutcome, Via } from '../audit/auditEntry';
import { recordEntry, recordOutcome, RecordPorts } from '../audit/recordAttempt';
import { AuthorizationPorts, authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { toAppError } from '../shared/errors';
import { Credential } from '../shared/ports';
import { confirmLogout } from './confirmLogout';
import { TypedInChat } from './confirmSecondFactor';
import { forwardLogout, RecordedIntent, recordIntent } from './forwardLogout';
import { Probe, ProbePorts, probeSecondFactor } from './probeSecondFactor';
import { validateLogout } from './validateLogout';

/** One logout as an edge read it: nothing in it has been checked but who the caller is. */
export interface LogoutRequest {
  readonly caller: Caller;
  readonly credential: Credential;
  readonly body: unknown;
  /** The code as a program sends it, for the workspace to check as it is. */
  readonly code?: string;
  readonly method?: string;
  /** Present in chat alone. */
  readonly typed?: TypedInChat;
  readonly via: Via;
  readonly correlationId: string;
}

export type LogoutPorts = AuthorizationPorts & ProbePorts & RecordPorts;

/**
 * Ends one session for an authenticated caller, or refuses: authorize, validate, probe (and meanwhile record the
 * intent), confirm, forward, record the outcome.
 *
 * Guarantees that nothing which could end a session is sent before every check is passed and the intent is stored,
 * and that every way it can end is recorded.
 *
 * @throws AppError whatever went wrong; nothing was changed, unless it is `error-outcome-unknown`
 */
export async function logoutSession(request: LogoutRequest, ports: LogoutPorts): Promise<{ sessionId: string }> {
  const { credential, correlationId, via } = request;
  let entry = auditEntry(request.caller, { action: 'logout', via, correlationId }, ports);
  let probe: Probe | undefined;
  let storing: Promise<RecordedIntent> | undefined;
  let sending = false;
  const outcome = (result: AuditOutcome['result'], workspaceStatus?: number): AuditOutcome => ({
    result,
    workspaceStatus,
    secondFactor: probe && (probe.challenge ? probe.challenge.method : 'none'),
    durationMs: ports.clock.now() - entry.at,
  });

  try {
    const caller = await authorizeCaller(request.caller, ports);
    const settings = await ports.settings.logout();
    const input = validateLogout(request.body, request.code, request.method);
    const { sessionId, reason, secondFactor } = input;
    entry = { ...entry, sessionId, reason };

    storing = recordIntent(entry, ports.audit);
    storing.catch(() => undefined); // looked at below, after the probe
    probe = await probeSecondFactor(caller, credential, secondFactor.method, settings, ports);
    const confirmed = confirmLogout(caller, input, probe, request.typed, settings);
    const intent = await storing;
    const { workspaceUrl } = settings;
    const call = { workspaceUrl, credential, timeoutMs: ports.budget.limit(settings.timeoutMs) };
    sending = true;
    const status = await forwardLogout(confirmed, intent, call, ports.sessions);
    await recordOutcome(entry, outcome('done', status), ports);
    return { sessionId };
  } catch (thrown) {
    const error = toAppError(thrown, sending ? 'error-outcome-unknown' : 'error-internal');
    await recordFailure(entry, storing, outcome(error.code, error.workspaceStatus), ports);
    throw error;
  }
}

/** Completes the intent where there is one; what was refused before that is recorded whole. */
async function recordFailure(
  entry: AuditEntry,
  storing: Promise<RecordedIntent> | undefined,
  failure: AuditOutcome,
  ports: RecordPorts,
): Promise<void> {
  const stored = await storing?.then(
    () => true,
    () => false,
  );
  return stored ? recordOutcome(entry, failure, ports) : recordEntry(entry, failure, ports);
}
