import { RecordedEntry } from '../audit/auditEntry';
import { RecordQuery } from '../audit/recordQuery';

/** How many entries a page shows. */
export const ENTRIES_ON_PAGE = 6;
/** How many sessions of a batch are shown; scripts get all of them. */
const SESSIONS_SHOWN = 20;

/** An entry as it is shown: of a large batch, not all sessions. */
export interface ShownEntry extends RecordedEntry {
  /** How many sessions the batch has. */
  readonly sessionCount?: number;
}

/** A look at the record, page by page. */
export interface Reading {
  readonly query: RecordQuery;
  /** What was read so far, newest first; nothing before the code is verified. */
  readonly pages: ReadonlyArray<readonly ShownEntry[]>;
  /** Which of the pages is shown. */
  readonly page: number;
  /** Which entry of that page is shown in full; undefined for the page itself. */
  readonly entry?: number;
  /** Where older entries begin; undefined when there are none. */
  readonly cursor?: string;
}

/** Where somebody wants to go: to another page, back to the page, or to one of its entries. */
export type Turn = 'older' | 'newer' | 'page' | number;

/** The reading with one more page, which is shown. */
export function withPage(reading: Reading, entries: readonly RecordedEntry[], cursor: string | undefined): Reading {
  const pages = [...reading.pages, entries.map(shown)];
  return { query: reading.query, pages, page: pages.length - 1, cursor };
}

/** Whether the way there leads past what was read. */
export function needsReading({ pages, page, cursor }: Reading, turn: Turn): boolean {
  return turn === 'older' && page === pages.length - 1 && cursor !== undefined;
}

/** The reading turned to what was read already. What is not there leaves it as it is. */
export function turned(reading: Reading, turn: Turn): Reading {
  const { pages, page } = reading;
  if (typeof turn === 'number') {
    return pages[page]?.[turn] === undefined ? reading : { ...reading, entry: turn };
  }
  const to = turn === 'older' ? page + 1 : turn === 'newer' ? page - 1 : page;
  return { ...reading, page: pages[to] === undefined ? page : to, entry: undefined };
}

function shown(entry: RecordedEntry): ShownEntry {
  const { sessions, outcome } = entry;
  // The outcome of a batch has its sessions again.
  const known = outcome === 'unknown' ? outcome : { ...outcome, sessions: undefined };
  return {
    ...entry,
    outcome: known,
    ...(sessions && { sessions: sessions.slice(0, SESSIONS_SHOWN), sessionCount: sessions.length }),
  };
}
