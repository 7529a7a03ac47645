import { IRoleRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RoleDirectory } from '../core/ports';

/** Looks roles up in the workspace. */
export function roleDirectory(roles: IRoleRead, appId: string): RoleDirectory {
  return {
    async findId(idOrName) {
      try {
        return (await roles.getOneByIdOrName(idOrName, appId))?.id;
      } catch {
        // Engine 1.41 throws a TypeError for an unknown role where later ones give null. Either way it allows nobody.
        return undefined;
      }
    },
  };
}
