import { IHttp, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { Clock, Credential, LogoutCall, SessionsApi } from '../core/ports';

/** How much longer than asked the host may take before the app stops waiting for it, milliseconds. */
const GRACE_MS = 500;

/** The workspace's REST API, called through the server as the caller. */
export function workspaceClient(http: IHttp, clock: Clock): SessionsApi {
  return {
    async logout(call) {
      const startedAt = clock.now();
      const sent = http.post(`${call.workspaceUrl}/api/v1/sessions/logout`, {
        headers: headersOf(call),
        data: { sessionId: call.sessionId },
        timeout: call.timeoutMs,
      });
      try {
        const response = await withDeadline(sent, call.timeoutMs + GRACE_MS);
        if (response) {
          return { kind: 'answer', status: response.statusCode, body: jsonOf(response) };
        }
      } catch {
        // Transport faults throw in servers since 6.10; before, and at the deadline, there is just no response.
      }
      return { kind: clock.now() - startedAt >= call.timeoutMs ? 'timeout' : 'unreachable' };
    },
  };
}

function headersOf({ credential, userAgent, secondFactor }: LogoutCall): Record<string, string> {
  return {
    'User-Agent': userAgent,
    ...credentialHeaders(credential),
    ...(secondFactor.code !== undefined && { 'x-2fa-code': secondFactor.code }),
    ...(secondFactor.method !== undefined && { 'x-2fa-method': secondFactor.method }),
  };
}

function credentialHeaders(credential: Credential): Record<string, string> {
  switch (credential.kind) {
    case 'login-token':
      return { 'X-User-Id': credential.userId, 'X-Auth-Token': credential.authToken };
    case 'access-token':
      return { Authorization: `Bearer ${credential.accessToken}` };
  }
}

/** Not every server parses an answer that comes without the JSON content type. */
function jsonOf(response: IHttpResponse): unknown {
  if (response.data !== undefined && response.data !== null) {
    return response.data as unknown;
  }
  try {
    return JSON.parse(response.content ?? '') as unknown;
  } catch {
    return undefined;
  }
}

/** Resolves to undefined when the deadline passes first. A later failure of the work is of no interest then. */
async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    if (timer) {
      clearTimeout(timer);
    }
  }
}
