import { AppError, ErrorCode, RateLimitedError } from '../shared/errors';
import { Challenge, knownMethod, SECOND_FACTOR_CODES } from '../shared/secondFactor';
import { LogoutAnswer } from './sessionsApi';

/** An answer of the workspace: its status, and its JSON or undefined. */
export interface WorkspaceReply {
  readonly status: number;
  readonly body: unknown;
}

/** After these the workspace has done nothing. */
export const REFUSALS: readonly ErrorCode[] = [
  'error-not-logged-in',
  'error-unauthorized',
  'error-license-required',
  'error-too-many-requests',
];

/** The limiter's window, as it is set on a fresh workspace (API_Enable_Rate_Limiter_Limit_Time_Default). */
const DEFAULT_SECONDS_TO_WAIT = 60;

/**
 * Reads an answer to `POST /api/v1/sessions/logout` of any version from 6.5 on.
 *
 * The shapes are those of the server's route (apps/meteor/ee/server/api/sessions.ts) and of its API class
 * (apps/meteor/app/api/server/ApiClass.ts), which changed between 6.5 and 8.x.
 *
 * @throws AppError one of `REFUSALS`; `error-workspace-invalid-response` for anything it does not know for certain
 */
export function readReply(reply: WorkspaceReply): LogoutAnswer {
  const { status, body } = reply;
  const { success, sessionId, error } = fieldsOf(body);
  if (status === 200 && isTrue(success) && typeof sessionId === 'string') {
    return { kind: 'ended', status, sessionId };
  }
  if (status === 404 && error === 'Session not found') {
    return { kind: 'not-found', status };
  }
  const challenge = challengeIn(reply);
  if (challenge) {
    return { kind: 'challenged', status, challenge };
  }
  throw refusalIn(reply);
}

/**
 * Why the workspace did not answer with success, as an error to throw.
 *
 * Without a licence late versions name the code; 7.0 and 6.5 say the bare word `unauthorized`, with 401 and 403.
 */
export function refusalIn({ status, body }: WorkspaceReply): AppError {
  const { error, errorType } = fieldsOf(body);
  const codes = [errorType, /\[([a-z0-9-]{1,64})\]$/.exec(textOf(error))?.[1]];
  const says = (code: string): boolean => codes.includes(code);
  if (status === 429) {
    return new RateLimitedError(status, secondsToWait(textOf(error)));
  }
  if (
    (status === 400 && says('error-action-not-allowed')) ||
    ([401, 403].includes(status) && error === 'unauthorized')
  ) {
    return new AppError('error-license-required', status);
  }
  if (status === 403 && (says('error-unauthorized') || says('error-forbidden'))) {
    return new AppError('error-unauthorized', status);
  }
  if (status === 401 && isRecord(body)) {
    return new AppError('error-not-logged-in', status);
  }
  return new AppError('error-workspace-invalid-response', status);
}

/** The workspace's demand for a second factor, or its refusal of the code; undefined when the answer is something else. */
export function challengeIn({ status, body }: WorkspaceReply): Challenge | undefined {
  const { error, errorType, details: given } = fieldsOf(body);
  const code = SECOND_FACTOR_CODES.find((each) => status === 400 && errorType === each);
  const details = fieldsOf(given);
  return (
    code && {
      code,
      method: knownMethod(details.method) ?? 'other',
      address: typeof details.emailOrUsername === 'string' ? details.emailOrUsername : undefined,
      mailed: details.codeGenerated === true,
      answer: { error: textOf(error), details },
    }
  );
}

/** The limiter's sentence says the seconds; unlike its `X-RateLimit-Reset` header it needs no equal clocks. */
function secondsToWait(error: string): number {
  const seconds = Number(/wait (\d{1,9}) seconds/.exec(error)?.[1]);
  return seconds >= 1 ? seconds : DEFAULT_SECONDS_TO_WAIT;
}

/** The published example of the endpoint shows `"true"` as text; servers send a boolean. */
export function isTrue(success: unknown): boolean {
  return success === true || success === 'true';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** Whether it is an object with fields: no list, and not null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
