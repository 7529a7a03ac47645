import { Via } from '../audit/auditEntry';
import { RecordPorts } from '../audit/recordAttempt';
import { Caller } from '../caller/caller';
import { toAppError } from '../shared/errors';
import { About, recordPending } from './pendingLogout';

/**
 * Does what has no record of its own, and records it when it fails.
 *
 * @param about the logout it is about, as far as it was found valid
 * @throws AppError what it failed with
 */
export async function recordFailures<T>(
  caller: Caller,
  via: Via,
  about: About,
  ports: RecordPorts,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    await recordPending(caller, via, about, error.code, ports);
    throw error;
  }
}
