import { Caller } from '../caller/caller';
import { ErrorCode } from '../shared/errors';
import { Clock, Random } from '../shared/ports';
import { SecondFactorMethod } from '../shared/secondFactor';

/** How the request reached the app. */
export type Via = 'api' | 'command' | 'modal' | 'browser';

/** What was asked for: ending or listing sessions, a change of what the app may do in a person's name, or a look at that. */
export type AuditedAction = 'logout' | 'list' | 'connect' | 'disconnect' | 'status';

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
  readonly reason?: string;
  /** The person whose sessions were listed, where it was about one. */
  readonly targetId?: string;
  readonly targetUsername?: string;
  /** The account that consented in place of the caller's own, where a connection was refused for that. */
  readonly otherAccountId?: string;
  readonly otherAccountUsername?: string;
}

/** How an entry ended. */
export interface AuditOutcome {
  readonly result: 'done' | 'cancelled' | ErrorCode;
  /** The status of the workspace's last answer, where there was one. */
  readonly workspaceStatus?: number;
  /** The second factor the workspace asked for; `none` when it asked for none. */
  readonly secondFactor?: SecondFactorMethod | 'none' | 'other';
  readonly durationMs: number;
}

/** An entry as read back. Without a recorded outcome nobody knows how it ended, and it says so. */
export interface RecordedEntry extends AuditEntry {
  readonly outcome: AuditOutcome | 'unknown';
}

/** What an entry is about, besides who asked and when. */
export type AuditedRequest = Pick<AuditEntry, 'action' | 'via' | 'correlationId'> &
  Partial<
    Pick<AuditEntry, 'sessionId' | 'reason' | 'targetId' | 'targetUsername' | 'otherAccountId' | 'otherAccountUsername'>
  >;

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
    targetId: request.targetId,
    targetUsername: request.targetUsername,
    otherAccountId: request.otherAccountId,
    otherAccountUsername: request.otherAccountUsername,
  };
}

/** The day an entry is filed under: UTC, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
