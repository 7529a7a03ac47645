import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { readInfoReply } from '../core/logout/readInfoReply';
import { SessionInfoApi } from '../core/logout/sessionInfoApi';
import { Clock } from '../core/shared/ports';
import { callHeaders, callWorkspace, jsonOf } from './workspaceCall';

/** What the workspace knows about one session, asked for through the server as the caller. */
export function sessionInfoClient(http: IHttp, clock: Clock): SessionInfoApi {
  return {
    async info(call) {
      const { workspaceUrl, sessionId, timeoutMs } = call;
      // Servers differ in how they put `params` into an address, so it is put together here.
      const url = `${workspaceUrl}/api/v1/sessions/info.admin?sessionId=${encodeURIComponent(sessionId)}`;
      const response = await callWorkspace(http, clock, 'get', url, { headers: callHeaders(call) }, timeoutMs);
      return readInfoReply({ status: response.statusCode, body: jsonOf(response) });
    },
  };
}
