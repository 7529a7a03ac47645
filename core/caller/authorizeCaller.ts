import { Branded } from '../shared/brand';
import { AppError } from '../shared/errors';
import { SettingsReader } from '../shared/settings';
import { Caller } from './caller';

/** A caller whose account is active and who was found to hold an allowed role. */
export type AuthorizedCaller = Branded<Caller, 'AuthorizedCaller'>;

export interface RoleDirectory {
  /** The ID of the role with this ID or name; undefined when there is none, or it cannot be told. */
  findId(idOrName: string): Promise<string | undefined>;
}

export interface AuthorizationPorts {
  readonly settings: Pick<SettingsReader, 'logout'>;
  readonly roles: RoleDirectory;
  readonly connections: {
    /** Deletes a person's connections. */
    remove(userId: string): Promise<void>;
  };
}

/**
 * Lets pass only a caller whose account is active and who holds one of the allowed roles now.
 *
 * An OAuth2 token outlives its owner's deactivation (measured on 6.5.3), so a deactivated account can still reach the
 * app. It is refused, and what it had granted to the app is deleted.
 *
 * A user's roles are IDs. A setting that names a custom role by name is resolved, but only when no ID matches already,
 * and a name that cannot be resolved allows nobody.
 *
 * @param rolesNeeded the roles of which the caller must hold one, by ID or name; default: the allowed roles
 * @throws AppError `error-account-deactivated`; `error-unauthorized` when no role matches; `error-settings-unreadable`
 */
export async function authorizeCaller(
  caller: Caller,
  ports: AuthorizationPorts,
  rolesNeeded: () => Promise<readonly string[]> = async () => (await ports.settings.logout()).allowedRoles,
): Promise<AuthorizedCaller> {
  if (!caller.isEnabled) {
    // Refused all the same when the connection cannot be deleted now: it is refused at every use. A callback under way
    // looks at the account again before it stores anything.
    await ports.connections.remove(caller.id).catch(() => undefined);
    throw new AppError('error-account-deactivated');
  }
  const allowedRoles = await rolesNeeded();
  if (!allowedRoles.some((role) => caller.roles.includes(role))) {
    const resolved = await Promise.all(allowedRoles.map((role) => ports.roles.findId(role)));
    if (!resolved.some((id) => id !== undefined && caller.roles.includes(id))) {
      throw new AppError('error-unauthorized');
    }
  }
  return caller as AuthorizedCaller;
}
