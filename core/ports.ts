/** What the rules need from outside. Each port is as narrow as its consumer; `adapters/` implements them. */
import { AuditEntry, AuditOutcome, RecordedEntry } from './audit';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface Random {
  /** A fresh unguessable id: at least 128 random bits, only characters of `[A-Za-z0-9_-]`. */
  id(): string;
}

/** Whose authority a call to the workspace carries: always the caller's own. */
export type Credential =
  | { readonly kind: 'login-token'; readonly userId: string; readonly authToken: string }
  | { readonly kind: 'access-token'; readonly accessToken: string };

export const SECOND_FACTOR_METHODS = ['totp', 'email', 'password'] as const;
export type SecondFactorMethod = (typeof SECOND_FACTOR_METHODS)[number];

export interface SecondFactor {
  readonly code?: string;
  readonly method?: SecondFactorMethod;
}

export interface LogoutSettings {
  /** Role ids or names; empty allows nobody. */
  readonly allowedRoles: readonly string[];
  /** What to do when the workspace does not ask for a second factor. */
  readonly withoutChallenge: 'refuse' | 'allow';
  /** Where the app reaches the workspace, without a slash at the end. */
  readonly workspaceUrl: string;
  /** How long one answer of the workspace may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether a password may be typed in chat, where it can be read on the screen. */
  readonly passwordInChat: boolean;
  /** How long a person stays connected, in milliseconds. */
  readonly connectionLifetimeMs: number;
  /** The workspace's public address, which browsers use, without a slash at the end. */
  readonly siteUrl: string;
}

export interface SettingsReader {
  /** @throws AppError `error-settings-unreadable` when any setting is missing or not one that could have been saved. */
  read(): Promise<LogoutSettings>;
}

export interface RoleDirectory {
  /** The id of the role with this id or name; undefined when there is none, or it cannot be told. */
  findId(idOrName: string): Promise<string | undefined>;
}

/** What came back from the workspace, or that nothing did. */
export type WorkspaceReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** The parsed JSON; undefined when the answer was none. */
      readonly body: unknown;
    }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout' };

export interface LogoutCall {
  readonly workspaceUrl: string;
  readonly credential: Credential;
  readonly sessionId: string;
  readonly userAgent: string;
  readonly secondFactor: SecondFactor;
  readonly timeoutMs: number;
}

export interface SessionsApi {
  /** One `POST /api/v1/sessions/logout`. Never throws, and never takes much longer than `timeoutMs`. */
  logout(call: LogoutCall): Promise<WorkspaceReply>;
}

export interface AuditLog {
  /** Stores a new entry. Resolves only when it is stored. */
  append(entry: AuditEntry): Promise<void>;
  /** Stores how an entry ended. The entry itself is not touched: the log only grows. */
  complete(entry: AuditEntry, outcome: AuditOutcome): Promise<void>;
  /** The entries of one day (UTC, `YYYY-MM-DD`), oldest first, without reading other days. */
  entriesOf(day: string): Promise<RecordedEntry[]>;
}

/** Where operators look: the app's log. Takes only what is named here, so that no secret can slip in. */
export interface OperatorLog {
  note(event: { readonly event: string; readonly correlationId: string; readonly result: string }): void;
}
