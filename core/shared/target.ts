import { ErrorCode } from './errors';

/** A session to end, with what was known about it when it was listed. */
export interface Target {
  readonly sessionId: string;
  readonly userId?: string;
  readonly username?: string;
  /** Client, system and address, for people: `Chrome 120 · Mac OS 10.15.7 · 203.0.113.24`. */
  readonly device?: string;
}

/**
 * How it ended for one session of a batch. `refused`: the workspace said no to this one; `failed`: it could not be asked;
 * `not-begun`: nothing was sent; `unknown`: it was sent, and no clear answer came back.
 */
export type SessionResult = 'ended' | 'already-gone' | 'refused' | 'failed' | 'not-begun' | 'unknown';

export interface TargetResult extends Target {
  readonly result: SessionResult;
  /** Why, where it was not ended. */
  readonly error?: ErrorCode;
}
