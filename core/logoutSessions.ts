import { AuditEntry, AuditOutcome, Via } from './audit';
import { authorizeCaller, Caller } from './authorizeCaller';
import { confirmLogout } from './confirmLogout';
import { AppError, toAppError } from './errors';
import { forwardLogout, recordIntent } from './forwardLogout';
import { AuditLog, Clock, Credential, OperatorLog, Random, RoleDirectory, SessionsApi, SettingsReader } from './ports';
import { Probe, probeSecondFactor } from './probeSecondFactor';
import { recordAttempt, recordOutcome } from './recordAttempt';
import { knownMethod, ValidLogout, validateLogout } from './validateLogout';

/** One logout as an edge read it: nothing in it has been checked but who the caller is. */
export interface LogoutAsk {
  readonly caller: Caller;
  readonly credential: Credential;
  readonly body: unknown;
  /** The code as a program sends it, for the workspace to check as it is. */
  readonly code?: string;
  /** The code or password as a person typed it in chat. */
  readonly typed?: string;
  readonly method?: string;
  readonly via: Via;
  readonly correlationId: string;
}

export interface LogoutPorts {
  readonly settings: SettingsReader;
  readonly roles: RoleDirectory;
  readonly sessions: SessionsApi;
  readonly audit: AuditLog;
  readonly log: OperatorLog;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * The engine gives up on a call into the app after 30 s. The last answer must be in, and its outcome recorded and
 * told, before that.
 */
const BUDGET_MS = 27_000;
/** With less left than this a logout is not begun: its answer would likely be lost. */
const LEAST_FORWARD_MS = 2_000;

/**
 * Ends one session for an authenticated caller, or refuses: authorize, validate, probe, confirm, record the intent,
 * forward, record the outcome.
 *
 * Guarantees that nothing which could end a session is sent before every check is passed and the intent is stored,
 * and that every way it can end is recorded.
 *
 * @throws AppError whatever went wrong; nothing was changed, unless it is `error-outcome-unknown`
 */
export async function logoutSession(ask: LogoutAsk, ports: LogoutPorts): Promise<{ sessionId: string }> {
  const startedAt = ports.clock.now();
  const elapsed = (): number => ports.clock.now() - startedAt;
  let input: ValidLogout | undefined;
  let probe: Probe | undefined;
  let recorded: AuditEntry | undefined;

  const entry = (): AuditEntry => ({
    id: ports.random.id(),
    at: startedAt,
    correlationId: ask.correlationId,
    action: 'logout',
    via: ask.via,
    callerId: ask.caller.id,
    callerUsername: ask.caller.username,
    callerRoles: ask.caller.roles,
    sessionId: input?.sessionId,
    reason: input?.reason,
  });
  const outcome = (result: AuditOutcome['result'], workspaceStatus?: number): AuditOutcome => ({
    result,
    workspaceStatus,
    secondFactor: probe && secondFactorOf(probe),
    durationMs: elapsed(),
  });

  try {
    const settings = await ports.settings.read();
    const caller = await authorizeCaller(ask.caller, settings.allowedRoles, ports.roles);
    input = validateLogout(ask.body, ask.code, ask.method);
    probe = await probeSecondFactor(caller, ask.credential, input.secondFactor.method, settings, ports);
    const confirmed = confirmLogout(caller, input, probe, ask, settings);

    const logout = await recordIntent(confirmed, entry(), ports.audit);
    recorded = logout.entry;
    const left = BUDGET_MS - elapsed();
    if (left < LEAST_FORWARD_MS) {
      throw new AppError('error-workspace-timeout');
    }
    const timeoutMs = Math.min(settings.timeoutMs, left);
    const call = { workspaceUrl: settings.workspaceUrl, credential: ask.credential, timeoutMs };
    const status = await forwardLogout(logout, call, ports.sessions);
    await recordOutcome(recorded, outcome('done', status), ports);
    return { sessionId: input.sessionId };
  } catch (thrown) {
    const error = toAppError(thrown, recorded ? 'error-outcome-unknown' : 'error-internal');
    const failure = outcome(error.code, error.workspaceStatus);
    // What was sent has its entry already; a refusal before that gets one of its own.
    await (recorded ? recordOutcome(recorded, failure, ports) : recordAttempt(entry(), failure, ports));
    throw error;
  }
}

function secondFactorOf({ challenge }: Probe): AuditOutcome['secondFactor'] {
  return challenge === undefined ? 'none' : (knownMethod(challenge.details.method) ?? 'other');
}
