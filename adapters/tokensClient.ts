import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { readTokenReply } from '../core/logout/readTokenReply';
import { TokensApi } from '../core/logout/tokensApi';
import { Clock } from '../core/shared/ports';
import { callHeaders, callWorkspace, jsonOf } from './workspaceCall';

/** The workspace's `users.removePersonalAccessToken`, called through the server as the caller. */
export function tokensClient(http: IHttp, clock: Clock): TokensApi {
  return {
    async removeUnknown(call) {
      const { workspaceUrl, tokenName, timeoutMs } = call;
      const url = `${workspaceUrl}/api/v1/users.removePersonalAccessToken`;
      const request = { headers: callHeaders(call), data: { tokenName } };
      const response = await callWorkspace(http, clock, 'post', url, request, timeoutMs);
      return readTokenReply({ status: response.statusCode, body: jsonOf(response) });
    },
  };
}
