/** What `/_dev` shows of the workspace, as far as anybody looks at it. */
import type { DeviceSession, OAuthApp, Role } from '../model';
import type { Fault } from '../state/faults';
import type { Login } from './http';

/** Somebody's device: a session, and the token that dies with it. */
export interface Device extends Login {
  readonly sessionId: string;
}

export interface WorkspaceState {
  /** `tokens`: how many login tokens are valid, personal access tokens among them. */
  readonly users: ReadonlyArray<{ _id: string; username: string; name: string; roles: string[]; tokens: number }>;
  readonly sessions: ReadonlyArray<
    Omit<DeviceSession, 'loginToken' | 'loginAt' | 'logoutAt'> & { loginAt: string; logoutAt?: string }
  >;
  readonly roles: readonly Role[];
  readonly rooms: ReadonlyArray<{ readonly _id: string; readonly name: string }>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly appSettings: Readonly<Record<string, unknown>>;
  readonly oauthApps: ReadonlyArray<Omit<OAuthApp, 'clientSecret'>>;
  readonly faults: readonly Fault[];
}

/** What the engine stores about one call into the app: its own lines and the app's. */
export interface LoggedCall {
  readonly appId: string;
  /** The engine's name for what was called; differs between engines. */
  readonly method: string;
  readonly entries: ReadonlyArray<{ readonly severity: string; readonly args: readonly unknown[] }>;
}

export interface StoredDocument {
  readonly associations?: ReadonlyArray<{ readonly model: string; readonly id: string }>;
  readonly data: unknown;
}

/** What a client would have ignored: an answer that came too late, to nobody, or to a closed view. */
export interface Dropped {
  readonly userId: string;
  readonly reason: string;
}

export interface NewAccount {
  readonly username: string;
  readonly roles?: readonly string[];
  readonly totp?: boolean;
  readonly email2fa?: boolean;
  readonly language?: string;
}
