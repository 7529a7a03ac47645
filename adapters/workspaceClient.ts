import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { MailedCodes } from '../core/chat/chatPorts';
import { readReply, refusalIn, WorkspaceReply } from '../core/logout/readReply';
import { SessionsApi } from '../core/logout/sessionsApi';
import { Clock } from '../core/shared/ports';
import { callHeaders, callWorkspace, credentialHeaders, jsonOf } from './workspaceCall';

/** The workspace's REST API, called through the server as the caller. */
export function workspaceClient(http: IHttp, clock: Clock): SessionsApi & MailedCodes {
  const post = async (
    url: string,
    headers: Record<string, string>,
    data: object,
    timeoutMs: number,
  ): Promise<WorkspaceReply> => {
    const response = await callWorkspace(http, clock, 'post', url, { headers, data }, timeoutMs);
    return { status: response.statusCode, body: jsonOf(response) };
  };

  return {
    async logout(call) {
      const { workspaceUrl, sessionId, timeoutMs } = call;
      return readReply(
        await post(`${workspaceUrl}/api/v1/sessions/logout`, callHeaders(call), { sessionId }, timeoutMs),
      );
    },
    /** `POST users.2fa.sendEmailCode` (apps/meteor/app/api/server/v1/users.ts): mails a code also while one is valid. */
    async sendAgain(credential, username, { workspaceUrl, timeoutMs }) {
      const url = `${workspaceUrl}/api/v1/users.2fa.sendEmailCode`;
      const reply = await post(url, credentialHeaders(credential), { emailOrUsername: username }, timeoutMs);
      if (reply.status !== 200) {
        throw refusalIn(reply);
      }
    },
  };
}
