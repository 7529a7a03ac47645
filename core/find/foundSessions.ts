import { ErrorCode } from '../shared/errors';
import { SessionRow } from '../logout/sessionRow';

/** What a search found. */
export interface FoundSessions {
  /** Newest login first; every session once. */
  readonly rows: readonly SessionRow[];
  /** Whether all pages were read: otherwise there may be more. */
  readonly complete: boolean;
  /**
   * What stopped the reading before all pages were in; absent where there are more rows than
   * one search reads, where the code was good for one page only, or where the list kept changing.
   */
  readonly stoppedBy?: ErrorCode;
  /** How many rows of the workspace's list were looked at. */
  readonly looked: number;
}
