import {
  auditEntry,
  AuditedRequest,
  AuditedSubject,
  AuditOutcome,
  SessionOutcome,
  withSubject,
} from '../audit/auditEntry';
import { recordEntry, recordOutcome, RecordPorts, requireRecorded } from '../audit/recordAttempt';
import { beginTurn, Turn, TurnPorts } from '../brake/turn';
import { Caller } from '../caller/caller';
import { AppError, ErrorCode, SecondFactorError, toAppError } from '../shared/errors';
import { INCORRECT_CODES } from '../shared/secondFactor';
import { BroughtFactor, FactorInTurn, hasCode } from './confirmSecondFactor';
import { RecordedIntent, recordIntent } from './forwardLogout';
import { lockOut, LockOutPorts } from './lockOut';
import { SessionOwner } from './lookUpSession';
import { Probe } from './probeSecondFactor';

export type AttemptPorts = RecordPorts & TurnPorts & LockOutPorts;

/** The record of one attempt to end sessions, or to look at them, from its beginning to its end. */
export interface Attempt {
  /** Adds what was found out about it. What is found after the intent was stored is not in the record. */
  about(subject: AuditedSubject): void;
  /**
   * Begins to store the intent. A failure may be looked at late.
   *
   * @returns rejects with AppError `error-audit-unavailable` when it could not be stored; then nothing may be sent
   */
  storeIntent(): Promise<RecordedIntent>;
  /**
   * Begins to take the turn to send a code, where there is one. A failure may be looked at late. The workspace's first
   * answer to the code ends it, or else the end of the attempt. Where a code was on its way and no clear answer came, it
   * is left open: the workspace may have checked it, so it must hold up others until it is too old to count.
   *
   * @returns rejects with LockedOutError, RateLimitedError, or AppError `error-audit-unavailable`; then nothing may be
   *   sent
   */
  takeTurn(brought: BroughtFactor): Promise<FactorInTurn>;
  /** Notes what the probe found. */
  probed(probe: Probe): void;
  /** Notes whose session it is, where that was found out only after the intent was stored. */
  found(owner: SessionOwner): void;
  /** From here on something that cannot be explained may mean that it happened. */
  sending(): void;
  /** Stores that it is over, and how; and sees to it that those are told who have to know. */
  done(outcome: Pick<AuditOutcome, 'result' | 'workspaceStatus' | 'sessions'>): Promise<void>;
  /**
   * Stores that something which needed no intent is done, and how, before it is shown.
   *
   * @throws AppError `error-audit-unavailable` when it could not be stored; then nothing may be shown
   */
  doneAtOnce(outcome: Pick<AuditOutcome, 'result' | 'workspaceStatus'>): Promise<void>;
  /** Stores how one session of a batch ended. @throws when that could not be stored */
  sessionDone(outcome: SessionOutcome): Promise<void>;
  /**
   * Stores why it failed: completes the intent where there is one; what was refused before that is recorded whole. Those
   * who have to know are told of what may have happened all the same.
   *
   * @returns what to throw
   */
  failed(thrown: unknown): Promise<AppError>;
}

/** After these nobody knows whether the workspace has checked a code that was on its way. */
const UNANSWERED: readonly ErrorCode[] = [
  'error-outcome-unknown',
  'error-workspace-unreachable',
  'error-workspace-timeout',
  'error-workspace-invalid-response',
  'error-internal',
];

/** Begins to record what somebody is about to do. Nothing is stored yet. */
export function beginAttempt(caller: Caller, request: AuditedRequest, ports: AttemptPorts): Attempt {
  let entry = auditEntry(caller, request, ports);
  let probe: Probe | undefined;
  let storing: Promise<RecordedIntent> | undefined;
  let turn: Turn | undefined;
  let owner: SessionOwner | undefined;
  let isSending = false;
  let isUnanswered = false;
  /** Never throws: what was done stays done, and was answered as it was. */
  const endTurn = async (result: 'incorrect' | 'over'): Promise<void> => {
    try {
      const until = await turn?.end(result);
      if (until !== undefined) {
        await lockOut(caller, request, until, ports);
      }
    } catch {
      ports.log.note({ event: 'code-not-counted', correlationId: request.correlationId, result });
    }
  };
  const outcomeOf = (known: Pick<AuditOutcome, 'result' | 'workspaceStatus' | 'sessions'>): AuditOutcome => ({
    result: known.result,
    workspaceStatus: known.workspaceStatus,
    secondFactor: probe && (probe.challenge ? probe.challenge.method : 'none'),
    durationMs: ports.clock.now() - entry.at,
    sessions: known.sessions,
    ...(owner && { targetId: owner.userId, targetUsername: owner.username, targetDevice: owner.device }),
  });
  /** Neither waits for the other, and neither throws. */
  const recordAndTell = async (outcome: AuditOutcome): Promise<void> => {
    await Promise.all([recordOutcome(entry, outcome, ports), ports.alarms.ended(entry, outcome)]);
  };
  /** Never throws. */
  const recordFailure = (error: AppError, failure: AuditOutcome, stored: boolean): Promise<void> => {
    if (!stored) {
      return recordEntry(entry, failure, ports);
    }
    return error.code === 'error-outcome-unknown' ? recordAndTell(failure) : recordOutcome(entry, failure, ports);
  };

  return {
    about(subject) {
      entry = withSubject(entry, subject);
    },
    storeIntent() {
      storing = recordIntent(entry, ports.audit);
      storing.catch(() => undefined); // whoever needs it looks at it later
      return storing;
    },
    takeTurn(brought) {
      turn = hasCode(brought) ? beginTurn(caller.id, ports) : undefined;
      const taken = Promise.resolve(turn?.taken).then(() => brought as FactorInTurn);
      taken.catch(() => undefined); // whoever needs it looks at it later
      return taken;
    },
    probed(found) {
      probe = found;
    },
    found(known) {
      owner = known;
    },
    sending() {
      isSending = true;
    },
    async doneAtOnce(known) {
      await Promise.all([requireRecorded(entry, ports.audit, outcomeOf(known)), endTurn('over')]);
    },
    async done(known) {
      await Promise.all([recordAndTell(outcomeOf(known)), isUnanswered ? undefined : endTurn('over')]);
    },
    async sessionDone(outcome) {
      const answered = answerToCode(outcome);
      isUnanswered = answered === undefined && outcome.result === 'unknown';
      await Promise.all([ports.audit.completeSession(entry, outcome), answered && endTurn(answered)]);
    },
    async failed(thrown) {
      const error = toAppError(thrown, isSending ? 'error-outcome-unknown' : 'error-internal');
      const failure = outcomeOf({ result: error.code, workspaceStatus: error.workspaceStatus });
      const stored = await storing?.then(
        () => true,
        () => false,
      );
      // What the probe was answered is no answer to a code.
      const toCode = error instanceof SecondFactorError && error.challenge !== probe?.challenge;
      await Promise.all([
        recordFailure(error, failure, stored === true),
        isUnanswered || (probe !== undefined && UNANSWERED.includes(error.code))
          ? undefined
          : endTurn(toCode && INCORRECT_CODES.includes(error.code) ? 'incorrect' : 'over'),
      ]);
      return error;
    },
  };
}

/** What the outcome of one session says about the code that it was sent with; undefined when it says nothing. */
function answerToCode({ result, error }: SessionOutcome): 'incorrect' | 'over' | undefined {
  if (error !== undefined && INCORRECT_CODES.includes(error)) {
    return 'incorrect';
  }
  return result === 'ended' || result === 'already-gone' ? 'over' : undefined;
}
