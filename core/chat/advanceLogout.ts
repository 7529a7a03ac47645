import { authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { validateLogout } from '../logout/validateLogout';
import { InvalidInputError } from '../shared/errors';
import { ChatPorts } from './chatPorts';
import { ChatStep } from './chatStep';
import { keepForNext } from './keepForNext';
import { codeQuestionOf, refuse, StoredPendingLogout, takePending } from './pendingLogout';
import { recordFailures } from './recordFailures';
import { looksLikeCode, tellsSecret } from './suspectText';
import { stepOf, takeStep } from './takeStep';

/**
 * Goes one step further with a pending logout that was submitted: with a code, or a yes where none is asked for, it ends
 * the session.
 *
 * The pending logout is used up by that, by one of all who submit it, and put back only where another step can follow.
 *
 * @param typed the code or password that the person typed; and a reason, in place of the one it began with
 * @throws AppError `error-request-expired`, recorded, when it asked nothing yet, or somebody else used it up
 */
export async function advanceLogout(
  found: StoredPendingLogout,
  caller: Caller,
  typed: { readonly code?: string; readonly reason?: string },
  ports: ChatPorts,
): Promise<ChatStep> {
  if (found.question === undefined) {
    return refuse(caller, 'error-request-expired', found, ports);
  }
  const taken = await takePending(found, caller, ports);
  const pending: StoredPendingLogout = { ...taken, reason: typed.reason ?? taken.reason };
  const step = await stepOf(pending, caller, ports, async () => {
    const { sessionId, reason, correlationId } = pending;
    const question = codeQuestionOf(pending);
    await recordFailures(caller, 'modal', { correlationId }, ports, async () => {
      await authorizeCaller(caller, ports);
      validateLogout({ sessionId, reason });
      requireReason(typed);
    });
    return question && !typed.code?.trim()
      ? { kind: 'code-missing', pending, question }
      : takeStep(pending, caller, 'modal', { text: typed.code, confirmed: true }, ports);
  });
  // A reason that is not fit to be stored is still in the dialog; so is one that may be the code in the wrong field.
  const unfit = step.kind === 'code-missing' || (step.kind === 'input-invalid' && step.error.field === 'reason');
  return keepForNext(unfit ? taken : pending, step, ports);
}

/** @throws InvalidInputError when the code or password seems to stand in the field of the reason */
function requireReason({ code, reason }: { readonly code?: string; readonly reason?: string }): void {
  const given = reason?.trim();
  if (given && (looksLikeCode(given) || tellsSecret(given) || given === code?.trim())) {
    throw new InvalidInputError('reason', 'looks-like-code');
  }
}
