import { ChatStep } from './chatStep';
import { PendingPorts, putBack, StoredPendingLogout } from './pendingLogout';

/** Keeps a pending logout where another step can follow. Trying codes does not make it live longer. */
export async function keepForNext(pending: StoredPendingLogout, step: ChatStep, ports: PendingPorts): Promise<void> {
  if (step.kind === 'done' || (step.kind === 'failed' && !step.again)) {
    return;
  }
  const question = 'question' in step ? step.question : pending.question;
  await putBack({ ...pending, question }, step.kind !== 'code-incorrect', ports);
}
