import { Alarms } from '../alarm/alarms';
import { AuditedRequest } from '../audit/auditEntry';
import { recordAttempt, RecordPorts } from '../audit/recordAttempt';
import { Caller } from '../caller/caller';

export interface LockOutPorts extends RecordPorts {
  readonly alarms: Alarms;
  readonly connections: {
    /** Deletes a person's connections, and keeps whatever is under way from storing one. */
    disconnect(userId: string): Promise<void>;
  };
}

/**
 * Does what follows when an incorrect code has locked somebody out: records it, tells those who have to know, and takes
 * back what they had granted to the app. They are locked out whether or not any of it works. Never throws.
 *
 * @param request what the code came with
 * @param until in milliseconds since the epoch
 */
export async function lockOut(
  caller: Caller,
  { via, correlationId }: AuditedRequest,
  until: number,
  ports: LockOutPorts,
): Promise<void> {
  const { id: callerId, username: callerUsername } = caller;
  await Promise.all([
    recordAttempt(caller, { action: 'lockout', via, correlationId }, 'done', ports),
    ports.alarms.lockedOut({ callerId, callerUsername, until }).catch(() => undefined),
    ports.connections
      .disconnect(callerId)
      .catch(() => ports.log.note({ event: 'lockout', correlationId, result: 'connection-not-removed' })),
  ]);
}
