import { Credential } from '../shared/ports';
import { Challenge, SecondFactor } from '../shared/secondFactor';

/** One `POST /api/v1/sessions/logout`, as the caller. */
export interface LogoutCall {
  readonly workspaceUrl: string;
  readonly credential: Credential;
  readonly sessionId: string;
  readonly userAgent: string;
  readonly secondFactor: SecondFactor;
  /** In milliseconds. */
  readonly timeoutMs: number;
}

/** What the workspace answered when it came as far as the second factor or the session. */
export type LogoutAnswer =
  | { readonly kind: 'ended'; readonly status: number; readonly sessionId: string }
  /** Everything was checked and let through, but there is no such session. */
  | { readonly kind: 'not-found'; readonly status: number }
  /** It wants a second factor, or refuses the one it was given. */
  | { readonly kind: 'challenged'; readonly status: number; readonly challenge: Challenge };

export interface SessionsApi {
  /**
   * Asks the workspace to end a session. Takes hardly longer than `timeoutMs`.
   *
   * @throws AppError one of `REFUSALS` when the workspace said no before that, and did nothing;
   *   `error-workspace-unreachable`, `error-workspace-timeout`, `error-workspace-invalid-response` when there is no
   *   clear answer, and what was done cannot be told
   */
  logout(call: LogoutCall): Promise<LogoutAnswer>;
}
