import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

/**
 * The only place where people and rooms are looked up by ID. A server asked for an empty or missing ID answers with
 * *somebody*: its database drops `undefined` from a query, so the first user, often the admin, or some room matches
 * (measured on 6.5.3). So nothing is asked without an ID, and what comes back must have the ID that was asked for.
 */

/** The user with this ID; undefined when there is none. */
export function findUser(read: IRead, id: unknown): Promise<IUser | undefined> {
  return found(id, (asked) => read.getUserReader().getById(asked));
}

/** The user with this name, whatever its capitals; undefined when there is none. */
export async function findUserByName(read: IRead, username: string): Promise<IUser | undefined> {
  if (username === '') {
    return undefined;
  }
  const candidate = await read.getUserReader().getByUsername(username);
  return candidate?.username?.toLowerCase() === username.toLowerCase() ? candidate : undefined;
}

/** The room with this ID; undefined when there is none. */
export function findRoom(read: IRead, id: unknown): Promise<IRoom | undefined> {
  return found(id, (asked) => read.getRoomReader().getById(asked));
}

async function found<T extends { readonly id: string }>(
  id: unknown,
  look: (id: string) => Promise<T | null | undefined>,
): Promise<T | undefined> {
  if (typeof id !== 'string' || id === '') {
    return undefined;
  }
  const candidate = await look(id);
  return candidate?.id === id ? candidate : undefined;
}
