import { RecordedEntry } from './auditEntry';

/** Which entries are wanted. An entry has to fit everything that is given. */
export interface RecordQuery {
  /** The earliest moment, in milliseconds since the epoch. */
  readonly from?: number;
  /** The first moment that is too late, in milliseconds since the epoch. */
  readonly to?: number;
  /** Who asked: a username or user ID as recorded. */
  readonly caller?: string;
  /** Who it is about: a username or user ID as recorded. */
  readonly user?: string;
  /** Who asked, or who it is about: a username or user ID as recorded. */
  readonly person?: string;
  /** A result as recorded; `failed` for all refusals and failures; `unknown` for entries without an outcome. */
  readonly result?: string;
}

/**
 * Results that are no failures. Two of them are errors for a program: that a code is asked for, or a yes in chat, is the
 * first half of what goes on with the code or the yes.
 */
const NOT_FAILED: readonly string[] = [
  'done',
  'partly-done',
  'cancelled',
  'totp-required',
  'error-confirmation-needed',
];

/** Whether an entry is about these people, asked by this caller, with this result. Its time is not looked at. */
export function matchesRecordQuery(entry: RecordedEntry, { caller, user, person, result }: RecordQuery): boolean {
  const isBy = (wanted: string): boolean => isPerson(wanted, entry.callerId, entry.callerUsername);
  return (
    (caller === undefined || isBy(caller)) &&
    (person === undefined || isBy(person) || isAbout(person, entry)) &&
    (user === undefined || isAbout(user, entry)) &&
    (result === undefined || hasResult(result, entry))
  );
}

function isAbout(user: string, entry: RecordedEntry): boolean {
  return (
    isPerson(user, entry.targetId, entry.targetUsername) ||
    isPerson(user, entry.otherAccountId, entry.otherAccountUsername) ||
    (entry.sessions ?? []).some(({ userId, username }) => isPerson(user, userId, username))
  );
}

/** User IDs are told apart by their capitals, usernames are not. */
function isPerson(wanted: string, id: string | undefined, username: string | undefined): boolean {
  return wanted === id || wanted.toLowerCase() === username?.toLowerCase();
}

function hasResult(wanted: string, { outcome }: RecordedEntry): boolean {
  if (outcome === 'unknown') {
    return wanted === 'unknown';
  }
  return wanted === 'failed' ? !NOT_FAILED.includes(outcome.result) : wanted === outcome.result;
}
