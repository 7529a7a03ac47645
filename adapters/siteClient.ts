import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { fieldsOf, isTrue } from '../core/logout/readReply';
import { SetupPorts } from '../core/oversight/checkSetup';
import { toAppError } from '../core/shared/errors';
import { Clock } from '../core/shared/ports';
import { callWorkspace, jsonOf } from './workspaceCall';

/** Where this app tells how it is, below its own address. */
export const HEALTH_PATH = 'health';

/** None that a logout ever has: what these calls confirm counts for nothing else. */
const USER_AGENT = 'Session-Logout set-up';

/** What stands at the addresses of the settings, looked at through the server. */
export function siteClient(http: IHttp, clock: Clock, appId: string): SetupPorts['site'] {
  const get = (url: string, headers: Record<string, string>, timeoutMs: number) =>
    callWorkspace(http, clock, 'get', url, { headers: { 'User-Agent': USER_AGENT, ...headers } }, timeoutMs);

  return {
    /** `GET /api/info` says the version to everybody (apps/meteor/app/api/server/default/info.ts). */
    async workspaceAt(url, timeoutMs) {
      try {
        const { version, success } = fieldsOf(jsonOf(await get(`${url}/api/info`, {}, timeoutMs)));
        return isTrue(success) && typeof version === 'string' ? 'ok' : 'no-workspace';
      } catch (thrown) {
        return toAppError(thrown, 'error-internal').code === 'error-workspace-timeout' ? 'slow' : 'unreachable';
      }
    },
    async installationAt(siteUrl, timeoutMs) {
      try {
        const answer = await get(`${siteUrl}/api/apps/public/${appId}/${HEALTH_PATH}`, {}, timeoutMs);
        const { installation } = fieldsOf(jsonOf(answer));
        return typeof installation === 'string' ? installation : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
