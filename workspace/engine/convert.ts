import type { IRole } from '@rocket.chat/apps-engine/definition/roles';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Role, Room, WorkspaceUser } from '../model';
import type { WorkspaceStore } from '../store';
import { isReadOnly } from './posting';

/** A person as the engine hands them to an app (Rocket.Chat `apps/meteor/app/apps/server/converters/users.js`). */
export function toEngineUser(user: WorkspaceUser): IUser {
  const created = new Date(user.createdAt);
  const converted = {
    id: user._id,
    username: user.username,
    emails: user.emails.map((email) => ({ ...email })),
    type: user.type,
    isEnabled: user.active,
    name: user.name,
    roles: [...user.roles],
    status: 'online',
    statusConnection: 'online',
    utcOffset: 0,
    createdAt: created,
    updatedAt: created,
    lastLoginAt: created,
    settings: { preferences: user.language === undefined ? {} : { language: user.language } },
  };
  // The engine's enums of user types and connections have these words as values.
  return converted as unknown as IUser;
}

/** A room as the engine hands it to an app (`…/converters/rooms.js`). */
export function toEngineRoom(room: Room, store: WorkspaceStore): IRoom {
  const [creatorId = ''] = room.memberIds;
  const creator = store.users.get(creatorId);
  const converted = {
    id: room._id,
    slugifiedName: room.name,
    displayName: room.name,
    type: room.type,
    creator: creator && toEngineUser(creator),
    userIds: [...room.memberIds],
    isDefault: false,
    isReadOnly: isReadOnly(store, room),
    displaySystemMessages: true,
    messageCount: 0,
    customFields: {},
    // What the engine has no name for.
    _unmappedProperties_: { ...(room.archived && { archived: true }) },
  };
  return converted as unknown as IRoom;
}

/** A role as the engine hands it to an app (`…/converters/roles.ts`). */
export function toEngineRole(role: Role): IRole {
  return { id: role._id, name: role.name, description: role.description, protected: false, scope: 'Users' };
}
