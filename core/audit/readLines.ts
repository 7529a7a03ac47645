import { MAX_EXPORT_LINES } from '../shared/limits';
import { RecordedEntry } from './auditEntry';
import { Position } from './cursor';
import { DaysPorts, readDays } from './readDays';
import { RecordQuery } from './recordQuery';

/** A part with so much text, in UTF-16 units, gets no further lines. */
const MOST_TEXT = 4_000_000;

export interface LinesWanted {
  readonly range: Pick<RecordQuery, 'from' | 'to'>;
  /** Where the part before ended; default: at the oldest entry. */
  readonly after?: Position;
}

export interface RecordLines {
  /** One for each entry, oldest first. */
  readonly lines: readonly string[];
  /** Where the next part begins; undefined when there is none. */
  readonly next?: Position;
}

/**
 * Reads a part of the record, oldest first: as many entries as fit into one answer, also the first ones of a day with
 * many. Going on at `next` gives every entry exactly once.
 *
 * @param lineOf makes the text of an entry
 * @throws whatever the store threw
 */
export async function readLines(
  { range, after }: LinesWanted,
  lineOf: (entry: RecordedEntry) => string,
  ports: DaysPorts,
): Promise<RecordLines> {
  const lines: string[] = [];
  let text = 0;
  const { next } = await readDays(
    { ...range, order: 'oldest-first', after },
    (entry) => {
      const line = lineOf(entry);
      lines.push(line);
      text += line.length;
      return lines.length >= MAX_EXPORT_LINES || text >= MOST_TEXT ? 'last' : 'taken';
    },
    ports,
  );
  return { lines, next };
}
