/** What every room of the rules needs from outside; `adapters/` implements it. Narrower ports stand with their consumer. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** A clock by which one can also wait. */
export interface WaitingClock extends Clock {
  sleep(milliseconds: number): Promise<void>;
}

export interface Random {
  /** A fresh unguessable ID: at least 128 random bits, only characters of `[A-Za-z0-9_-]`. */
  id(): string;
}

/** Where operators look: the app's log. Takes only what is named here, so that no secret can slip in. */
export interface OperatorLog {
  note(event: { readonly event: string; readonly correlationId: string; readonly result: string }): void;
}

/** Whose authority a call to the workspace carries: always the caller's own. */
export type Credential =
  | { readonly kind: 'login-token'; readonly userId: string; readonly authToken: string }
  | { readonly kind: 'access-token'; readonly accessToken: string };

/** Where the workspace is, and how long it may take. */
export interface WorkspaceAddress {
  /** Without a slash at the end. */
  readonly workspaceUrl: string;
  /** How long one answer may take, in milliseconds. */
  readonly timeoutMs: number;
}
