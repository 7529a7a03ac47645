import { ErrorCode } from './errors';
import { SecondFactorMethod } from './ports';

/** Through what something was asked for. */
export type Via = 'api' | 'command' | 'modal' | 'browser';

/** What was asked for: ending a session, or a change of what the app may do in a person's name. */
export type AuditedAction = 'logout' | 'connect' | 'disconnect';

/** One record of who wanted what, and why: above all, to end which session. A closed list of fields: nothing is spread into it. */
export interface AuditEntry {
  readonly id: string;
  /** When it was asked for, milliseconds since the epoch. */
  readonly at: number;
  readonly correlationId: string;
  readonly action: AuditedAction;
  readonly via: Via;
  readonly callerId: string;
  readonly callerUsername: string;
  /** The caller's role ids at that time. */
  readonly callerRoles: readonly string[];
  /** Absent when the request was refused before its input was found valid. */
  readonly sessionId?: string;
  readonly reason?: string;
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

/** The day an entry is filed under: UTC, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
