import { Budget } from '../shared/budget';
import { ErrorCode, toAppError } from '../shared/errors';
import { Clock } from '../shared/ports';
import { SettingsReader } from '../shared/settings';
import { dayOf } from './auditEntry';
import { daysLater, FIRST_DAY } from './days';

const HOUR_MS = 3_600_000;
/** After a longer time without a run, the clock has to say the same an hour later before anything is removed. */
const MAX_GAP_MS = 48 * HOUR_MS;
/** With less left of the call than this, no further day is begun, in milliseconds. */
const LEAST_MS = 7_000;

/** What the last run found and did. */
export interface RetentionRun {
  /** When it was, in milliseconds since the epoch. */
  readonly at: number;
  /** No day before this one has entries any more. */
  readonly removedBefore: string;
  /** The day (UTC) on which everything that was due had been removed. */
  readonly finishedOn?: string;
  /** Why it could not do its work. */
  readonly problem?: ErrorCode;
}

/** Where runs are noted. */
export interface RetentionRuns {
  /** The last run; undefined before the first one. */
  last(): Promise<RetentionRun | undefined>;
  /** Notes a run in the place of the one before. */
  note(run: RetentionRun): Promise<void>;
}

export interface RetentionPorts {
  readonly settings: Pick<SettingsReader, 'record'>;
  readonly retention: RetentionRuns;
  readonly oldEntries: {
    /**
     * Removes everything that is filed under a day, as long as it may go on.
     *
     * @returns whether it is all gone
     */
    removeDay(day: string, mayGoOn: () => boolean): Promise<boolean>;
  };
  readonly clock: Clock;
  readonly budget: Budget;
}

/** What a run came to; `waits`: it only noted what the clock says. */
export type RetentionResult = 'nothing-due' | 'waits' | 'done' | 'unfinished' | ErrorCode;

/**
 * Removes the days of the record that are older than the setting says, whole days (UTC): today and the `keep_days` days
 * before it stay.
 *
 * To be run every hour; it does its work once a day, and goes on where it was the last time. So nothing is missed for
 * good by a run that was lost, that failed, or whose time was over. It does no harm on several servers at once: what one
 * has removed the other finds gone.
 *
 * A clock cannot be trusted blindly with what cannot be brought back. After more than two days without a run, or when
 * the clock went back, a run removes nothing and notes the time; the next one goes by it.
 *
 * @throws whatever the store of runs threw
 */
export async function removeOldDays(ports: RetentionPorts): Promise<RetentionResult> {
  const last = await ports.retention.last();
  const now = ports.clock.now();
  const today = dayOf(now);
  if (last?.finishedOn === today) {
    return 'nothing-due';
  }
  const removedBefore = last?.removedBefore ?? FIRST_DAY;
  if (last === undefined || now < last.at || now - last.at > MAX_GAP_MS) {
    await ports.retention.note({ at: now, removedBefore });
    return 'waits';
  }
  let day = removedBefore;
  let isDue = true;
  try {
    const { keepDays } = await ports.settings.record();
    const firstKept = keepDays === 0 ? FIRST_DAY : daysLater(today, -keepDays);
    const mayGoOn = hasTime(ports.budget);
    while ((isDue = day < firstKept) && mayGoOn() && (await ports.oldEntries.removeDay(day, mayGoOn))) {
      day = daysLater(day, 1);
    }
  } catch (thrown) {
    const problem = toAppError(thrown, 'error-internal').code;
    await ports.retention.note({ at: now, removedBefore: day, problem });
    return problem;
  }
  await ports.retention.note({ at: now, removedBefore: day, finishedOn: isDue ? undefined : today });
  return isDue ? 'unfinished' : 'done';
}

function hasTime(budget: Budget): () => boolean {
  return () => {
    try {
      return budget.limit(1, LEAST_MS) > 0;
    } catch {
      return false;
    }
  };
}
