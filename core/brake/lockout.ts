import { AppError, LockedOutError } from '../shared/errors';
import { LOCKOUT_MINUTES, MAX_INCORRECT_CODES } from '../shared/limits';
import { CodeAttempt, CodeAttempts, KnownAttempts } from './codeAttempts';

/** Both the time in which incorrect codes count together, and the time for which they lock somebody out. */
export const LOCKOUT_MS = LOCKOUT_MINUTES * 60_000;
/**
 * No call into the app lives longer than half of this, so an attempt that is open for longer belongs to one that died,
 * or that got no answer.
 */
const OPEN_MS = 60_000;
/** How far the clocks of two servers may be apart. What lies further ahead was stored by a clock that has been set back. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Until when somebody is locked out, in milliseconds since the epoch; undefined when they are not. Never more than
 * `LOCKOUT_MS` from now, whatever the clocks of servers do.
 */
export function lockedUntil({ incorrect }: KnownAttempts, now: number): number | undefined {
  const times = timesOf(incorrect, now).sort((a, b) => a - b);
  const last = times
    .filter((at, index) => at - (times[index - MAX_INCORRECT_CODES + 1] ?? -Infinity) < LOCKOUT_MS)
    .pop();
  return last !== undefined && now < last + LOCKOUT_MS ? last + LOCKOUT_MS : undefined;
}

/**
 * How many others must end before an attempt may send its code; 0 when it may now. Those that are incorrect already,
 * together with those before it that might still turn out to be, must be fewer than lock somebody out.
 *
 * So of all attempts, in the order in which they were stored, none past the fifth incorrect one is ever sent: whichever
 * would be the sixth counts five before it, each of which is known to be incorrect or may still be.
 */
export function turnsUntil({ open, incorrect }: KnownAttempts, own: CodeAttempt, now: number): number {
  const position = open.findIndex(({ id }) => id === own.id);
  const before = open.slice(0, position < 0 ? open.length : position);
  const alive = timesOf(before, now).filter((at) => at > now - OPEN_MS);
  const recent = timesOf(incorrect, now).filter((at) => at > now - LOCKOUT_MS);
  return Math.max(0, alive.length + recent.length - MAX_INCORRECT_CODES + 1);
}

/**
 * Whether an attempt that turned out to be incorrect is the one that locks its caller out: of several at the same time
 * exactly one is, by the order in which they were stored.
 *
 * @returns until when it does, in milliseconds since the epoch
 */
export function lockoutBy(known: KnownAttempts, own: CodeAttempt, now: number): number | undefined {
  const counting = known.incorrect.filter(({ at }) => at > now - LOCKOUT_MS && at <= now + CLOCK_SKEW_MS);
  return counting[MAX_INCORRECT_CODES - 1]?.id === own.id ? lockedUntil(known, now) : undefined;
}

/**
 * What is known of somebody's codes, where nothing may be done without.
 *
 * @throws AppError `error-audit-unavailable` when it could not be read
 */
export async function requireKnown(callerId: string, attempts: Pick<CodeAttempts, 'of'>): Promise<KnownAttempts> {
  try {
    return await attempts.of(callerId);
  } catch {
    // The store's message might hold anything.
    throw new AppError('error-audit-unavailable');
  }
}

/** @throws LockedOutError while somebody is locked out */
export function requireNotLockedOut(known: KnownAttempts, now: number): void {
  const until = lockedUntil(known, now);
  if (until !== undefined) {
    throw new LockedOutError(until, now);
  }
}

/** When they were, none later than now; without those that a clock which was set back has stored. */
function timesOf(attempts: readonly CodeAttempt[], now: number): number[] {
  return attempts.filter(({ at }) => at <= now + CLOCK_SKEW_MS).map(({ at }) => Math.min(at, now));
}
