import { MAX_BATCH } from '../shared/limits';
import { RecordedEntry } from './auditEntry';
import { Position } from './cursor';
import { DaysPorts, readDays } from './readDays';
import { matchesRecordQuery, RecordQuery } from './recordQuery';

/** A page with so many sessions of batches gets no further entries: the entry of a large batch is a large text. */
const MOST_SESSIONS = 4 * MAX_BATCH;

export interface PageWanted {
  readonly query: RecordQuery;
  /** Where the page before ended; default: at the newest entry. */
  readonly after?: Position;
  /** The most entries that it may have, at least 1. */
  readonly limit: number;
}

export interface RecordPage {
  /** Newest first. */
  readonly entries: readonly RecordedEntry[];
  /** Where the next page begins; undefined when there is none. */
  readonly next?: Position;
  /**
   * False where reading stopped although there may be more and the page has room for it: after `MAX_READ_DAYS` days or
   * `MAX_READ_SECONDS`, or since its entries are very large. `next` goes on from there.
   */
  readonly complete: boolean;
}

/**
 * Reads one page of the record, newest first.
 *
 * Going on at `next` gives every entry exactly once, and ends. Entries that are added meanwhile come before all pages
 * but the first and change none of them. The exception is what was asked for before an entry that has been given, and
 * stored after it: a call can take half a minute.
 *
 * @throws whatever the store threw
 */
export async function readPage({ query, after, limit }: PageWanted, ports: DaysPorts): Promise<RecordPage> {
  const entries: RecordedEntry[] = [];
  let sessions = 0;
  const range = { order: 'newest-first', from: query.from, to: query.to, after } as const;
  const { next, stoppedBy } = await readDays(
    range,
    (entry) => {
      if (!matchesRecordQuery(entry, query)) {
        return 'skipped';
      }
      entries.push(entry);
      sessions += entry.sessions?.length ?? 0;
      return entries.length >= limit || sessions >= MOST_SESSIONS ? 'last' : 'taken';
    },
    ports,
  );
  return { entries, next, complete: stoppedBy === 'end' || next === undefined || entries.length >= limit };
}
