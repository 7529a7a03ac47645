import type { ServerVersion } from '../model';

/** What an API route answers: always JSON, and with few exceptions an object. */
export interface ApiAnswer {
  status: number;
  body: Record<string, unknown> | true;
  headers?: Record<string, string>;
}

/**
 * A coded error, as a route of a real workspace throws it (`Meteor.Error`): its `message` is `reason [code]`.
 * An empty code stands for an error from a library, which is answered without `errorType`.
 */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(code === '' ? reason : `${reason} [${code}]`);
    this.name = 'ApiError';
  }
}

// The shapes of the next five answers: `apps/meteor/app/api/server/api.ts`, methods of the same names.
export const success = (result: Record<string, unknown> = {}): ApiAnswer => ({
  status: 200,
  body: { ...result, success: true },
});

export const failure = (error: string, errorType?: string, details?: Record<string, unknown>): ApiAnswer => ({
  status: 400,
  body: { success: false, error, ...(errorType && { errorType }), ...(details && { details }) },
});

export const notFound = (error: string): ApiAnswer => ({ status: 404, body: { success: false, error } });

/** What 6.5 calls `unauthorized`, and sends with 403. */
export const forbidden = (error = 'unauthorized'): ApiAnswer => ({ status: 403, body: { success: false, error } });

export const tooManyRequests = (error: string): ApiAnswer => ({ status: 429, body: { success: false, error } });

/** For a route whose licence is asked for last: what 6.5 sends with 403 is a 401 in 7.0, by which time it has both. */
export function notLicensed(version: ServerVersion): ApiAnswer {
  const answer = forbidden();
  return version === '6.5' ? answer : { ...answer, status: 401 };
}

const LOGIN_FIRST = 'You must be logged in to do this.';

/** For a call without a valid credential. 6.5 still has the body of Restivus, the library it once used. */
export function notLoggedIn(version: ServerVersion): ApiAnswer {
  const common = { status: 'error', message: LOGIN_FIRST };
  return { status: 401, body: version === '6.5' ? common : { success: false, error: LOGIN_FIRST, ...common } };
}

/** For a path that exists, called with a method it does not have. */
export function methodNotAllowed(allowed: string[]): ApiAnswer {
  return {
    status: 405,
    body: { status: 'error', message: 'API endpoint does not exist' },
    headers: { Allow: allowed.join(', ') },
  };
}

/** The answer to an error that a route threw. Some codes have a status of their own, and then no `errorType`. */
export function answerFor(error: ApiError): ApiAnswer {
  switch (error.code) {
    case 'error-too-many-requests':
      return tooManyRequests(error.message);
    case 'error-unauthorized':
      return forbidden(error.message);
    default:
      return failure(error.message, error.code, error.details);
  }
}
