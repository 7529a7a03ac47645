import { ErrorCode } from '../shared/errors';
import { TargetResult } from '../shared/target';

/** How a batch ended: one result per session, in the order asked for. */
export interface BatchResult {
  readonly results: readonly TargetResult[];
  /** What stopped the batch before all were begun, if anything did. */
  readonly stoppedBy?: ErrorCode;
  /** Where the workspace's rate limiter stopped it: whole seconds after which another try makes sense. */
  readonly retryAfterSeconds?: number;
  /** When it was over, in milliseconds since the epoch. */
  readonly at: number;
}

/** Whether everything is ended or was gone already. */
export function allGone({ results }: BatchResult): boolean {
  return results.every(({ result }) => result === 'ended' || result === 'already-gone');
}
