import { Budget } from '../shared/budget';
import { AppError, RateLimitedError } from '../shared/errors';
import { Random, WaitingClock } from '../shared/ports';
import { CodeAttempt, CodeAttempts } from './codeAttempts';
import { turnsUntil, lockoutBy, requireKnown, requireNotLockedOut } from './lockout';

/**
 * How long to wait before looking again, in milliseconds: longer, the more are before it, so that many who wait do not
 * hold up those whom they wait for.
 */
const CHECK_MS = 30;
const CHECK_PER_TURN_MS = 20;
const LONGEST_CHECK_MS = 2_000;
/** With less left of the call than this, waiting is over: the code must be sent, answered and recorded, in milliseconds. */
const LEAST_MS = 6_000;
/** Those before it are being checked, and each takes no longer than a call into the app. */
const RETRY_AFTER_SECONDS = 10;

export interface TurnPorts {
  readonly codeAttempts: Pick<CodeAttempts, 'begin' | 'of' | 'end'>;
  readonly clock: WaitingClock;
  readonly random: Random;
  readonly budget: Budget;
}

/** The turn of one operation to send one code, as often as it needs it. */
export interface Turn {
  /**
   * Resolves when the code may be sent.
   *
   * @throws LockedOutError; RateLimitedError when the time was over before it was its turn; AppError
   *   `error-audit-unavailable` when the attempt could not be stored, or others could not be read. May be looked at late.
   */
  readonly taken: Promise<void>;
  /**
   * Ends it, also before it was taken. Only the first end counts.
   *
   * @param result `incorrect` when the workspace said so to the code
   * @returns until when that locks the caller out, where this is the incorrect code that does
   * @throws when that could not be stored
   */
  end(result: 'incorrect' | 'over'): Promise<number | undefined>;
}

/**
 * Begins to take a turn: stores the attempt, reads all of this caller, and waits while too many are under way.
 *
 * At most `MAX_INCORRECT_CODES` incorrect codes of one caller pass in `LOCKOUT_MINUTES`, however many calls arrive at
 * once and on whatever server, and nobody waits for ever: the first of those that are open never waits. Both rest on
 * documents coming back in the order in which they were stored, as from a database with one primary. Should a database
 * give servers different orders, each server keeps to the limit for itself, which makes four more per further server.
 */
export function beginTurn(callerId: string, ports: TurnPorts): Turn {
  const { clock, codeAttempts, random } = ports;
  const attempt: CodeAttempt = { id: random.id(), callerId, at: clock.now() };
  let ended = false;
  const stored = codeAttempts.begin(attempt).catch(() => {
    throw new AppError('error-audit-unavailable');
  });
  const taken = stored.then(() => waitFor(attempt, () => ended, ports));
  taken.catch(() => undefined); // whoever needs it looks at it later
  return {
    taken,
    async end(result) {
      if (ended) {
        return undefined;
      }
      ended = true;
      await stored.catch(() => undefined); // a store that failed may have stored it all the same
      await codeAttempts.end(attempt, result);
      return result === 'incorrect'
        ? lockoutBy(await requireKnown(callerId, codeAttempts), attempt, clock.now())
        : undefined;
    },
  };
}

async function waitFor(attempt: CodeAttempt, isOver: () => boolean, ports: TurnPorts): Promise<void> {
  const { clock, codeAttempts } = ports;
  while (!isOver()) {
    const known = await requireKnown(attempt.callerId, codeAttempts);
    const now = clock.now();
    requireNotLockedOut(known, now);
    const turns = turnsUntil(known, attempt, now);
    if (turns === 0) {
      return;
    }
    requireTimeToWait(ports.budget);
    await clock.sleep(Math.min(LONGEST_CHECK_MS, CHECK_MS + (turns - 1) * CHECK_PER_TURN_MS));
  }
  throw new AppError('error-internal');
}

/** @throws RateLimitedError when nothing could be sent after another wait */
function requireTimeToWait(budget: Budget): void {
  try {
    budget.limit(CHECK_MS, LEAST_MS);
  } catch {
    throw new RateLimitedError(undefined, RETRY_AFTER_SECONDS);
  }
}
