import { Via } from '../audit/auditEntry';
import { AuthorizationPorts, authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { Credential } from '../shared/ports';
import { Target } from '../shared/target';
import { AttemptPorts, beginAttempt } from './attempt';
import { confirmLogout } from './confirmLogout';
import { TypedInChat } from './confirmSecondFactor';
import { forwardLogout } from './forwardLogout';
import { LicencePorts, probeLicensed } from './licence';
import { LookUpPorts, lookUpSession } from './lookUpSession';
import { ProbePorts } from './probeSecondFactor';
import { validateLogout } from './validateLogout';

/** One request to end sessions as an edge read it: nothing in it has been checked but who the caller is. */
export interface EndingRequest {
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

export interface LogoutRequest extends EndingRequest {
  /** Whose session it is and which device, where the app itself has listed it; for the record alone. */
  readonly target?: Pick<Target, 'userId' | 'username' | 'device'>;
}

export type LogoutPorts = AuthorizationPorts & ProbePorts & LicencePorts & LookUpPorts & AttemptPorts;

/**
 * Ends one session for an authenticated caller, or refuses: authorize, validate, probe (and meanwhile record the
 * intent and take the turn to send a code), confirm, look up whose session it is where that is not known, forward, record
 * the outcome and tell those who have to know.
 *
 * Guarantees that nothing which could end a session is sent before every check is passed and the intent is stored,
 * and that every way it can end is recorded.
 *
 * @throws AppError whatever went wrong; nothing was changed, unless it is `error-outcome-unknown`
 */
export async function logoutSession(request: LogoutRequest, ports: LogoutPorts): Promise<{ sessionId: string }> {
  const { credential, correlationId, via, target } = request;
  const attempt = beginAttempt(request.caller, { action: 'logout', via, correlationId }, ports);
  try {
    const caller = await authorizeCaller(request.caller, ports);
    const settings = await ports.settings.logout();
    const input = validateLogout(request.body, request.code, request.method);
    const { sessionId, reason, secondFactor } = input;
    attempt.about({
      sessionId,
      reason,
      targetId: target?.userId,
      targetUsername: target?.username,
      targetDevice: target?.device,
    });

    const storing = attempt.storeIntent(); // while the probe runs
    const brought = { given: secondFactor, typed: request.typed };
    const turn = attempt.takeTurn(brought);
    const probe = await probeLicensed(caller, credential, brought, settings, ports);
    attempt.probed(probe);
    const confirmed = confirmLogout(caller, input, await turn, probe, settings);
    const intent = await storing;
    const { workspaceUrl } = settings;
    if (target?.userId === undefined) {
      const owner = await lookUpSession(sessionId, confirmed, { workspaceUrl, credential }, ports);
      if (typeof owner === 'object') {
        attempt.found(owner);
      }
    }
    const call = { workspaceUrl, credential, timeoutMs: ports.budget.limit(settings.timeoutMs) };
    attempt.sending();
    const workspaceStatus = await forwardLogout(confirmed, intent, call, ports.sessions);
    await attempt.done({ result: 'done', workspaceStatus });
    return { sessionId };
  } catch (thrown) {
    throw await attempt.failed(thrown);
  }
}
