import { IHttp, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { MailedCodes } from '../core/chatLogout';
import { AppError } from '../core/errors';
import { Clock, LogoutCall, SessionsApi } from '../core/ports';
import { callWorkspace, credentialHeaders } from './workspaceCall';

/** The workspace's REST API, called through the server as the caller. */
export function workspaceClient(http: IHttp, clock: Clock): SessionsApi {
  return {
    async logout(call) {
      try {
        const request = { headers: headersOf(call), data: { sessionId: call.sessionId } };
        const url = `${call.workspaceUrl}/api/v1/sessions/logout`;
        const response = await callWorkspace(http, clock, 'post', url, request, call.timeoutMs);
        return { kind: 'answer', status: response.statusCode, body: jsonOf(response) };
      } catch (error) {
        const timedOut = error instanceof AppError && error.code === 'error-workspace-timeout';
        return { kind: timedOut ? 'timeout' : 'unreachable' };
      }
    },
  };
}

/** `POST users.2fa.sendEmailCode` (apps/meteor/app/api/server/v1/users.ts): mails a code also while one is valid. */
export function mailedCodes(http: IHttp, clock: Clock): MailedCodes {
  return {
    async sendAgain(credential, username, { workspaceUrl, timeoutMs }) {
      const request = { headers: credentialHeaders(credential), data: { emailOrUsername: username } };
      const url = `${workspaceUrl}/api/v1/users.2fa.sendEmailCode`;
      const { statusCode } = await callWorkspace(http, clock, 'post', url, request, timeoutMs);
      if (statusCode !== 200) {
        throw new AppError('error-workspace-invalid-response', statusCode);
      }
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
