import { AuditEntry, AuditOutcome } from './audit';
import { Caller } from './authorizeCaller';
import { AuditLog, Clock, OperatorLog, Random } from './ports';

interface RecordPorts {
  readonly audit: AuditLog;
  readonly log: OperatorLog;
}

/** Records at once what was refused, failed or needed no intent first. Never throws: it must not hide the answer. */
export async function recordAttempt(entry: AuditEntry, outcome: AuditOutcome, ports: RecordPorts): Promise<void> {
  try {
    await ports.audit.append(entry);
  } catch {
    return noteUnrecorded(entry, outcome, ports);
  }
  return recordOutcome(entry, outcome, ports);
}

/**
 * Stores how a recorded entry ended. When that fails the caller still gets the true answer, and the entry reads
 * "unknown": the log may know less than happened, but never something else.
 */
export async function recordOutcome(entry: AuditEntry, outcome: AuditOutcome, ports: RecordPorts): Promise<void> {
  try {
    await ports.audit.complete(entry, outcome);
  } catch {
    noteUnrecorded(entry, outcome, ports);
  }
}

function noteUnrecorded({ correlationId }: AuditEntry, { result }: AuditOutcome, { log }: RecordPorts): void {
  log.note({ event: 'not-recorded', correlationId, result });
}

/** Records at once what a person did or was refused in chat, where no logout was begun. */
export function recordChat(
  caller: Caller,
  what: Pick<AuditEntry, 'action' | 'via' | 'correlationId' | 'sessionId' | 'reason'>,
  result: AuditOutcome['result'],
  ports: RecordPorts & { readonly clock: Clock; readonly random: Random },
): Promise<void> {
  const entry: AuditEntry = {
    id: ports.random.id(),
    at: ports.clock.now(),
    correlationId: what.correlationId,
    action: what.action,
    via: what.via,
    callerId: caller.id,
    callerUsername: caller.username,
    callerRoles: caller.roles,
    sessionId: what.sessionId,
    reason: what.reason,
  };
  return recordAttempt(entry, { result, durationMs: 0 }, ports);
}
