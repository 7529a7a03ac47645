import { Caller } from '../caller/caller';
import { ChatPorts } from './chatPorts';
import { ChatStep } from './chatStep';
import { keepForNext } from './keepForNext';
import { CodeQuestion, codeQuestionOf, PendingLogout, refuse, StoredPendingLogout, takePending } from './pendingLogout';
import { recordFailures } from './recordFailures';
import { stepOf } from './stepOf';
import { allowedCredential } from './takeStep';

/**
 * Has the workspace mail another code for a pending logout that waits for one.
 *
 * @returns `code-needed` when it was mailed
 * @throws AppError `error-request-expired`, recorded, when it does not wait for a mailed code, or was used up
 */
export async function resendCode(found: StoredPendingLogout, caller: Caller, ports: ChatPorts): Promise<ChatStep> {
  // Only where a mailed code is waited for is there a button for this.
  const asked = codeQuestionOf(found);
  if (asked?.method !== 'email') {
    return refuse(caller, 'error-request-expired', found, ports);
  }
  const pending = await takePending(found, caller, ports);
  const question: CodeQuestion = { ...asked, mailed: true, failures: 0 };
  const step = await stepOf(pending, caller, ports, async () => {
    await recordFailures(caller, 'modal', pending, ports, () => mailAgain(pending, caller, ports));
    return { kind: 'code-needed', pending, question };
  });
  return keepForNext(pending, step, ports);
}

async function mailAgain(pending: PendingLogout, caller: Caller, ports: ChatPorts): Promise<void> {
  const credential = await allowedCredential(pending, caller, ports);
  const { workspaceUrl, timeoutMs } = await ports.settings.logout();
  await ports.codes.sendAgain(credential, caller.username, { workspaceUrl, timeoutMs: ports.budget.limit(timeoutMs) });
}
