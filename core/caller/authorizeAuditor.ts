import { SettingsReader } from '../shared/settings';
import { AuthorizationPorts, AuthorizedCaller, authorizeCaller } from './authorizeCaller';
import { Caller } from './caller';

export type AuditorPorts = AuthorizationPorts & { readonly settings: Pick<SettingsReader, 'logout' | 'record'> };

/**
 * Lets pass only a caller whose account is active and who may read the record: who holds one of the auditor roles now
 * or, where none are set, one of the allowed roles. Where some are set, an allowed role alone is not enough.
 *
 * @throws AppError as `authorizeCaller` does
 */
export async function authorizeAuditor(caller: Caller, ports: AuditorPorts): Promise<AuthorizedCaller> {
  return authorizeCaller(caller, ports, async () => {
    const { auditorRoles } = await ports.settings.record();
    return auditorRoles.length > 0 ? auditorRoles : (await ports.settings.logout()).allowedRoles;
  });
}
