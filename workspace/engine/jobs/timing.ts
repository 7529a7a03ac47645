import { CronTime } from 'cron';
import date from 'date.js';
import humanInterval from 'human-interval';

/**
 * When jobs run, read as a real server reads it, with the same libraries (Rocket.Chat `packages/agenda/src/Job.ts`).
 * All times are epoch milliseconds.
 */

/** @param when a time, or a text such as `10 seconds`; one that says no time means now */
export function timeOf(when: string | Date, now: number): number {
  const time = new Date(when).getTime();
  return Number.isNaN(time) ? date(String(when), new Date(now)).getTime() : time;
}

/** What the next run of a recurring job depends on. */
export interface Rhythm {
  /** Cron with 5 or 6 fields, a text such as `5 minutes`, or milliseconds. Anything else: again and again, at once. */
  interval: string | number;
  /** Undefined before the first run. */
  lastRunAt?: number;
  /** When it was due last. */
  nextRunAt: number | null;
}

/** When it runs next. The first time that is now, unless the interval is cron text. */
export function nextRunOf({ interval, lastRunAt, nextRunAt }: Rhythm, now: number): number {
  const lastRun = lastRunAt ?? now;
  const cron = typeof interval === 'number' ? undefined : cronTimeOf(interval);
  if (cron === undefined) {
    const milliseconds = (typeof interval === 'number' ? interval : humanInterval(interval)) || 0;
    return lastRunAt === undefined ? now : lastRun + milliseconds;
  }
  const after = (time: number) => cron.getNextDateFrom(new Date(time)).toMillis();
  const next = after(lastRun);
  return next === lastRun || next <= (nextRunAt ?? now) ? after(lastRun + 1000) : next;
}

function cronTimeOf(interval: string): CronTime | undefined {
  try {
    return new CronTime(interval);
  } catch {
    return undefined; // then it is not cron text
  }
}
