import { AppError, ErrorCode, InvalidInputError, SecondFactorError } from '../shared/errors';
import { Challenge } from '../shared/secondFactor';
import { BatchResult } from '../many/batch';
import {
  CodeQuestion,
  codeQuestionOf,
  PendingChoice,
  PendingLogout,
  PendingReading,
  PendingUnlock,
  StoredPendingLogout,
  Waiting,
} from './pendingLogout';

/** A logout that a step was about; with its ID where it waits for another one. */
export type StepPending = PendingLogout & MayWait;
type MayWait = { -readonly [Name in 'id' | 'turn']?: StoredPendingLogout[Name] };

/** How one step of a logout in chat ended, and what comes next. */
export type ChatStep =
  | { readonly kind: 'done'; readonly pending: StepPending; readonly at: number }
  /**
   * A batch is over. The pending logout is about what is left of it, if another try makes sense. `everything`: all
   * logins of the person are ended, and the batch is about the list alone. `complete`: whether all that there is was in
   * the batch; false where a list could not be read to its end.
   */
  | {
      readonly kind: 'batch-over';
      readonly pending: StepPending;
      readonly batch: BatchResult;
      readonly everything?: boolean;
      readonly complete?: boolean;
    }
  /** Sessions were found, and the person chooses from them. */
  | { readonly kind: 'found'; readonly pending: PendingChoice & MayWait; readonly question: CodeQuestion | 'confirm' }
  /** A page of the record was read, or turned to. */
  | { readonly kind: 'record-page'; readonly pending: PendingReading & MayWait }
  /** Somebody was let in again; `wasLockedOut`: whether they had been locked out at all. */
  | { readonly kind: 'unlocked'; readonly pending: PendingUnlock & MayWait; readonly wasLockedOut: boolean }
  /** No session fits; `complete`: as far as the search came. */
  | { readonly kind: 'none-found'; readonly pending: StepPending; readonly complete: boolean }
  /** There is no such person; `nearest`: usernames that come close. */
  | { readonly kind: 'person-unknown'; readonly pending: StepPending; readonly nearest: readonly string[] }
  | { readonly kind: 'code-needed'; readonly pending: StepPending; readonly question: CodeQuestion }
  | { readonly kind: 'code-missing'; readonly pending: StepPending; readonly question: CodeQuestion }
  | { readonly kind: 'code-incorrect'; readonly pending: StepPending; readonly question: CodeQuestion }
  /** The workspace asks for no code, and the admin allows that: only a yes is needed. */
  | { readonly kind: 'confirm-needed'; readonly pending: StepPending; readonly question: 'confirm' }
  | { readonly kind: 'input-invalid'; readonly pending: StepPending; readonly error: InvalidInputError }
  /** `ended`: there was a connection, and it is over. */
  | { readonly kind: 'connect-first'; readonly pending: StepPending; readonly ended: boolean }
  /** `again`: nothing was changed, and the same step may well succeed. */
  | { readonly kind: 'failed'; readonly pending: StepPending; readonly error: AppError; readonly again: boolean };

/** The logout of a step, if it waits for another one. */
export function waitingOf({ pending }: ChatStep): Waiting<PendingLogout> | undefined {
  const { id, turn } = pending;
  return id === undefined || turn === undefined ? undefined : { ...pending, id, turn };
}

const WORTH_ANOTHER_TRY: readonly ErrorCode[] = [
  'error-workspace-unreachable',
  'error-workspace-invalid-response',
  'error-workspace-timeout',
  'error-too-many-requests',
  'error-audit-unavailable',
];

/** What comes after a logout that failed. */
export function stepAfter(error: AppError, pending: PendingLogout): ChatStep {
  if (error instanceof SecondFactorError && error.code !== 'totp-max-attempts') {
    const { challenge } = error;
    if (challenge.code === 'totp-required') {
      return { kind: 'code-needed', pending, question: questionOf(challenge, 0) };
    }
    const failures = challenge.mailed ? 0 : (codeQuestionOf(pending)?.failures ?? 0) + 1;
    return { kind: 'code-incorrect', pending, question: questionOf(challenge, failures) };
  }
  if (error instanceof InvalidInputError) {
    return { kind: 'input-invalid', pending, error };
  }
  if (error.code === 'error-confirmation-needed') {
    return { kind: 'confirm-needed', pending, question: 'confirm' };
  }
  if (['error-not-logged-in', 'error-not-connected', 'error-connection-ended'].includes(error.code)) {
    return { kind: 'connect-first', pending, ended: error.code !== 'error-not-connected' };
  }
  return { kind: 'failed', pending, error, again: WORTH_ANOTHER_TRY.includes(error.code) };
}

/** What a person has to answer to a challenge. */
export function questionOf({ method, address, mailed }: Challenge, failures: number): CodeQuestion {
  return {
    // A method of the future is answered as an authenticator's code is: with what the person reads somewhere.
    method: method === 'other' ? 'totp' : method,
    address: address === undefined ? undefined : hidden(address),
    mailed,
    failures,
  };
}

/** `olivia@example.com` becomes `o…@example.com`: enough to know where to look, for those who know it. */
function hidden(address: string): string {
  const at = address.lastIndexOf('@');
  return at > 0 ? `${address.slice(0, 1)}…${address.slice(at)}` : address;
}
