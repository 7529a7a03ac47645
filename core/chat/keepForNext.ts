import { allGone } from '../many/batch';
import { ChatStep } from './chatStep';
import { keepPending, PendingLogout, PendingPorts, StoredPendingLogout } from './pendingLogout';

/**
 * Keeps a pending logout where another step can follow. Trying codes does not make it live longer, and what a list showed
 * is not kept for longer than the first time, whatever is done with it.
 *
 * @returns the step, about the pending logout as it is kept; without its ID where nothing is kept, so that nothing leads
 *   there
 */
export async function keepForNext(
  pending: StoredPendingLogout,
  step: ChatStep,
  ports: PendingPorts,
): Promise<ChatStep> {
  if (isLast(step)) {
    const ended: ChatStep['pending'] = { ...step.pending };
    delete ended.id;
    delete ended.turn;
    return { ...step, pending: ended } as ChatStep;
  }
  // What was found, what is left of a batch, or what is possible instead takes the place of what it came from.
  const goesOn =
    step.kind === 'found' || step.kind === 'batch-over' || step.kind === 'record-page' || isInstead(pending, step);
  const { id, ownerId, expiresAt, turn } = pending;
  const next: StoredPendingLogout = goesOn ? { ...step.pending, id, ownerId, expiresAt, turn } : pending;
  const question = 'question' in step ? step.question : next.question;
  const isTry = step.kind === 'code-incorrect' || step.kind === 'code-missing';
  const renewed = !isTry && !('choice' in pending) && !('reading' in pending && pending.reading.pages.length > 0);
  const kept = await keepPending({ ...next, question }, renewed, ports);
  return { ...step, pending: kept } as ChatStep;
}

/** Whether a step asks about everything of a person because the search it came from needs a licence. */
function isInstead(pending: StoredPendingLogout, { pending: next }: ChatStep): boolean {
  const unlicensed = (each: PendingLogout): boolean => 'search' in each && each.search.unlicensed === true;
  return unlicensed(next) && !unlicensed(pending);
}

function isLast(step: ChatStep): boolean {
  switch (step.kind) {
    case 'done':
    case 'unlocked':
    case 'none-found':
      return true;
    case 'batch-over':
      return allGone(step.batch);
    case 'failed':
      return !step.again;
    case 'person-unknown':
      return !('search' in step.pending && step.pending.search.form);
    case 'found':
    case 'record-page':
    case 'code-needed':
    case 'code-missing':
    case 'code-incorrect':
    case 'confirm-needed':
    case 'input-invalid':
    case 'connect-first':
      return false;
  }
}
