import { AppError, RateLimitedError, SecondFactorCode, SecondFactorError } from './errors';
import { WorkspaceReply } from './ports';

/** What the workspace's answer to `POST /api/v1/sessions/logout` means. */
export type Verdict =
  | { readonly kind: 'done'; readonly status: number; readonly sessionId: string }
  /** Everything was checked and let through, but there is no such session. */
  | { readonly kind: 'not-found'; readonly status: number }
  /** The workspace said no, and did nothing. */
  | { readonly kind: 'refused'; readonly error: AppError }
  /** No answer of a workspace. Whether anything was done cannot be told from it. */
  | { readonly kind: 'unintelligible'; readonly status: number };

type Answer = Extract<WorkspaceReply, { kind: 'answer' }>;

const SECOND_FACTOR_CODES: readonly SecondFactorCode[] = ['totp-required', 'totp-invalid', 'totp-max-attempts'];

/**
 * Reads an answer of any version from 6.5 on. Anything it does not know for certain is `unintelligible`.
 *
 * The shapes are those of the server's `sessions/logout` route (apps/meteor/ee/server/api/sessions.ts) and of its
 * API class (apps/meteor/app/api/server/ApiClass.ts), which changed between 6.5 and 8.x.
 */
export function readReply({ status, body }: Answer): Verdict {
  const fields = isRecord(body) ? body : {};
  const error = typeof fields.error === 'string' ? fields.error : '';
  const codes = [fields.errorType, /\[([a-z0-9-]+)\]$/.exec(error)?.[1]];
  const says = (code: string): boolean => codes.includes(code);
  const refused = (refusal: AppError): Verdict => ({ kind: 'refused', error: refusal });

  if (status === 200 && isTrue(fields.success) && typeof fields.sessionId === 'string') {
    return { kind: 'done', status, sessionId: fields.sessionId };
  }
  if (status === 404 && error === 'Session not found') {
    return { kind: 'not-found', status };
  }
  const secondFactor = SECOND_FACTOR_CODES.find((code) => status === 400 && fields.errorType === code);
  if (secondFactor) {
    return refused(new SecondFactorError(secondFactor, status, error, isRecord(fields.details) ? fields.details : {}));
  }
  if (status === 429) {
    return refused(new RateLimitedError(status, secondsToWait(error)));
  }
  // Without a licence: late versions name the code; 7.0 and 6.5 say the bare word, with 401 and 403.
  if (
    (status === 400 && says('error-action-not-allowed')) ||
    ([401, 403].includes(status) && error === 'unauthorized')
  ) {
    return refused(new AppError('error-license-required', status));
  }
  if (status === 403 && (says('error-unauthorized') || says('error-forbidden'))) {
    return refused(new AppError('error-unauthorized', status));
  }
  if (status === 401 && isRecord(body)) {
    return refused(new AppError('error-not-logged-in', status));
  }
  return { kind: 'unintelligible', status };
}

/** The limiter's sentence says the seconds; unlike its `X-RateLimit-Reset` header it needs no equal clocks. */
function secondsToWait(error: string): number {
  const seconds = Number(/wait (\d+) seconds/.exec(error)?.[1]);
  return seconds >= 1 ? seconds : DEFAULT_SECONDS_TO_WAIT;
}

/** The limiter's window, as it is set on a fresh workspace (API_Enable_Rate_Limiter_Limit_Time_Default). */
const DEFAULT_SECONDS_TO_WAIT = 60;

/** The published example of the endpoint shows `"true"` as text; servers send a boolean. */
function isTrue(success: unknown): boolean {
  return success === true || success === 'true';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
