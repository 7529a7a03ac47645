import { IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import {
  AppError,
  ErrorCode,
  InvalidInputError,
  LockedOutError,
  RateLimitedError,
  SecondFactorError,
} from '../core/shared/errors';
import { english, TextKey } from '../views/texts/catalogue';
import { en } from '../views/texts/en';
import { timeText } from '../views/time';

/** The HTTP status of every error, by its code. */
export const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  'error-not-logged-in': 401,
  'error-account-deactivated': 403,
  'error-unauthorized': 403,
  'error-locked-out': 429,
  'invalid-params': 400,
  'totp-required': 400,
  'totp-invalid': 400,
  'totp-max-attempts': 400,
  'error-2fa-not-enforced': 403,
  'error-session-not-found': 404,
  'error-user-not-found': 404,
  'error-license-required': 403,
  'error-too-many-requests': 429,
  'error-workspace-unreachable': 502,
  'error-workspace-invalid-response': 502,
  'error-workspace-timeout': 504,
  'error-outcome-unknown': 504,
  'error-method-not-allowed': 405,
  'error-one-code-per-session': 409,
  'error-settings-unreadable': 503,
  'error-audit-unavailable': 503,
  'error-internal': 500,
  'error-not-connected': 403,
  'error-connection-ended': 403,
  'error-oauth-client-disabled': 403,
  'error-connect-link-invalid': 400,
  'error-connect-failed': 502,
  'error-connect-wrong-account': 403,
  'error-password-not-in-chat': 403,
  'error-confirmation-needed': 409,
  'error-request-expired': 410,
  'error-request-foreign': 403,
};

/** An answer of the API: never cached, and tied to the log and the audit log by its `X-Request-Id`. */
export function answer(
  status: number,
  content: Record<string, unknown> | string,
  correlationId: string,
  headers: Record<string, string> = {},
): IApiResponse {
  return { status, headers: { 'X-Request-Id': correlationId, 'Cache-Control': 'no-store', ...headers }, content };
}

/** The answer for an error: the workspace's own contract where it has one for the case. */
export function errorAnswer(error: AppError, correlationId: string): IApiResponse {
  return answer(STATUS_OF[error.code], { success: false, ...bodyOf(error) }, correlationId, headersOf(error));
}

/** The answer for a method that an endpoint does not have. */
export function methodNotAllowed(allowed: string, correlationId: string): IApiResponse {
  const error = new AppError('error-method-not-allowed');
  return answer(STATUS_OF[error.code], { success: false, ...bodyOf(error) }, correlationId, { Allow: allowed });
}

function bodyOf(error: AppError): Record<string, unknown> {
  const { code: errorType } = error;
  if (error instanceof SecondFactorError) {
    const { error: sentence, details } = error.challenge.answer;
    return { error: sentence || english(error.code), errorType, details };
  }
  if (error instanceof InvalidInputError) {
    const { field, problem } = error;
    const keys = [`invalid:${field}:${problem}`, `invalid:parameter:${problem}`];
    const sentence = english(keys.find((key) => key in en) as TextKey, { field });
    return { error: sentence, errorType, details: { field } };
  }
  if (error instanceof RateLimitedError) {
    const { retryAfterSeconds } = error;
    const sentence = english(error.code, { seconds: String(retryAfterSeconds) });
    return { error: sentence, errorType, details: { retryAfterSeconds } };
  }
  if (error instanceof LockedOutError) {
    const { retryAfterSeconds, until } = error;
    const sentence = english(error.code, { time: timeText(until) });
    return { error: sentence, errorType, details: { retryAfterSeconds, until: new Date(until).toISOString() } };
  }
  const sentence = english(error.code);
  if (error.code === 'error-not-logged-in') {
    // 6.5 answers with `status` and `message`, later versions with `error`: clients of either find what they look for.
    return { status: 'error', message: sentence, error: sentence, errorType };
  }
  return { error: sentence, errorType };
}

function headersOf(error: AppError): Record<string, string> {
  if (error instanceof RateLimitedError || error instanceof LockedOutError) {
    return { 'Retry-After': String(error.retryAfterSeconds) };
  }
  return {};
}
