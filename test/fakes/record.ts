import { dayOf, RecordedEntry } from '../../core/audit/auditEntry';
import { DaysPorts } from '../../core/audit/readDays';
import { RetentionRun } from '../../core/audit/retention';
import { budgetFrom } from '../../core/shared/budget';

/** "Now", for all who read the record in tests. */
export const TODAY = Date.parse('2028-03-01T10:00:00Z');

/** An entry as it is read back. */
export function recorded(id: string, time: string | number, change: Partial<RecordedEntry> = {}): RecordedEntry {
  return {
    id,
    at: typeof time === 'number' ? time : Date.parse(time),
    correlationId: `request-${id}`,
    action: 'logout',
    via: 'api',
    callerId: 'u1',
    callerUsername: 'admin',
    callerRoles: ['admin'],
    outcome: { result: 'done', durationMs: 12 },
    ...change,
  };
}

/** A record that holds these entries, and what is read of it. */
export function recordOf(entries: readonly RecordedEntry[], { now = TODAY, removedBefore = '2026-11-01' } = {}) {
  const kept = [...entries];
  /** Days, in the order in which they were read. */
  const reads: string[] = [];
  let time = now;
  let startedAt = now;
  const clock = { now: () => time };
  const run: RetentionRun = { at: now, removedBefore };
  const ports: DaysPorts = {
    audit: {
      async entriesOf(day) {
        reads.push(day);
        return kept.filter(({ at }) => dayOf(at) === day).sort((one, other) => one.at - other.at);
      },
    },
    retention: { last: async () => run },
    clock,
    budget: { limit: (timeoutMs, leastMs) => budgetFrom(startedAt, clock).limit(timeoutMs, leastMs) },
  };
  return {
    ports,
    reads,
    add: (entry: RecordedEntry) => void kept.push(entry),
    /** Time that passes within one call into the app. */
    spend: (milliseconds: number) => void (time += milliseconds),
    /** Time that passes between two calls into the app. */
    sleep: (milliseconds: number) => void (startedAt = time += milliseconds),
  };
}
