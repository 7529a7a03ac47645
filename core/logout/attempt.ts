import { Alarms } from '../alarm/alarms';
import {
  auditEntry,
  AuditedRequest,
  AuditedSubject,
  AuditOutcome,
  SessionOutcome,
  withSubject,
} from '../audit/auditEntry';
import { recordEntry, recordOutcome, RecordPorts, requireRecorded } from '../audit/recordAttempt';
import { Caller } from '../caller/caller';
import { AppError, toAppError } from '../shared/errors';
import { RecordedIntent, recordIntent } from './forwardLogout';
import { SessionOwner } from './lookUpSession';
import { Probe } from './probeSecondFactor';

export interface AttemptPorts extends RecordPorts {
  readonly alarms: Alarms;
}

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

/** Begins to record what somebody is about to do. Nothing is stored yet. */
export function beginAttempt(caller: Caller, request: AuditedRequest, ports: AttemptPorts): Attempt {
  let entry = auditEntry(caller, request, ports);
  let probe: Probe | undefined;
  let storing: Promise<RecordedIntent> | undefined;
  let owner: SessionOwner | undefined;
  let isSending = false;
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

  return {
    about(subject) {
      entry = withSubject(entry, subject);
    },
    storeIntent() {
      storing = recordIntent(entry, ports.audit);
      storing.catch(() => undefined); // whoever needs it looks at it later
      return storing;
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
    doneAtOnce: (known) => requireRecorded(entry, ports.audit, outcomeOf(known)),
    done: (known) => recordAndTell(outcomeOf(known)),
    sessionDone: (outcome) => ports.audit.completeSession(entry, outcome),
    async failed(thrown) {
      const error = toAppError(thrown, isSending ? 'error-outcome-unknown' : 'error-internal');
      const failure = outcomeOf({ result: error.code, workspaceStatus: error.workspaceStatus });
      const stored = await storing?.then(
        () => true,
        () => false,
      );
      if (!stored) {
        await recordEntry(entry, failure, ports);
      } else {
        await (error.code === 'error-outcome-unknown' ? recordAndTell(failure) : recordOutcome(entry, failure, ports));
      }
      return error;
    },
  };
}
