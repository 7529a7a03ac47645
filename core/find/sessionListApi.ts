import { Credential } from '../shared/ports';
import { Challenge, SecondFactor } from '../shared/secondFactor';
import { SessionRow } from '../logout/sessionRow';

/** One `GET /api/v1/sessions/list.all`, as the caller. */
export interface ListCall {
  readonly workspaceUrl: string;
  readonly credential: Credential;
  readonly userAgent: string;
  readonly secondFactor: SecondFactor;
  /** The workspace's own search text; absent for everybody's sessions. */
  readonly filter?: string;
  /** Rows to leave out, newest first. */
  readonly offset: number;
  /** Rows on the page: 1 to 100. */
  readonly count: number;
  /** In milliseconds. */
  readonly timeoutMs: number;
}

export type ListAnswer =
  /** `total`: all rows that match, also those on other pages. */
  | { readonly kind: 'page'; readonly status: number; readonly rows: readonly SessionRow[]; readonly total: number }
  /** It wants a second factor, or refuses the one it was given. */
  | { readonly kind: 'challenged'; readonly status: number; readonly challenge: Challenge };

export interface SessionListApi {
  /**
   * Asks the workspace for one page of sessions. Takes hardly longer than `timeoutMs`.
   *
   * @throws AppError one of `REFUSALS`, or `error-workspace-unreachable`, `error-workspace-timeout`,
   *   `error-workspace-invalid-response` when there is no clear answer
   */
  list(call: ListCall): Promise<ListAnswer>;
}
