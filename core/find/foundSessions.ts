import { SessionRow } from './sessionRow';

/** What a search found. */
export interface FoundSessions {
  /** Newest login first; every session once. */
  readonly rows: readonly SessionRow[];
  /** Whether all pages were read: otherwise there may be more. */
  readonly complete: boolean;
  /** How many rows of the workspace's list were looked at. */
  readonly looked: number;
}
