import type { Role } from '../model';
import { Collection } from './collection';

/** Roles with their permissions. */
export class RoleStore extends Collection<Role> {
  constructor() {
    super((role) => role._id);
  }

  /** A role by its ID, else by its exact name. */
  byIdOrName(idOrName: string): Role | undefined {
    return this.get(idOrName) ?? this.all().find((role) => role.name === idOrName);
  }

  grants(roleId: string, permission: string): boolean {
    return this.get(roleId)?.permissions.includes(permission) ?? false;
  }
}
