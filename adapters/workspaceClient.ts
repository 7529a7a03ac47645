import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { MailedCodes } from '../core/chatLogout';
import { AppError } from '../core/errors';
import { Clock, LogoutCall, SessionsApi } from '../core/ports';
import { readReply } from '../core/readReply';
import { callWorkspace, credentialHeaders, jsonOf } from './workspaceCall';

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
      const response = await callWorkspace(http, clock, 'post', url, request, timeoutMs);
      const { statusCode: status } = response;
      if (status !== 200) {
        const verdict = readReply({ kind: 'answer', status, body: jsonOf(response) });
        throw verdict.kind === 'refused' ? verdict.error : new AppError('error-workspace-invalid-response', status);
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
