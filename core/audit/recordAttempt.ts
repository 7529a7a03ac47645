import { Caller } from '../caller/caller';
import { AppError } from '../shared/errors';
import { Clock, OperatorLog, Random } from '../shared/ports';
import { AuditedRequest, AuditEntry, auditEntry, AuditOutcome } from './auditEntry';
import { AuditLog } from './auditLog';

export interface RecordPorts {
  readonly audit: AuditLog;
  readonly log: OperatorLog;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Records what needed no intent first: what was refused or failed before anything was asked of the workspace, and what
 * a person did in chat where no logout began. Never throws: it must not hide the answer.
 */
export async function recordAttempt(
  caller: Omit<Caller, 'isEnabled'>,
  request: AuditedRequest,
  result: AuditOutcome['result'],
  ports: RecordPorts,
): Promise<void> {
  return recordEntry(auditEntry(caller, request, ports), { result, durationMs: 0 }, ports);
}

/**
 * Stores an entry without which what it is about must not go on: the intent of a logout, or that a list is shown.
 *
 * @throws AppError `error-audit-unavailable` when it could not be stored
 */
export async function requireRecorded(entry: AuditEntry, audit: AuditLog, outcome?: AuditOutcome): Promise<void> {
  try {
    await audit.append(entry, outcome);
  } catch {
    // The store's message might hold anything; the code says all the caller can act on.
    throw new AppError('error-audit-unavailable');
  }
}

/** Stores an entry and its outcome as one document. Never throws. */
export async function recordEntry(
  entry: AuditEntry,
  outcome: AuditOutcome,
  ports: Pick<RecordPorts, 'audit' | 'log'>,
): Promise<void> {
  await ports.audit.append(entry, outcome).catch(() => noteUnrecorded(entry, outcome, ports.log));
}

/**
 * Stores how a recorded entry ended. When that fails the caller still gets the true answer, and the entry reads
 * "unknown": the log may know less than happened, but never something else. Never throws.
 */
export async function recordOutcome(
  entry: AuditEntry,
  outcome: AuditOutcome,
  ports: Pick<RecordPorts, 'audit' | 'log'>,
): Promise<void> {
  await ports.audit.complete(entry, outcome).catch(() => noteUnrecorded(entry, outcome, ports.log));
}

function noteUnrecorded({ correlationId }: AuditEntry, { result }: AuditOutcome, log: OperatorLog): void {
  log.note({ event: 'not-recorded', correlationId, result });
}
