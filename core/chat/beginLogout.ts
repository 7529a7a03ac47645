import { authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { validateLogout } from '../logout/validateLogout';
import { ChatPorts } from './chatPorts';
import { keepPending, PendingLogout } from './pendingLogout';
import { recordFailures } from './recordFailures';

/**
 * Begins a logout for a caller with an allowed role, before the workspace is asked anything.
 *
 * @returns the random ID under which it waits, five minutes, for this person alone
 * @throws AppError `error-unauthorized`, `error-account-deactivated`, `invalid-params`, `error-settings-unreadable`;
 *   recorded
 */
export async function beginLogout(caller: Caller, pending: PendingLogout, ports: ChatPorts): Promise<string> {
  await admitLogout(caller, pending, ports);
  return keepPending(pending, caller, ports);
}

/**
 * Checks role and input of a logout that was typed.
 *
 * @throws AppError as `beginLogout` does; recorded
 */
export async function admitLogout(caller: Caller, pending: PendingLogout, ports: ChatPorts): Promise<void> {
  const { sessionId, reason, correlationId } = pending;
  await recordFailures(caller, 'command', { correlationId }, ports, async () => {
    await authorizeCaller(caller, ports);
    validateLogout({ sessionId, reason });
  });
}
