import { allGone, BatchResult } from '../core/many/batch';
import { SessionResult } from '../core/shared/target';
import { resultOf } from '../core/many/endSessions';
import { english } from '../views/texts/catalogue';
import { Said } from './CallerEndpoint';

/**
 * The answer to a batch. `ended` counts what is no longer there, also what was gone already; `failed` what was begun
 * and is not known to have ended; `notBegun` the rest.
 *
 * @param more what an endpoint says besides
 */
export function batchAnswer(batch: BatchResult, more: Record<string, unknown> = {}): Said {
  const { results, stoppedBy, retryAfterSeconds } = batch;
  const count = (...which: readonly SessionResult[]): number =>
    results.filter(({ result }) => which.includes(result)).length;
  return {
    result: resultOf(batch),
    content: {
      success: allGone(batch),
      results: results.map(({ sessionId, result, error }) => ({ sessionId, result, ...(error && { error }) })),
      ended: count('ended', 'already-gone'),
      failed: count('refused', 'failed', 'unknown'),
      notBegun: count('not-begun'),
      ...(stoppedBy && { stoppedBy }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds, hint: english('many:rate-limited') }),
      ...more,
    },
  };
}
