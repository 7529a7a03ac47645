import { type IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { RoomBridge } from '@rocket.chat/apps-engine/server/bridges';
import type { Room } from '../../model';
import { toEngineRoom, toEngineUser } from '../convert';
import type { Engine } from '../load';
import { lookUp } from '../lookUp';
import type { AppsState } from '../state';
import { unsupported } from './unsupported';

/** Rooms, as far as an app may read them, and direct messages, which it may begin. */
export function createRoomBridge({ bridges }: Engine, { store }: AppsState): RoomBridge {
  const all = () => store.rooms.all();
  const byId = (roomId: string) => lookUp(store, roomId, (id) => store.rooms.get(id), all);
  const byName = (wanted: string) => lookUp(store, wanted, (name) => all().find((room) => room.name === name), all);
  const members = (room: Room | undefined): IUser[] =>
    (room?.memberIds ?? []).flatMap((id) => {
      const user = store.users.get(id);
      return user === undefined ? [] : [toEngineUser(user)];
    });
  const directRoom = (memberIds: ReadonlyArray<string | undefined>): Room | undefined => {
    const wanted = [...memberIds].sort().join();
    return all().find((room) => room.type === 'd' && [...room.memberIds].sort().join() === wanted);
  };
  // The real bridge resolves to undefined for an unknown room, which its type does not say.
  const found = (room: Room | undefined) => (room && toEngineRoom(room, store)) as IRoom;

  return new (class extends bridges.RoomBridge {
    protected async getById(roomId: string): Promise<IRoom> {
      return found(byId(roomId));
    }

    protected async getByName(name: string): Promise<IRoom> {
      return found(byName(name));
    }

    protected async getCreatorById(roomId: string): Promise<IUser | undefined> {
      return members(byId(roomId))[0];
    }

    protected async getCreatorByName(name: string): Promise<IUser | undefined> {
      return members(byName(name))[0];
    }

    protected async getMembers(roomId: string): Promise<IUser[]> {
      return members(store.rooms.get(roomId));
    }

    protected async getDirectByUsernames(usernames: string[]): Promise<IRoom | undefined> {
      const users = usernames.map((username) => store.users.byUsername(username));
      return found(users.some((user) => user === undefined) ? undefined : directRoom(users.map((user) => user?._id)));
    }

    /** Two people have one direct message: asked for again, it is the same room. */
    protected async create(room: IRoom, usernames: string[]): Promise<string> {
      if (room.type !== RoomType.DIRECT_MESSAGE) {
        return unsupported('creating a channel')();
      }
      const named = usernames.map((username) => store.users.byUsername(username)?._id);
      const memberIds = [...new Set([room.creator.id, ...named])].filter((id): id is string => id !== undefined);
      if (named.includes(undefined)) {
        throw new Error('Invalid user [error-invalid-user]');
      }
      const known = directRoom(memberIds);
      return (known ?? store.rooms.put({ _id: memberIds.sort().join(''), name: '', type: 'd', memberIds }))._id;
    }

    protected update = unsupported('changing a room');
    protected delete = unsupported('deleting a room');
    protected createDiscussion = unsupported('creating a discussion');
    protected removeUsers = unsupported('removing people from a room');
    protected getAllRooms = unsupported('listing rooms');
    protected getModerators = unsupported('listing moderators');
    protected getOwners = unsupported('listing owners');
    protected getLeaders = unsupported('listing leaders');
    protected getMessages = unsupported('reading messages');
    protected getUnreadByUser = unsupported('reading messages');
    protected getUserUnreadMessageCount = unsupported('counting messages');
  })();
}
