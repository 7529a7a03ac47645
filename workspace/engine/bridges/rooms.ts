import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { RoomBridge } from '@rocket.chat/apps-engine/server/bridges';
import type { Room } from '../../model';
import { toEngineRoom, toEngineUser } from '../convert';
import type { Engine } from '../load';
import type { AppsState } from '../state';
import { unsupported } from './unsupported';

/** Rooms, as far as an app may read them. */
export function createRoomBridge({ bridges }: Engine, { store }: AppsState): RoomBridge {
  const named = (name: string) => store.rooms.all().find((room) => room.name === name);
  const members = (room: Room | undefined): IUser[] =>
    (room?.memberIds ?? []).flatMap((id) => {
      const user = store.users.get(id);
      return user === undefined ? [] : [toEngineUser(user)];
    });
  // The real bridge resolves to undefined for an unknown room, which its type does not say.
  const found = (room: Room | undefined) => (room && toEngineRoom(room, store)) as IRoom;

  return new (class extends bridges.RoomBridge {
    protected async getById(roomId: string): Promise<IRoom> {
      return found(store.rooms.get(roomId));
    }

    protected async getByName(name: string): Promise<IRoom> {
      return found(named(name));
    }

    protected async getCreatorById(roomId: string): Promise<IUser | undefined> {
      return members(store.rooms.get(roomId))[0];
    }

    protected async getCreatorByName(name: string): Promise<IUser | undefined> {
      return members(named(name))[0];
    }

    protected async getMembers(roomId: string): Promise<IUser[]> {
      return members(store.rooms.get(roomId));
    }

    protected async getDirectByUsernames(usernames: string[]): Promise<IRoom | undefined> {
      const ids = usernames.map((username) => store.users.byUsername(username)?._id).sort();
      const isDirect = (room: Room) => room.type === 'd' && [...room.memberIds].sort().join() === ids.join();
      return found(store.rooms.all().find(isDirect));
    }

    protected create = unsupported('creating a room');
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
