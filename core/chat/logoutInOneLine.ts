import { Caller } from '../caller/caller';
import { knownMethod } from '../shared/secondFactor';
import { admitLogout } from './admitLogout';
import { ChatPorts } from './chatPorts';
import { ChatStep } from './chatStep';
import { PendingSession } from './pendingLogout';
import { takeStep } from './takeStep';

/**
 * Does it all in one go, for a person whose client cannot open a modal.
 *
 * @throws AppError as `beginLogout` does; recorded
 */
export async function logoutInOneLine(
  caller: Caller,
  pending: PendingSession,
  typed: { readonly code?: string; readonly method?: string; readonly confirmed: boolean },
  ports: ChatPorts,
): Promise<ChatStep> {
  await admitLogout(pending, caller, 'command', ports);
  const method = knownMethod(typed.method);
  // A code on the line says that they want it done. Without one, a workspace that asks for none would end it at once.
  const confirmed = typed.confirmed || typed.code !== undefined;
  const question = method && { method, mailed: false, failures: 0 };
  return takeStep({ ...pending, question }, caller, 'command', { text: typed.code, confirmed }, ports);
}
