import { AuditEntry, AuditOutcome, RecordedEntry, SessionOutcome } from './auditEntry';

/** Where entries are kept. The log only grows: nothing stored is ever changed, but for how often it happened. */
export interface AuditLog {
  /**
   * Stores a new entry, with its outcome where that is known already. Resolves only when it is stored. What is counted
   * with others (`countedAs`) adds one to the first of them, of which everything else is kept.
   *
   * @throws when it could not be stored
   */
  append(entry: AuditEntry, outcome?: AuditOutcome): Promise<void>;
  /**
   * Stores how one session of a batch ended.
   *
   * @throws when it could not be stored
   */
  completeSession(entry: AuditEntry, outcome: SessionOutcome): Promise<void>;
  /**
   * Stores how an entry ended.
   *
   * @throws when it could not be stored
   */
  complete(entry: AuditEntry, outcome: AuditOutcome): Promise<void>;
  /** The entries of one day (UTC, `YYYY-MM-DD`), oldest first, without reading other days. */
  entriesOf(day: string): Promise<RecordedEntry[]>;
}
