import { IHttp, IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../core/shared/errors';
import { Clock, Credential } from '../core/shared/ports';
import { SecondFactor } from '../core/shared/secondFactor';
import { withDeadline } from './deadline';

/** How much longer than asked the host may take before the app stops waiting for it, milliseconds. */
const GRACE_MS = 500;

/**
 * One request to the workspace, through the server.
 *
 * @param timeoutMs the host's limit, milliseconds
 * @returns the answer, whatever its status
 * @throws AppError `error-workspace-timeout` or `error-workspace-unreachable` when there is none; whether the request
 *   was received cannot be told then
 */
export async function callWorkspace(
  http: IHttp,
  clock: Clock,
  method: 'get' | 'post',
  url: string,
  request: IHttpRequest,
  timeoutMs: number,
): Promise<IHttpResponse> {
  const startedAt = clock.now();
  try {
    const sent = http[method](url, { ...request, timeout: timeoutMs });
    const response = await withDeadline(sent, timeoutMs + GRACE_MS);
    if (response) {
      return response;
    }
  } catch {
    // Transport faults throw in servers since 6.10; before, and at the deadline, there is just no response.
  }
  const late = clock.now() - startedAt >= timeoutMs;
  throw new AppError(late ? 'error-workspace-timeout' : 'error-workspace-unreachable');
}

/** The headers by which the workspace knows the caller. */
export function credentialHeaders(credential: Credential): Record<string, string> {
  switch (credential.kind) {
    case 'login-token':
      return { 'X-User-Id': credential.userId, 'X-Auth-Token': credential.authToken };
    case 'access-token':
      return { Authorization: `Bearer ${credential.accessToken}` };
  }
}

/** The headers of a call that the workspace wants a second factor for. */
export function callHeaders(call: {
  readonly credential: Credential;
  readonly userAgent: string;
  readonly secondFactor: SecondFactor;
}): Record<string, string> {
  const { code, method } = call.secondFactor;
  return {
    'User-Agent': call.userAgent,
    ...credentialHeaders(call.credential),
    ...(code !== undefined && { 'x-2fa-code': code }),
    ...(method !== undefined && { 'x-2fa-method': method }),
  };
}

/** The JSON of an answer, or undefined. Not every server parses one that comes without the JSON content type. */
export function jsonOf(response: IHttpResponse): unknown {
  if (response.data !== undefined && response.data !== null) {
    return response.data as unknown;
  }
  try {
    return JSON.parse(response.content ?? '') as unknown;
  } catch {
    return undefined;
  }
}
