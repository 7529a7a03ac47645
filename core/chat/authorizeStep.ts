import { authorizeAuditor } from '../caller/authorizeAuditor';
import { AuthorizedCaller, authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { ChatPorts } from './chatPorts';
import { PendingLogout } from './pendingLogout';

/**
 * Lets pass only who may do what is pending: read the record, or anything else of this app.
 *
 * @throws AppError as `authorizeCaller` does
 */
export function authorizeStep(pending: PendingLogout, caller: Caller, ports: ChatPorts): Promise<AuthorizedCaller> {
  return 'reading' in pending ? authorizeAuditor(caller, ports) : authorizeCaller(caller, ports);
}
