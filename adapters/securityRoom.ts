import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { findRoom, findRoomByName } from './lookup';

/** What is the matter with a room that is to be told, if anything is. */
export type RoomState = 'ok' | 'missing' | 'read-only' | 'archived';

/**
 * The room with this ID, else with this name, and whether the app can be read there.
 *
 * The server lets an app post to an archived room (measured on 6.5.3), where nobody would see it.
 */
export async function findSecurityRoom(
  read: IRead,
  idOrName: string,
): Promise<{ readonly state: RoomState; readonly room?: IRoom }> {
  const room = (await findRoom(read, idOrName)) ?? (await findRoomByName(read, idOrName));
  if (!room) {
    return { state: 'missing' };
  }
  // What the engine has no name for is handed over like this (apps/meteor/app/apps/server/converters/rooms.js).
  const { _unmappedProperties_: more } = room as { readonly _unmappedProperties_?: { readonly archived?: unknown } };
  if (more?.archived === true) {
    return { state: 'archived', room };
  }
  return { state: room.isReadOnly === true ? 'read-only' : 'ok', room };
}
