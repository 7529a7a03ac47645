import { Credential } from '../shared/ports';
import { Challenge, SecondFactor } from '../shared/secondFactor';
import { SessionRow } from './sessionRow';

/** One `GET /api/v1/sessions/info.admin`, as the caller. */
export interface InfoCall {
  readonly workspaceUrl: string;
  readonly credential: Credential;
  readonly userAgent: string;
  readonly secondFactor: SecondFactor;
  readonly sessionId: string;
  /** In milliseconds. */
  readonly timeoutMs: number;
}

export type InfoAnswer =
  /** A session of the workspace's list. Which one, the asker has to look at: the ID was a search for it. */
  | { readonly kind: 'session'; readonly row: SessionRow }
  /** Nothing in the list fits. */
  | { readonly kind: 'not-found' }
  /** It wants a second factor, or refuses the one it was given. */
  | { readonly kind: 'challenged'; readonly status: number; readonly challenge: Challenge };

export interface SessionInfoApi {
  /**
   * Asks the workspace about one session. Takes hardly longer than `timeoutMs`.
   *
   * @throws AppError why there is no clear answer
   */
  info(call: InfoCall): Promise<InfoAnswer>;
}
