import type { IRole } from '@rocket.chat/apps-engine/definition/roles';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { UserBridge } from '@rocket.chat/apps-engine/server/bridges';
import type { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge';
import type { WorkspaceUser } from '../../model';
import { toEngineRole, toEngineUser } from '../convert';
import type { Engine } from '../load';
import { lookUp } from '../lookUp';
import type { AppsState } from '../state';

/**
 * Users of the workspace, and the app's own user. Deactivated people are found like all others, with `isEnabled: false`.
 */
export function createUserBridge({ bridges }: Engine, { store, appUsers }: AppsState): UserBridge {
  const everybody = () => store.users.all();
  /** Unlike at login, case matters. */
  const byExactName = (username: string) => {
    const user = store.users.byUsername(username);
    return user?.username === username ? user : undefined;
  };
  const found = (user: WorkspaceUser | undefined): IUser =>
    // The real bridge resolves to undefined for an unknown user, which its type does not say.
    (user && toEngineUser(user)) as IUser;

  return new (class extends bridges.UserBridge {
    protected async getById(id: string): Promise<IUser> {
      return found(lookUp(store, id, (known) => store.users.get(known), everybody));
    }

    protected async getByUsername(username: string): Promise<IUser> {
      return found(lookUp(store, username, byExactName, everybody));
    }

    protected async getAppUser(appId = ''): Promise<IUser | undefined> {
      return found(store.users.get(appUsers.get(appId) ?? ''));
    }

    protected async getActiveUserCount(): Promise<number> {
      return store.users.all().filter((user) => user.active && user.type === 'user').length;
    }

    protected async getUserUnreadMessageCount(): Promise<number> {
      return 0;
    }

    protected async getUserRoomIds(userId: string): Promise<string[]> {
      return store.rooms.all().flatMap((room) => (room.memberIds.includes(userId) ? [room._id] : []));
    }

    protected async create(data: Partial<IUser>, appId: string): Promise<string> {
      const { username = appId, name = username, roles = ['app'] } = data;
      const user = store.users.create({ username, name, roles, type: 'app' });
      appUsers.set(appId, user._id);
      return user._id;
    }

    protected async remove(user: IUser, appId: string): Promise<boolean> {
      appUsers.delete(appId);
      return store.users.remove(user.id) !== undefined;
    }

    protected async update(): Promise<boolean> {
      return true;
    }

    protected async deleteUsersCreatedByApp(): Promise<boolean> {
      return true;
    }

    protected async deactivate(userId: string): Promise<boolean> {
      const user = store.users.get(userId);
      if (user !== undefined) {
        store.logins.setActive(user, false);
      }
      return user !== undefined;
    }
  })();
}

/** Roles by ID or name. For an unknown one late versions give `null`; 6.5 trips over its own converter. */
export function createRoleBridge({ RoleBridge: Base }: Engine, { store }: AppsState): RoleBridge {
  return new (class extends Base {
    protected async getOneByIdOrName(idOrName: string): Promise<IRole | null> {
      const role = lookUp(
        store,
        idOrName,
        (known) => store.findRole(known),
        () => store.roles.all(),
      );
      if (role === undefined && store.version === '6.5') {
        throw new TypeError("Cannot read properties of null (reading '_id')");
      }
      return role === undefined ? null : toEngineRole(role);
    }

    protected async getCustomRoles(): Promise<IRole[]> {
      return store.roles.all().map(toEngineRole);
    }
  })();
}
