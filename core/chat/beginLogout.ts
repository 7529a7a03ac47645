import { Caller } from '../caller/caller';
import { admitLogout } from './admitLogout';
import { ChatPorts } from './chatPorts';
import { ChatStep } from './chatStep';
import { keepForNext } from './keepForNext';
import { namePerson } from './namePerson';
import { newPending, PendingLogout, StoredPendingLogout, takePending } from './pendingLogout';
import { takeStep } from './takeStep';

/**
 * Begins a logout for a caller with an allowed role: asks the workspace for its challenge, and ends nothing.
 *
 * @returns what the person has to answer, or why it cannot begin; where a next step can follow, the logout waits for it
 *   a few minutes, for this person alone
 * @throws AppError `error-unauthorized`, `error-account-deactivated`, `invalid-params`, `error-settings-unreadable`;
 *   recorded
 */
export async function beginLogout(caller: Caller, logout: PendingLogout, ports: ChatPorts): Promise<ChatStep> {
  await admitLogout(logout, caller, 'command', ports);
  const named = await namePerson(logout, caller, 'command', ports);
  if (named.kind === 'person-unknown') {
    return named;
  }
  const pending = newPending(named.pending, caller, ports);
  const step = await takeStep(pending, caller, 'command', { confirmed: false }, ports);
  return keepForNext(pending, step, ports);
}

/**
 * Asks the workspace again for a logout that waits without a question, as after connecting.
 *
 * @throws AppError `error-request-expired`, recorded, when it was used up
 */
export async function askAgain(found: StoredPendingLogout, caller: Caller, ports: ChatPorts): Promise<ChatStep> {
  const pending = await takePending(found, caller, ports);
  const step = await takeStep(pending, caller, 'modal', { confirmed: false }, ports);
  return keepForNext(pending, step, ports);
}
