import { readPage, RecordPage } from '../audit/readPage';
import { guardedReading, ReadingPorts, ReadingRequest, Wanted } from './guardedReading';

export interface WantedPage extends Wanted {
  /** The most entries that it may have, at least 1. */
  readonly limit: number;
}

export interface ReadRecordRequest extends ReadingRequest {
  /** Reads which page is wanted. Called once the caller is known to be allowed. @throws InvalidInputError */
  readonly wanted: () => WantedPage;
}

/** A page as `readPage` gives it, with the cursor of the next one. */
export type GuardedPage = Omit<RecordPage, 'next'> & { readonly next?: string };

/**
 * Reads one page of the record, newest first, for an authenticated auditor, or refuses. For its guarantees see
 * `guardedReading`.
 *
 * @throws AppError whatever went wrong
 */
export async function readRecord(request: ReadRecordRequest, ports: ReadingPorts): Promise<GuardedPage> {
  const { wanted } = request;
  return guardedReading(
    request,
    {
      order: 'newest-first',
      wanted,
      read: ({ query, limit }: WantedPage, after) => readPage({ query, after, limit }, ports),
    },
    ports,
  );
}
