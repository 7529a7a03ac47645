import { AppError, ErrorCode, SecondFactorError, toAppError } from '../shared/errors';
import { MAX_LISTED_ROWS, MAX_LIST_SECONDS } from '../shared/limits';
import { Budget } from '../shared/budget';
import { Clock } from '../shared/ports';
import { ListAnswer } from './sessionListApi';
import { SessionRow } from '../logout/sessionRow';

/** The most that a workspace gives at once (its setting `API_Upper_Count_Limit`, unless an admin made it less). */
export const PAGE_ROWS = 100;
/** How many pages are asked for at once. */
const POOL = 4;
/** With less left than this, no further page is asked for, in milliseconds. */
const LEAST_MS = 1_000;

/** Where to go on in the list, and how long the answer may take in milliseconds. */
export interface PageCall {
  readonly offset: number;
  readonly count: number;
  readonly timeoutMs: number;
}

export interface PagesPorts {
  readonly clock: Clock;
  readonly budget: Budget;
}

export interface Pages {
  /** Every row once, in no order. */
  readonly rows: readonly SessionRow[];
  readonly complete: boolean;
  readonly stoppedBy?: ErrorCode;
}

type Page = Extract<ListAnswer, { kind: 'page' }>;
type Pass = Pages & { readonly moved: boolean };

/**
 * Reads the workspace's list to its end: the first page, which says how many rows there are, then the others, a few at
 * once.
 *
 * Pages are cut anew for every call, so a session that ends meanwhile makes those behind it move up, and one of them could
 * be skipped. Where the workspace named different numbers of rows on its way, or they do not add up, everything is read
 * once more; if it is so again, `complete` is false. Rows found are never dropped.
 *
 * @param ask asks for one page
 * @param limits `timeoutMs`: how long one answer may take; `oneCall`: whether the code is good for one call only, so that
 *   nothing but the first page can be read
 * @throws AppError what the first page was refused with; what comes later only stops the reading
 */
export async function readPages(
  ask: (call: PageCall) => Promise<ListAnswer>,
  limits: { readonly timeoutMs: number; readonly oneCall: boolean },
  { clock, budget }: PagesPorts,
): Promise<Pages> {
  const end = clock.now() + MAX_LIST_SECONDS * 1000;
  /** @throws AppError `error-workspace-timeout` when the time for reading is over */
  const timeLeft = (): number => {
    const left = end - clock.now();
    if (left < LEAST_MS) {
      throw new AppError('error-workspace-timeout');
    }
    return budget.limit(Math.min(limits.timeoutMs, left));
  };
  const page = async (offset: number): Promise<Page> => {
    const count = Math.min(PAGE_ROWS, MAX_LISTED_ROWS - offset);
    const answer = await ask({ offset, count, timeoutMs: timeLeft() });
    if (answer.kind === 'challenged') {
      throw new SecondFactorError(answer.challenge, answer.status);
    }
    return answer;
  };

  const first = await readOnce(page, limits.oneCall);
  if (!first.moved) {
    return first;
  }
  try {
    const second = await readOnce(page, limits.oneCall);
    return second.stoppedBy === undefined ? second : { ...second, rows: first.rows };
  } catch (thrown) {
    return { ...first, stoppedBy: toAppError(thrown, 'error-internal').code };
  }
}

async function readOnce(page: (offset: number) => Promise<Page>, oneCall: boolean): Promise<Pass> {
  const rows = new Map<string, SessionRow>();
  const first = await page(0);
  const size = first.rows.length;
  let { total } = first;
  let still = true;
  let next = size;
  let stoppedBy: ErrorCode | undefined;
  const take = (found: Page): void => {
    // A number that fell says nothing about which rows are missing: the skipped one can make up for the one that ended.
    still = still && found.total === total;
    total = found.total;
    found.rows.forEach((row) => rows.set(identityOf(row), row));
  };
  take(first);

  const readOn = async (): Promise<void> => {
    while (stoppedBy === undefined && size > 0 && next < Math.min(total, MAX_LISTED_ROWS)) {
      const offset = next;
      next += size;
      try {
        take(await page(offset));
      } catch (thrown) {
        stoppedBy = stoppedBy ?? toAppError(thrown, 'error-internal').code;
      }
    }
  };
  if (!oneCall) {
    await Promise.all(Array.from({ length: POOL }, readOn));
  }
  const complete = stoppedBy === undefined && still && rows.size === total;
  const moved = !complete && stoppedBy === undefined && !oneCall && total <= MAX_LISTED_ROWS;
  return { rows: Array.from(rows.values()), complete, stoppedBy, moved };
}

/** Two logins over one connection can have one session ID; the same row on two pages is the same in all of this. */
function identityOf({ sessionId, userId, loginAt }: SessionRow): string {
  return JSON.stringify([sessionId, userId, loginAt]);
}
