import { Budget } from '../shared/budget';
import { MAX_READ_DAYS, MAX_READ_SECONDS } from '../shared/limits';
import { Clock } from '../shared/ports';
import { dayOf, RecordedEntry } from './auditEntry';
import { AuditLog } from './auditLog';
import { Order, Position } from './cursor';
import { daysLater, earlierOf, FIRST_DAY, laterOf, startOf } from './days';
import { RetentionRuns } from './retention';

/** How many days are read at once after one in which nothing was found. */
const POOL = 4;

export interface DaysPorts {
  readonly audit: Pick<AuditLog, 'entriesOf'>;
  readonly retention: Pick<RetentionRuns, 'last'>;
  readonly clock: Clock;
  readonly budget: Budget;
}

/** Which part of the record is read, and in which order. */
export interface DaysRange {
  readonly order: Order;
  /** The earliest moment, in milliseconds since the epoch; default: as far back as anything is kept. */
  readonly from?: number;
  /** The first moment that is too late, in milliseconds since the epoch; default: after the end of today. */
  readonly to?: number;
  /** Where an earlier reading ended. */
  readonly after?: Position;
}

/** What whoever wants entries says to one of them; `last`: this one was wanted, and no more are. */
export type Taken = 'skipped' | 'taken' | 'last';

export interface DaysRead {
  /** Where to go on; undefined when there is nothing left. */
  readonly next?: Position;
  /** `limit`: the days or the time for one call were used up. */
  readonly stoppedBy: 'end' | 'enough' | 'limit';
}

/**
 * Reads the record day by day and hands over its entries one by one, in the order of their times and, at the same
 * moment, of their IDs: a position in that order stays where it is, however many entries are added.
 *
 * One day is read at a time, so what a reading costs depends on the days that it looks at and not on how many there are.
 * After a day in which nothing was wanted, a few are read at once. At least one day is read, so that whoever goes on at
 * `next` comes to an end.
 *
 * @throws whatever the store threw
 */
export async function readDays(
  range: DaysRange,
  take: (entry: RecordedEntry) => Taken,
  ports: DaysPorts,
): Promise<DaysRead> {
  const { order } = range;
  const step = order === 'newest-first' ? -1 : 1;
  const hasTime = timeFor(ports);
  const { first, last } = await daysOf(range, ports);
  const isWithin = (day: string): boolean => (step < 0 ? day >= last : day <= last);
  let day = first;
  let read = 0;
  let width = 1;
  while (isWithin(day)) {
    if (read >= MAX_READ_DAYS || (read > 0 && !hasTime())) {
      return { next: { at: startOf(step < 0 ? daysLater(day, 1) : day), id: '' }, stoppedBy: 'limit' };
    }
    const days = Array.from({ length: Math.min(width, MAX_READ_DAYS - read) }, (_, index) =>
      daysLater(day, index * step),
    ).filter(isWithin);
    const entries = (await Promise.all(days.map((each) => entriesOf(each, range, ports)))).reduce(
      (all, more) => all.concat(more),
      [],
    );
    width = POOL;
    for (const [index, entry] of entries.entries()) {
      const taken = take(entry);
      if (taken === 'last') {
        const isEnd = index === entries.length - 1 && days[days.length - 1] === last;
        return { next: isEnd ? undefined : { at: entry.at, id: entry.id }, stoppedBy: 'enough' };
      }
      width = taken === 'taken' ? 1 : width;
    }
    read += days.length;
    day = daysLater(days[days.length - 1], step);
  }
  return { stoppedBy: 'end' };
}

/** The first and the last day to read, in the order in which they are read. */
async function daysOf(
  { order, from, to, after }: DaysRange,
  ports: DaysPorts,
): Promise<{ first: string; last: string }> {
  const today = dayOf(ports.clock.now());
  const removedBefore = (await ports.retention.last())?.removedBefore ?? FIRST_DAY;
  // A clock that says less than the first day of all is believed.
  const kept = earlierOf(laterOf(FIRST_DAY, removedBefore), today);
  const oldest = from === undefined ? kept : laterOf(kept, dayOf(from));
  const newest = to === undefined ? today : dayOf(to - 1);
  if (order === 'newest-first') {
    // Behind a position without an ID nothing of that moment is left.
    return {
      first: after ? earlierOf(newest, dayOf(after.id === '' ? after.at - 1 : after.at)) : newest,
      last: oldest,
    };
  }
  return { first: after ? laterOf(oldest, dayOf(after.at)) : oldest, last: newest };
}

async function entriesOf(
  day: string,
  { order, from = -Infinity, to = Infinity, after }: DaysRange,
  { audit }: DaysPorts,
): Promise<RecordedEntry[]> {
  const compare = order === 'newest-first' ? (a: Position, b: Position) => older(b, a) : older;
  return (await audit.entriesOf(day))
    .filter((entry) => entry.at >= from && entry.at < to && (after === undefined || compare(after, entry) < 0))
    .sort(compare);
}

function older(a: Position, b: Position): number {
  return a.at - b.at || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}

function timeFor({ clock, budget }: DaysPorts): () => boolean {
  const end = clock.now() + MAX_READ_SECONDS * 1000;
  return () => {
    try {
      return clock.now() < end && budget.limit(1) > 0;
    } catch {
      return false;
    }
  };
}
