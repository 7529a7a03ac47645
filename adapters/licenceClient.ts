import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { Licence, LicenceApi } from '../core/logout/licence';
import { fieldsOf, isTrue } from '../core/logout/readReply';
import { Clock, Credential } from '../core/shared/ports';
import { callWorkspace, credentialHeaders, jsonOf } from './workspaceCall';

/** None that a logout ever has. */
const USER_AGENT = 'Session-Logout licence';
/** The part of a licence that ending sessions needs. */
const MODULE = 'device-management';

/**
 * What licence the workspace says it has (apps/meteor/ee/server/api/licenses.ts): `licenses.info` names its modules to
 * anybody who is logged in; where it does not, `licenses.isEnterprise` at least says that there is no licence at all.
 *
 * For one call into the app, and so for one caller: it asks once.
 */
export function licenceClient(http: IHttp, clock: Clock): LicenceApi {
  let asked: Promise<Licence> | undefined;
  return {
    deviceManagement(credential, workspaceUrl, timeoutMs) {
      return (asked ??= askFor(credential, workspaceUrl, timeoutMs));
    },
  };

  async function askFor(credential: Credential, workspaceUrl: string, timeoutMs: number): Promise<Licence> {
    const ask = async (route: string): Promise<Record<string, unknown>> => {
      const headers = { 'User-Agent': USER_AGENT, ...credentialHeaders(credential) };
      const url = `${workspaceUrl}/api/v1/${route}`;
      const { success, ...fields } = fieldsOf(
        jsonOf(await callWorkspace(http, clock, 'get', url, { headers }, timeoutMs)),
      );
      return isTrue(success) ? fields : {};
    };
    try {
      const { activeModules } = fieldsOf((await ask('licenses.info')).license);
      if (Array.isArray(activeModules)) {
        return activeModules.includes(MODULE) ? 'there' : 'missing';
      }
      return (await ask('licenses.isEnterprise')).isEnterprise === false ? 'missing' : 'unknown';
    } catch {
      return 'unknown';
    }
  }
}
