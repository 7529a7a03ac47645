import { AuditEntry, AuditOutcome } from '../audit/auditEntry';

/** Somebody who sent too many incorrect codes, and until when the app refuses them. */
export interface Lockout {
  readonly callerId: string;
  readonly callerUsername: string;
  /** In milliseconds since the epoch. */
  readonly until: number;
}

/** How those are told who have to know what was done. What cannot be told never fails what it is about. */
export interface Alarms {
  /** Sessions were ended, or may have been. Never throws. */
  ended(entry: AuditEntry, outcome: AuditOutcome): Promise<void>;
  /** Somebody was locked out. Never throws. */
  lockedOut(lockout: Lockout): Promise<void>;
}
