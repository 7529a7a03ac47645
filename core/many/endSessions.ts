import { AuditOutcome, SessionOutcome } from '../audit/auditEntry';
import { Attempt } from '../logout/attempt';
import { logoutOf } from '../logout/confirmLogout';
import { ConfirmedSecondFactor } from '../logout/confirmSecondFactor';
import { forwardLogout, RecordedIntent } from '../logout/forwardLogout';
import { LookUpPorts, lookUpSession, SessionOwner } from '../logout/lookUpSession';
import { SessionsApi } from '../logout/sessionsApi';
import { AppError, RateLimitedError, toAppError } from '../shared/errors';
import { LOGOUTS_AT_ONCE } from '../shared/limits';
import { Clock, Credential, WorkspaceAddress } from '../shared/ports';
import { Target, TargetResult } from '../shared/target';
import { allGone, BatchResult } from './batch';

/** After so many unclear answers in a row nothing more is begun: each could leave one more session in doubt. */
const UNCLEAR_IN_A_ROW = 2;

export interface EndingPorts extends LookUpPorts {
  readonly sessions: SessionsApi;
  readonly clock: Clock;
}

/** What every logout of a batch has in common. */
export interface BatchCall {
  readonly confirmed: ConfirmedSecondFactor;
  /** Proof that the whole batch was recorded. */
  readonly intent: RecordedIntent;
  readonly credential: Credential;
  readonly workspace: WorkspaceAddress;
}

/** How a batch went, for the answer and for the record. */
export interface BatchRun {
  readonly batch: BatchResult;
  readonly outcomes: readonly SessionOutcome[];
  /** What stopped it, when it is certain that no session was ended or gone. */
  readonly refusal?: AppError;
}

/**
 * Ends the sessions of a batch, in order, each with the code and the User-Agent of the batch.
 *
 * They go alone until the workspace has verified the code for one, that is said yes to it; the rest up to
 * `LOGOUTS_AT_ONCE` at a time. The outcome of one is stored before another is begun in its place, so that a crash leaves
 * little in doubt (`recordedSessions`). Nothing more is begun after a refusal (it would meet the others too: the code
 * ran out, the rate limit, a lost login, permission or licence), two unclear answers in a row, an outcome that could not
 * be stored, or when too little of the call's time is left for an answer; what is under way then is waited for.
 *
 * Whose session it is, where that is not known, is looked up before each is ended, until the workspace once does not say.
 *
 * Must be called only with targets that the intent names, in its order. Never throws.
 */
export async function endSessions(
  targets: readonly Target[],
  call: BatchCall,
  attempt: Pick<Attempt, 'sessionDone'>,
  ports: EndingPorts,
): Promise<BatchRun> {
  const outcomes = new Map<string, SessionOutcome>();
  let next = 0;
  let verified = false;
  let unclear = 0;
  let mayLookUp = true;
  let stop: AppError | undefined;

  const ownerOf = async ({ sessionId, userId }: Target): Promise<SessionOwner> => {
    if (userId !== undefined || !mayLookUp) {
      return {};
    }
    const { credential, workspace, confirmed } = call;
    const { workspaceUrl } = workspace;
    const owner = await lookUpSession(sessionId, confirmed, { workspaceUrl, credential }, ports);
    mayLookUp = mayLookUp && owner !== 'no-answer';
    return typeof owner === 'object' ? owner : {};
  };
  const mayBegin = (): number | undefined => {
    try {
      return stop ? undefined : ports.budget.limit(call.workspace.timeoutMs);
    } catch (thrown) {
      stop = toAppError(thrown, 'error-internal');
      return undefined;
    }
  };
  const endNext = async (): Promise<void> => {
    if (mayBegin() === undefined) {
      return;
    }
    const target = targets[next++];
    const ended = await endOne(target, call, ownerOf, mayBegin, ports.sessions);
    if (ended === undefined) {
      return;
    }
    const [outcome, error] = ended;
    outcomes.set(target.sessionId, outcome);
    verified = verified || error === undefined;
    unclear = outcome.result === 'unknown' ? unclear + 1 : 0;
    if (outcome.result === 'refused' || unclear >= UNCLEAR_IN_A_ROW) {
      stop ??= error;
    }
    await attempt.sessionDone(outcome).catch(() => (stop ??= new AppError('error-audit-unavailable')));
  };
  const work = async (alone: boolean): Promise<void> => {
    while (stop === undefined && next < targets.length && !(alone && verified)) {
      await endNext();
    }
  };
  await work(true);
  await Promise.all(Array.from({ length: LOGOUTS_AT_ONCE }, () => work(false)));

  const all = targets.map(
    ({ sessionId }): SessionOutcome => outcomes.get(sessionId) ?? { sessionId, result: 'not-begun' },
  );
  const nothingDone = Array.from(outcomes.values()).every(({ result }) => result === 'refused');
  return {
    batch: {
      results: targets.map((target, index): TargetResult => {
        const {
          userId = target.userId,
          username = target.username,
          device = target.device,
          result,
          error,
        } = all[index];
        return { ...target, userId, username, device, result, error };
      }),
      stoppedBy: stop?.code,
      retryAfterSeconds: stop instanceof RateLimitedError ? stop.retryAfterSeconds : undefined,
      at: ports.clock.now(),
    },
    outcomes: all,
    refusal: nothingDone ? stop : undefined,
  };
}

/**
 * Ends the record of a batch.
 *
 * @throws AppError its refusal, when nothing was done; that is for the caller to record
 */
export async function finishBatch(
  { batch, outcomes, refusal }: BatchRun,
  attempt: Pick<Attempt, 'done'>,
): Promise<BatchResult> {
  if (refusal) {
    throw refusal;
  }
  await attempt.done({ result: resultOf(batch), sessions: outcomes });
  return batch;
}

/** The result of a batch as a whole, for the record and the log. */
export function resultOf(batch: BatchResult): AuditOutcome['result'] {
  return allGone(batch) ? 'done' : (batch.stoppedBy ?? 'partly-done');
}

/**
 * Looks up whose session it is, where that is not known, and ends it.
 *
 * @param ownerOf looks it up
 * @param mayBegin how long the answer may take, in milliseconds; undefined when nothing more may be begun, which can
 *   change during the look-up
 * @returns its outcome, and why it was not ended; undefined when it was not begun
 */
async function endOne(
  target: Target,
  { confirmed, intent, credential, workspace: { workspaceUrl } }: BatchCall,
  ownerOf: (target: Target) => Promise<SessionOwner>,
  mayBegin: () => number | undefined,
  sessions: SessionsApi,
): Promise<[SessionOutcome, AppError?] | undefined> {
  const { sessionId } = target;
  let owner: SessionOwner = {};
  try {
    owner = await ownerOf(target);
    const timeoutMs = mayBegin();
    if (timeoutMs === undefined) {
      return undefined;
    }
    const call = { workspaceUrl, credential, timeoutMs };
    const workspaceStatus = await forwardLogout(logoutOf(sessionId, confirmed), intent, call, sessions);
    return [{ ...owner, sessionId, result: 'ended', workspaceStatus }];
  } catch (thrown) {
    const error = toAppError(thrown, 'error-outcome-unknown');
    const { code, workspaceStatus } = error;
    if (code === 'error-session-not-found') {
      return [{ ...owner, sessionId, result: 'already-gone', workspaceStatus }];
    }
    const result = code === 'error-outcome-unknown' ? 'unknown' : 'refused';
    return [{ ...owner, sessionId, result, error: code, workspaceStatus }, error];
  }
}
