import { Caller } from '../caller/caller';
import { ChatPorts } from './chatPorts';
import { ChatStep } from './chatStep';
import { keepForNext } from './keepForNext';
import { StoredPendingLogout, takePending } from './pendingLogout';
import { takeStep } from './takeStep';

/**
 * Goes one step further with a pending logout: asks the workspace, or with a code ends the session.
 *
 * The pending logout is used up by that, by one of all who submit it, and put back only where another step can follow.
 *
 * @param typed the code or password that the person typed; and a reason, in place of the one it began with
 * @throws AppError `error-request-expired`, recorded, when somebody else used it up
 */
export async function advanceLogout(
  found: StoredPendingLogout,
  caller: Caller,
  typed: { readonly code?: string; readonly reason?: string },
  ports: ChatPorts,
): Promise<ChatStep> {
  const taken = await takePending(found, caller, ports);
  const pending: StoredPendingLogout = { ...taken, reason: typed.reason ?? taken.reason };
  const step = await takeStep(pending, caller, 'modal', typed.code, ports);
  await keepForNext(step.kind === 'input-invalid' ? taken : pending, step, ports);
  return step;
}
