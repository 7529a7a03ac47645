import { clearAttempts } from '../brake/clearAttempts';
import { CodeAttempts } from '../brake/codeAttempts';
import { lockedUntil, requireKnown } from '../brake/lockout';
import { AuthorizationPorts, authorizeCaller } from '../caller/authorizeCaller';
import { AttemptPorts, beginAttempt } from '../logout/attempt';
import { EndingRequest } from '../logout/logoutSession';
import { validReason, validSecondFactor } from '../logout/validateLogout';
import { VerifyPorts } from '../logout/verifyCaller';
import { InvalidInputError } from '../shared/errors';
import { confirmCaller } from './confirmCaller';

/** Who wants somebody to be let in again: nothing in it has been checked but who the caller is. */
export interface LiftRequest extends Omit<EndingRequest, 'body'> {
  readonly person: { readonly id: string; readonly username: string };
  readonly reason?: string;
}

export type LiftPorts = AuthorizationPorts & VerifyPorts & AttemptPorts & { readonly codeAttempts: CodeAttempts };

/**
 * Lets somebody in again whom incorrect codes have locked out, or refuses: authorize, validate, probe (and meanwhile
 * record the intent), confirm, verify, forget their incorrect codes, record the outcome. Never the caller's own.
 *
 * @returns whether they were locked out; their incorrect codes are forgotten in any case
 * @throws AppError whatever went wrong
 */
export async function liftLockout(request: LiftRequest, ports: LiftPorts): Promise<{ readonly wasLockedOut: boolean }> {
  const { correlationId, via, person } = request;
  const attempt = beginAttempt(request.caller, { action: 'unlock', via, correlationId }, ports);
  try {
    const caller = await authorizeCaller(request.caller, ports);
    const settings = await ports.settings.logout();
    const given = validSecondFactor(request.code, request.method);
    attempt.about({ targetId: person.id, targetUsername: person.username, reason: validReason(request.reason) });
    requireSomebodyElse(person, caller);

    const storing = attempt.storeIntent(); // while the probe runs
    await confirmCaller(caller, given, request, settings, attempt, ports);
    await storing;
    const known = await requireKnown(person.id, ports.codeAttempts);
    await clearAttempts(person.id, ports);
    await attempt.done({ result: 'done' });
    return { wasLockedOut: lockedUntil(known, ports.clock.now()) !== undefined };
  } catch (thrown) {
    throw await attempt.failed(thrown);
  }
}

/** @throws InvalidInputError when somebody wants to lift their own lockout, which would be none then */
export function requireSomebodyElse(person: { readonly id: string }, caller: { readonly id: string }): void {
  if (person.id === caller.id) {
    throw new InvalidInputError('username', 'not-allowed');
  }
}
