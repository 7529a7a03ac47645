import { Challenge, SecondFactorCode } from './secondFactor';

/** Every way a logout can end other than done. The codes are part of the API: they never change meaning. */
export type ErrorCode =
  | 'error-not-logged-in'
  | 'error-account-deactivated'
  | 'error-unauthorized'
  | 'error-locked-out'
  | 'invalid-params'
  | SecondFactorCode
  | 'error-2fa-not-enforced'
  | 'error-session-not-found'
  | 'error-user-not-found'
  | 'error-license-required'
  | 'error-too-many-requests'
  | 'error-workspace-unreachable'
  | 'error-workspace-invalid-response'
  | 'error-workspace-timeout'
  | 'error-outcome-unknown'
  | 'error-method-not-allowed'
  | 'error-one-code-per-session'
  | 'error-settings-unreadable'
  | 'error-audit-unavailable'
  | ChatCode
  | 'error-internal';

/** What can go wrong in chat, besides the logout itself. */
export type ChatCode =
  /** They have not connected. */
  | 'error-not-connected'
  /** They had connected, but the time is over or the workspace no longer accepts the token. */
  | 'error-connection-ended'
  /** An admin switched the app's OAuth client off. */
  | 'error-oauth-client-disabled'
  /** The link back was used already, is too old, was ended by a disconnect, or never was one. */
  | 'error-connect-link-invalid'
  /** The workspace did not give a token, or said no. */
  | 'error-connect-failed'
  /** The token belongs to somebody other than the person who asked. */
  | 'error-connect-wrong-account'
  /** Passwords must not be typed in chat. */
  | 'error-password-not-in-chat'
  /** The person has to be shown what will happen first. */
  | 'error-confirmation-needed'
  /** A step of a logout in chat was used already, is too old, or never existed. */
  | 'error-request-expired'
  /** A step of a logout in chat belongs to somebody else. */
  | 'error-request-foreign';

/** The parts of a request that can be invalid, by the name the caller knows them by. */
export type InputField =
  | 'body'
  | 'sessionId'
  | 'sessionIds'
  | 'userId'
  | 'username'
  | 'except'
  | 'reason'
  | 'x-2fa-code'
  | 'query'
  | ListParameter
  | RecordParameter;

/** The parameters by which the record is read; `user` is one of a list, too. */
export type RecordParameter = 'from' | 'to' | 'caller' | 'user' | 'result' | 'limit' | 'cursor' | 'format';

/** The parameters of a list. */
export type ListParameter =
  | 'count'
  | 'offset'
  | 'filter'
  | 'sort'
  | 'user'
  | 'ip'
  | 'os'
  | 'client'
  | 'loginBefore'
  | 'loginAfter';

/** Base of everything the app refuses or fails with. Carries no secret; told apart by `code`, never by message. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** The status the workspace answered with, where an answer led to this error. */
    readonly workspaceStatus?: number,
  ) {
    super(code);
  }
}

/** Thrown when a part of the request is not acceptable. */
export class InvalidInputError extends AppError {
  constructor(
    readonly field: InputField,
    readonly problem:
      | 'not-an-object'
      | 'unknown-field'
      | 'missing'
      | 'not-allowed'
      | 'too-long'
      | 'too-many'
      | 'repeated'
      | 'not-listed'
      | 'hidden-characters'
      | 'looks-like-code',
  ) {
    super('invalid-params');
  }
}

/** Thrown when the workspace demands a second factor, or refuses the code it was given. */
export class SecondFactorError extends AppError {
  constructor(
    readonly challenge: Challenge,
    workspaceStatus: number,
  ) {
    super(challenge.code, workspaceStatus);
  }
}

/** Thrown when somebody sent too many incorrect codes a short while ago. */
export class LockedOutError extends AppError {
  /** Whole seconds until they are let in again, at least 1. */
  readonly retryAfterSeconds: number;

  constructor(
    /** When they are let in again, in milliseconds since the epoch. */
    readonly until: number,
    /** In milliseconds since the epoch. */
    now: number,
  ) {
    super('error-locked-out');
    this.retryAfterSeconds = Math.max(1, Math.ceil((until - now) / 1000));
  }
}

/** Thrown when the workspace's rate limiter refuses a call, or when too many codes of one person are being checked. */
export class RateLimitedError extends AppError {
  constructor(
    workspaceStatus: number | undefined,
    /** Whole seconds after which another try makes sense, at least 1. */
    readonly retryAfterSeconds: number,
  ) {
    super('error-too-many-requests', workspaceStatus);
  }
}

/** Thrown when a consent came from an account other than that of the person who asked to connect. */
export class WrongAccountError extends AppError {
  constructor(readonly consentedBy: { readonly id: string; readonly username: string }) {
    super('error-connect-wrong-account');
  }
}

/**
 * What an unexpected exception becomes before anybody sees it: its message might hold anything.
 *
 * @param otherwise the code for anything that is not one of the app's own errors
 */
export function toAppError(error: unknown, otherwise: ErrorCode): AppError {
  return error instanceof AppError ? error : new AppError(otherwise);
}
