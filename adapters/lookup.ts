import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

/**
 * The only place where people and rooms are looked up, by ID or username. A server asked for an empty or missing ID
 * answers with *somebody*: its database drops `undefined` from a query, so the first user, often the admin, or some room
 * matches (measured on 6.5.3). So nothing is asked without one, and what comes back must have exactly what was asked for.
 */

/** The user with this ID; undefined when there is none. */
export function findUser(read: IRead, id: unknown): Promise<IUser | undefined> {
  return found(id, (asked) => read.getUserReader().getById(asked));
}

/** The user with exactly this username; undefined when there is none. */
export function findUserByUsername(read: IRead, username: unknown): Promise<IUser | undefined> {
  return found(
    username,
    (asked) => read.getUserReader().getByUsername(asked),
    (user) => user.username,
  );
}

/** The room with this ID; undefined when there is none. */
export function findRoom(read: IRead, id: unknown): Promise<IRoom | undefined> {
  return found(id, (asked) => read.getRoomReader().getById(asked));
}

/** The room with exactly this name; undefined when there is none. Direct messages have no name. */
export function findRoomByName(read: IRead, name: unknown): Promise<IRoom | undefined> {
  return found(
    name,
    (asked) => read.getRoomReader().getByName(asked),
    (room) => room.slugifiedName,
  );
}

/** The direct messages of exactly these two; undefined when they have none yet. */
export async function findDirectRoom(read: IRead, one: IUser, other: IUser): Promise<IRoom | undefined> {
  const names = [one.username, other.username];
  if (names.some((name) => typeof name !== 'string' || name === '')) {
    return undefined;
  }
  const room = (await read.getRoomReader().getDirectByUsernames(names)) as IRoom | null | undefined;
  // Servers that say who is in a room say it for all of them.
  const isTheirs = [one, other].every(({ id }) => room?.userIds?.includes(id) ?? true);
  return room?.type === RoomType.DIRECT_MESSAGE && isTheirs ? room : undefined;
}

/** The app's own user. */
export async function findAppUser(read: IRead): Promise<IUser | undefined> {
  return (await read.getUserReader().getAppUser()) ?? undefined;
}

async function found<T extends { readonly id: string }>(
  asked: unknown,
  look: (asked: string) => Promise<T | null | undefined>,
  nameOf: (candidate: T) => unknown = ({ id }) => id,
): Promise<T | undefined> {
  if (typeof asked !== 'string' || asked === '') {
    return undefined;
  }
  const candidate = await look(asked);
  return candidate && nameOf(candidate) === asked ? candidate : undefined;
}
