import { Caller } from '../caller/caller';
import { toAppError } from '../shared/errors';
import { ChatPorts } from './chatPorts';
import { ChatStep, stepAfter } from './chatStep';
import { PendingLogout } from './pendingLogout';

/**
 * Makes whatever happens the result of a step.
 *
 * @param work what the step does; it has recorded what it throws
 */
export async function stepOf(
  pending: PendingLogout,
  caller: Caller,
  ports: ChatPorts,
  work: () => Promise<ChatStep>,
): Promise<ChatStep> {
  try {
    return await work();
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    // A token that the workspace no longer accepts is of no use to keep.
    if (error.code === 'error-not-logged-in') {
      await ports.connections.remove(caller.id);
    }
    return stepAfter(error, pending);
  }
}
