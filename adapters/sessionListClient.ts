import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { readListReply } from '../core/find/readListReply';
import { SessionListApi } from '../core/find/sessionListApi';
import { Clock } from '../core/shared/ports';
import { callHeaders, callWorkspace, jsonOf } from './workspaceCall';

/** The workspace's list of sessions, asked for through the server as the caller. */
export function sessionListClient(http: IHttp, clock: Clock): SessionListApi {
  return {
    async list(call) {
      const { workspaceUrl, offset, count, filter, timeoutMs } = call;
      // Servers differ in how they put `params` into an address, so it is put together here.
      const search = filter === undefined ? '' : `&filter=${encodeURIComponent(filter)}`;
      const url = `${workspaceUrl}/api/v1/sessions/list.all?offset=${offset}&count=${count}${search}`;
      const response = await callWorkspace(http, clock, 'get', url, { headers: callHeaders(call) }, timeoutMs);
      return readListReply({ status: response.statusCode, body: jsonOf(response) });
    },
  };
}
