import { LOGOUTS_AT_ONCE } from '../shared/limits';
import { SessionResult } from '../shared/target';
import { AuditEntry, AuditOutcome, RecordedEntry, SessionOutcome } from './auditEntry';

/**
 * How each session of a batch ended, from what was stored: its intent, the outcomes of single sessions as they came, and
 * the outcome of the batch, where the app came as far as that.
 *
 * Nothing is stored when a session is begun, and still a crash leaves no doubt about most: sessions are begun in the
 * order of the intent, at most `LOGOUTS_AT_ONCE` at any time, and the next one only after the outcome of one of them is
 * stored. So with `n` outcomes stored, none but the first `n + LOGOUTS_AT_ONCE` can have been begun. Of these, those
 * without an outcome are "unknown"; all others are "not begun", for certain.
 *
 * @param outcome of the batch; after it nothing was begun any more
 * @param stored the outcomes of single sessions, in any order
 */
export function recordedSessions(
  { sessions }: Pick<AuditEntry, 'sessions'>,
  outcome: AuditOutcome | 'unknown',
  stored: readonly SessionOutcome[],
): RecordedEntry['sessions'] {
  const known = new Map(stored.map((each) => [each.sessionId, each]));
  const begunAtMost = outcome === 'unknown' ? known.size + LOGOUTS_AT_ONCE : 0;
  if (outcome !== 'unknown') {
    outcome.sessions?.forEach((each) => known.set(each.sessionId, each));
  }
  return sessions?.map((target, index) => {
    const otherwise: SessionResult = index < begunAtMost ? 'unknown' : 'not-begun';
    const { userId, username, device, ...ended } = known.get(target.sessionId) ?? {
      sessionId: target.sessionId,
      result: otherwise,
    };
    const owner = userId === undefined && device === undefined ? {} : { userId, username, device };
    return { ...target, ...owner, ...ended };
  });
}
