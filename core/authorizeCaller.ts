import { Branded } from './brand';
import { AppError } from './errors';
import { RoleDirectory } from './ports';

/** Who asks, as the workspace authenticated them. */
export interface Caller {
  readonly id: string;
  readonly username: string;
  readonly roles: readonly string[];
}

/** A caller who was found to hold an allowed role. */
export type AuthorizedCaller = Branded<Caller, 'AuthorizedCaller'>;

/**
 * Lets pass only a caller who holds one of the allowed roles.
 *
 * A user's roles are ids. A setting that names a custom role by name is resolved, but only when no id matches
 * already, and a name that cannot be resolved allows nobody.
 *
 * @param allowedRoles role ids or names; empty allows nobody
 * @throws AppError `error-unauthorized` when no role matches
 */
export async function authorizeCaller(
  caller: Caller,
  allowedRoles: readonly string[],
  roles: RoleDirectory,
): Promise<AuthorizedCaller> {
  if (!allowedRoles.some((role) => caller.roles.includes(role))) {
    const resolved = await Promise.all(allowedRoles.map((role) => roles.findId(role)));
    if (!resolved.some((id) => id !== undefined && caller.roles.includes(id))) {
      throw new AppError('error-unauthorized');
    }
  }
  return caller as AuthorizedCaller;
}
