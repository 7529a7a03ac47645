import { CodeAttempts } from '../brake/codeAttempts';
import { requireKnown, requireNotLockedOut } from '../brake/lockout';
import { Branded } from '../shared/brand';
import { AppError } from '../shared/errors';
import { Clock } from '../shared/ports';
import { SettingsReader } from '../shared/settings';
import { Caller } from './caller';

/** A caller whose account is active, who was found to hold an allowed role, and who is not locked out. */
export type AuthorizedCaller = Branded<Caller, 'AuthorizedCaller'>;

export interface RoleDirectory {
  /** The ID of the role with this ID or name; undefined when there is none, or it cannot be told. */
  findId(idOrName: string): Promise<string | undefined>;
}

export interface AuthorizationPorts {
  readonly settings: Pick<SettingsReader, 'logout'>;
  readonly roles: RoleDirectory;
  /** May read once for all who ask during one call into the app: before a code is sent, it is looked at anew. */
  readonly lockouts: Pick<CodeAttempts, 'of'>;
  readonly clock: Clock;
  readonly connections: {
    /** Deletes a person's connections. */
    remove(userId: string): Promise<void>;
  };
}

/**
 * Lets pass only a caller whose account is active, who holds one of the allowed roles now, and whom incorrect codes have
 * not locked out.
 *
 * An OAuth2 token outlives its owner's deactivation (measured on 6.5.3), so a deactivated account can still reach the
 * app. It is refused, and what it had granted to the app is deleted.
 *
 * A user's roles are IDs. A setting that names a custom role by name is resolved, but only when no ID matches already,
 * and a name that cannot be resolved allows nobody.
 *
 * @param rolesNeeded the roles of which the caller must hold one, by ID or name; default: the allowed roles
 * @throws AppError `error-account-deactivated`; `error-unauthorized` when no role matches; `error-settings-unreadable`;
 *   `error-audit-unavailable` when it cannot be told whether they are locked out
 * @throws LockedOutError
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
  const known = requireKnown(caller.id, ports.lockouts); // while the settings are read
  known.catch(() => undefined); // looked at below, unless there is another reason to refuse
  const allowedRoles = await rolesNeeded();
  if (!allowedRoles.some((role) => caller.roles.includes(role))) {
    const resolved = await Promise.all(allowedRoles.map((role) => ports.roles.findId(role)));
    if (!resolved.some((id) => id !== undefined && caller.roles.includes(id))) {
      throw new AppError('error-unauthorized');
    }
  }
  requireNotLockedOut(await known, ports.clock.now());
  return caller as AuthorizedCaller;
}
