import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { readUsersLogout } from '../core/many/readUsersLogout';
import { UsersApi } from '../core/many/usersApi';
import { Clock } from '../core/shared/ports';
import { callHeaders, callWorkspace, jsonOf } from './workspaceCall';

/** The workspace's `users.logout`, called through the server as the caller. */
export function usersClient(http: IHttp, clock: Clock): UsersApi {
  return {
    async logoutEverywhere(call) {
      const { workspaceUrl, userId, timeoutMs } = call;
      const url = `${workspaceUrl}/api/v1/users.logout`;
      // Needs no second factor, so it gets no code.
      const headers = callHeaders({ ...call, secondFactor: {} });
      const response = await callWorkspace(http, clock, 'post', url, { headers, data: { userId } }, timeoutMs);
      return readUsersLogout({ status: response.statusCode, body: jsonOf(response) });
    },
  };
}
