import { IRoleRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RoleDirectory } from '../core/caller/authorizeCaller';

/** Looks roles up in the workspace, each once for all who ask during one call into the app. */
export function roleDirectory(roles: IRoleRead, appId: string): RoleDirectory {
  const found = new Map<string, Promise<string | undefined>>();
  const look = async (idOrName: string): Promise<string | undefined> => {
    try {
      return (await roles.getOneByIdOrName(idOrName, appId))?.id;
    } catch {
      // Engine 1.41 throws a TypeError for an unknown role where later ones give null. Either way it allows nobody.
      return undefined;
    }
  };
  return {
    findId(idOrName) {
      const known = found.get(idOrName) ?? look(idOrName);
      found.set(idOrName, known);
      return known;
    },
  };
}
