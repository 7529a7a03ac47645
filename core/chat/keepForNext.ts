import { ChatStep } from './chatStep';
import { keepPending, PendingPorts, StoredPendingLogout } from './pendingLogout';

/**
 * Keeps a pending logout where another step can follow. Trying codes does not make it live longer.
 *
 * @returns the step, about the pending logout as it is kept
 */
export async function keepForNext(
  pending: StoredPendingLogout,
  step: ChatStep,
  ports: PendingPorts,
): Promise<ChatStep> {
  if (step.kind === 'done' || (step.kind === 'failed' && !step.again)) {
    return step;
  }
  const question = 'question' in step ? step.question : pending.question;
  const renewed = step.kind !== 'code-incorrect' && step.kind !== 'code-missing';
  return { ...step, pending: await keepPending({ ...pending, question }, renewed, ports) };
}
