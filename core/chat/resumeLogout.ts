import { authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { ChatPorts } from './chatPorts';
import { StoredPendingLogout } from './pendingLogout';
import { recordFailures } from './recordFailures';

/**
 * Lets a person look at their pending logout again, if they still may.
 *
 * @throws AppError `error-unauthorized`, `error-account-deactivated`, `error-settings-unreadable`; recorded
 */
export async function resumeLogout(found: StoredPendingLogout, caller: Caller, ports: ChatPorts): Promise<void> {
  await recordFailures(caller, 'modal', found, ports, () => authorizeCaller(caller, ports));
}
