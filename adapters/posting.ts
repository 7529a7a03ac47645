import { IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { EngineCall } from './engineCall';
import { findAppUser, findDirectRoom, findRoom } from './lookup';

/** Messages that stay, from the app's own user. */
export interface Poster {
  /** @throws when the server refuses the message */
  readonly post: (room: IRoom, text: string) => Promise<void>;
  /** The direct messages of the app with a person. @throws when there is no such room and none can be made */
  readonly directRoom: (person: IUser) => Promise<IRoom>;
}

export function poster({ read, modify }: EngineCall): Poster {
  const appUser = async (): Promise<IUser> => {
    const user = await findAppUser(read);
    if (!user) {
      throw new Error('the app has no user');
    }
    return user;
  };
  return {
    async post(room, text) {
      const builder = modify
        .getCreator()
        .startMessage()
        .setSender(await appUser())
        .setRoom(room)
        .setText(text)
        // Otherwise the server would open every address in it for a preview.
        .setParseUrls(false);
      await modify.getCreator().finish(builder);
    },
    async directRoom(person) {
      const me = await appUser();
      const known = await findDirectRoom(read, me, person);
      if (known) {
        return known;
      }
      const builder = modify
        .getCreator()
        .startRoom()
        .setType(RoomType.DIRECT_MESSAGE)
        .setCreator(me)
        .setMembersToBeAddedByUsernames([me.username, person.username]);
      const made = await findRoom(read, await modify.getCreator().finish(builder));
      if (!made) {
        throw new Error('the room was not made');
      }
      return made;
    },
  };
}
