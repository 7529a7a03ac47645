import { Caller } from '../caller/caller';
import { ErrorCode } from '../shared/errors';
import { Clock, Random } from '../shared/ports';
import { SecondFactorMethod } from '../shared/secondFactor';
import { Target, TargetResult } from '../shared/target';

/** How the request reached the app. */
export type Via = 'api' | 'command' | 'modal' | 'browser';

/**
 * What was asked for: ending one session, those that were named, all of one person's, or everything of theirs; a list
 * of sessions; a change of what the app may do in a person's name, or a look at that; a look at the record; that somebody
 * was locked out after incorrect codes, and that somebody else lifted it.
 */
export type AuditedAction =
  | 'logout'
  | 'logout-many'
  | 'logout-all'
  | 'logout-everything'
  | 'list'
  | 'connect'
  | 'disconnect'
  | 'status'
  | 'read-log'
  | 'lockout'
  | 'unlock';

/** One record of who wanted what, and why: above all, to end which session. A closed list; nothing is spread into it. */
export interface AuditEntry {
  readonly id: string;
  /** When it was asked for, in milliseconds since the epoch. */
  readonly at: number;
  readonly correlationId: string;
  readonly action: AuditedAction;
  readonly via: Via;
  readonly callerId: string;
  readonly callerUsername: string;
  /** The caller's role IDs at that time. */
  readonly callerRoles: readonly string[];
  /** Absent when the request was refused before its input was found valid. */
  readonly sessionId?: string;
  /** Why, in the caller's words. For `read-log`, where nobody gives one: which part of the record was asked for. */
  readonly reason?: string;
  /** The sessions of a batch, in the order in which they are begun. */
  readonly sessions?: readonly Target[];
  /** Whose sessions are ended or listed, where it is known to be one person. */
  readonly targetId?: string;
  readonly targetUsername?: string;
  /** The device of the one session, for people. */
  readonly targetDevice?: string;
  /** The account that consented in place of the caller's own, where a connection was refused for that. */
  readonly otherAccountId?: string;
  readonly otherAccountUsername?: string;
}

/** How an entry ended. */
export interface AuditOutcome {
  /** `partly-done`: all sessions of a batch were begun, and not every one is known to be gone. */
  readonly result: 'done' | 'partly-done' | 'cancelled' | ErrorCode;
  /** The status of the workspace's last answer, where there was one. */
  readonly workspaceStatus?: number;
  /** The second factor the workspace asked for; `none` when it asked for none. */
  readonly secondFactor?: SecondFactorMethod | 'none' | 'other';
  readonly durationMs: number;
  /** How each session of a batch ended. */
  readonly sessions?: readonly SessionOutcome[];
  /** Whose session it was and which device, where that was found out only after the entry was stored. */
  readonly targetId?: string;
  readonly targetUsername?: string;
  readonly targetDevice?: string;
}

/** How one session of a batch ended; with whose it was, where that was found out only after the entry was stored. */
export interface SessionOutcome extends TargetResult {
  /** The status the workspace answered with, where there was an answer. */
  readonly workspaceStatus?: number;
}

/**
 * An entry as read back. Without a recorded outcome nobody knows how it ended, and it says so. Whose sessions they were
 * stands in the entry itself, whenever it was found out.
 */
export interface RecordedEntry extends AuditEntry {
  readonly outcome: AuditOutcome | 'unknown';
  /** How many refusals of the same kind within a minute it stands for; absent where it stands for itself alone. */
  readonly times?: number;
  /** The sessions of a batch, each with how it ended. */
  readonly sessions?: ReadonlyArray<Target & SessionOutcome>;
}

/** What is found out about a request while it is being checked. */
export type AuditedSubject = Partial<
  Pick<AuditEntry, 'sessionId' | 'reason' | 'sessions' | 'targetId' | 'targetUsername' | 'targetDevice'>
>;

/** What an entry is about, besides who asked and when. */
export type AuditedRequest = Pick<AuditEntry, 'action' | 'via' | 'correlationId'> &
  Partial<Pick<AuditEntry, 'sessionId' | 'reason' | 'otherAccountId' | 'otherAccountUsername'>>;

/** Makes every audit entry: now, under a fresh ID. */
export function auditEntry(
  caller: Omit<Caller, 'isEnabled'>,
  request: AuditedRequest,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): AuditEntry {
  return {
    id: random.id(),
    at: clock.now(),
    correlationId: request.correlationId,
    action: request.action,
    via: request.via,
    callerId: caller.id,
    callerUsername: caller.username,
    callerRoles: caller.roles,
    sessionId: request.sessionId,
    reason: request.reason,
    otherAccountId: request.otherAccountId,
    otherAccountUsername: request.otherAccountUsername,
  };
}

/** The entry with what was found out since. A closed list: a session has nothing but what is named here. */
export function withSubject(entry: AuditEntry, subject: AuditedSubject): AuditEntry {
  const { sessionId, reason, sessions, targetId, targetUsername, targetDevice } = { ...entry, ...subject };
  return {
    ...entry,
    sessionId,
    reason,
    sessions: sessions?.map(({ sessionId: id, userId, username, device }) => ({
      sessionId: id,
      userId,
      username,
      device,
    })),
    targetId,
    targetUsername,
    targetDevice,
  };
}

/** The day an entry is filed under: UTC, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
