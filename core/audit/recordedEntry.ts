import { AuditEntry, AuditOutcome, RecordedEntry, SessionOutcome } from './auditEntry';
import { recordedSessions } from './recordedSessions';

/**
 * An entry as it is read back, put together from what was stored: its intent, the outcomes of single sessions as they
 * came, and the outcome of the whole, where the app came as far as that.
 *
 * Whose session it was can be known before the intent is stored, or be found out later; either way it ends up in the same
 * place.
 *
 * @param stored the outcomes of single sessions, in any order
 */
export function recordedEntry(
  entry: AuditEntry,
  outcome: AuditOutcome | 'unknown',
  stored: readonly SessionOutcome[] = [],
): RecordedEntry {
  const { sessions: named, ...rest } = entry;
  const sessions = recordedSessions({ sessions: named }, outcome, stored);
  if (outcome === 'unknown') {
    return { ...rest, ...(sessions && { sessions }), outcome };
  }
  const { targetId, targetUsername, targetDevice, ...ended } = outcome;
  return {
    ...rest,
    ...(targetId !== undefined && { targetId }),
    ...(targetUsername !== undefined && { targetUsername }),
    ...(targetDevice !== undefined && { targetDevice }),
    ...(sessions && { sessions }),
    outcome: ended,
  };
}
