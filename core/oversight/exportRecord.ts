import { RecordedEntry } from '../audit/auditEntry';
import { readLines, RecordLines } from '../audit/readLines';
import { guardedReading, ReadingPorts, ReadingRequest, Wanted } from './guardedReading';

export interface WantedExport extends Wanted {
  /** Makes the line of an entry. */
  readonly lineOf: (entry: RecordedEntry) => string;
}

export interface ExportRequest extends ReadingRequest {
  /** Reads which part is wanted. Called once the caller is known to be allowed. @throws InvalidInputError */
  readonly wanted: () => WantedExport;
}

/** A part as `readLines` gives it, with the cursor of the next one. */
export type GuardedLines = Omit<RecordLines, 'next'> & { readonly next?: string };

/**
 * Reads a part of the record as lines, oldest first, for an authenticated auditor, or refuses. For its guarantees see
 * `guardedReading`.
 *
 * @throws AppError whatever went wrong
 */
export async function exportRecord(request: ExportRequest, ports: ReadingPorts): Promise<GuardedLines> {
  const { wanted } = request;
  return guardedReading(
    request,
    {
      order: 'oldest-first',
      wanted,
      read: ({ query, lineOf }: WantedExport, after) => readLines({ range: query, after }, lineOf, ports),
    },
    ports,
  );
}
