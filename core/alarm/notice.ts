import { AuditedAction, RecordedEntry } from '../audit/auditEntry';
import { SessionResult, TargetResult } from '../shared/target';
import { Lockout } from './alarms';

/** Something that has to be told. It stays in the outbox until everybody is told who has to know. */
export type Notice = EndedNotice | LockoutNotice;

interface AnyNotice {
  readonly id: string;
  /** When it happened, in milliseconds since the epoch. */
  readonly at: number;
  /** Leads to the log and the record; where there is none, a dash. */
  readonly correlationId: string;
  readonly callerUsername: string;
  /** Whether the security room is still to be told. */
  readonly room: boolean;
}

/** Sessions were ended, or may have been. */
export interface EndedNotice extends AnyNotice {
  readonly kind: 'ended';
  readonly action: AuditedAction;
  readonly reason?: string;
  /** All sessions of the batch; of a single logout the one. */
  readonly sessions: readonly NoticedSession[];
  /** Whose logins, scripts and personal access tokens were all ended, or may have been. */
  readonly everything?: { readonly userId: string; readonly username?: string; readonly result: 'ended' | 'unknown' };
  /** The IDs of the people who are still to be told. */
  readonly untold: readonly string[];
}

/** Somebody sent too many incorrect codes. */
export interface LockoutNotice extends AnyNotice {
  readonly kind: 'lockout';
  /** In milliseconds since the epoch. */
  readonly until: number;
}

export interface NoticedSession {
  readonly userId?: string;
  readonly username?: string;
  readonly device?: string;
  readonly result: SessionResult;
}

/** Whether a session with this result is gone, or may be, by what was done. */
export function isTold(result: SessionResult): boolean {
  return result === 'ended' || result === 'unknown';
}

/** Device texts come from clients. No message shows more of one. */
const MOST_OF_A_DEVICE = 120;

/**
 * What is to be told of an entry with its outcome.
 *
 * @param told who the settings want told; both false where nobody is
 * @returns undefined when nothing was ended, or nobody is to be told of it
 */
export function endedNotice(
  entry: RecordedEntry,
  told: { readonly people: boolean; readonly room: boolean },
  { id, at }: Pick<Notice, 'id' | 'at'>,
): EndedNotice | undefined {
  const sessions = sessionsOf(entry);
  const everything = everythingOf(entry);
  const affected = sessions.filter(({ result }) => isTold(result)).map(({ userId }) => userId);
  if (affected.length === 0 && everything === undefined) {
    return undefined;
  }
  const people = new Set([everything?.userId, ...affected].filter((userId): userId is string => Boolean(userId)));
  const untold = told.people ? Array.from(people) : [];
  if (untold.length === 0 && !told.room) {
    return undefined;
  }
  const { action, callerUsername, correlationId, reason } = entry;
  return {
    kind: 'ended',
    id,
    at,
    correlationId,
    callerUsername,
    action,
    reason,
    sessions,
    everything,
    untold,
    room: told.room,
  };
}

export function lockoutNotice({ callerUsername, until }: Lockout, { id, at }: Pick<Notice, 'id' | 'at'>): Notice {
  return { kind: 'lockout', id, at, correlationId: '-', callerUsername, until, room: true };
}

function sessionsOf({ sessions, outcome, targetId, targetUsername, targetDevice, sessionId }: RecordedEntry) {
  if (sessions) {
    return sessions.map(noticed);
  }
  const result = outcome === 'unknown' ? undefined : resultOf(outcome.result);
  return result === undefined || sessionId === undefined
    ? []
    : [noticed({ sessionId, userId: targetId, username: targetUsername, device: targetDevice, result })];
}

/** After an unclear answer everything of the person may be gone, and after a clear one it is, whatever the list says. */
function everythingOf({ action, outcome, targetId, targetUsername }: RecordedEntry): EndedNotice['everything'] {
  const result = action === 'logout-everything' && outcome !== 'unknown' ? resultOf(outcome.result) : undefined;
  return result && targetId ? { userId: targetId, username: targetUsername, result } : undefined;
}

function resultOf(result: Exclude<RecordedEntry['outcome'], 'unknown'>['result']): 'ended' | 'unknown' | undefined {
  if (result === 'done' || result === 'partly-done') {
    return 'ended';
  }
  return result === 'error-outcome-unknown' ? 'unknown' : undefined;
}

function noticed({ userId, username, device, result }: TargetResult): NoticedSession {
  return { userId, username, device: device && Array.from(device).slice(0, MOST_OF_A_DEVICE).join(''), result };
}
