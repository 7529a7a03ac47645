import { AppError } from './errors';
import { Clock } from './ports';

/**
 * The engine gives up on a call into the app after 30 s. The last answer must be in, and its outcome recorded and told,
 * before that.
 */
const BUDGET_MS = 27_000;
/** With less left than this, nothing more is asked of the workspace: its answer would likely be lost. */
const LEAST_MS = 2_000;

/** The time that one call into the app may spend, from the moment its handler began. */
export interface Budget {
  /**
   * @param timeoutMs how long one answer of the workspace may take by the settings, in milliseconds
   * @param leastMs how much must be left for it to make sense, in milliseconds; default: 2 s
   * @returns how long it may take now: no longer than what is left of the call, in milliseconds
   * @throws AppError `error-workspace-timeout` when too little is left to ask anything
   */
  limit(timeoutMs: number, leastMs?: number): number;
}

/** @param startedAt when the handler began, in milliseconds since the epoch */
export function budgetFrom(startedAt: number, clock: Clock): Budget {
  return {
    limit(timeoutMs, leastMs = LEAST_MS) {
      const left = startedAt + BUDGET_MS - clock.now();
      if (left < leastMs) {
        throw new AppError('error-workspace-timeout');
      }
      return Math.min(timeoutMs, left);
    },
  };
}
