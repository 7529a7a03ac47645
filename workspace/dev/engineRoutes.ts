import type { Request } from 'express';
import type { AppHostPort } from '../ports';
import type { WorkspaceStore } from '../store';
import { BadDevRequest } from './bodies';

type Routes = Record<string, [description: string, answer: (request: Request) => unknown]>;

const ROOM_CHANGES = ['archive', 'makeReadOnly', 'delete'] as const;
const PERSON_CHANGES = ['deactivate', 'activate', 'delete'] as const;

/** The routes under `/_dev` that are about the host of the apps and what the apps see. */
export function engineRoutes(store: WorkspaceStore, host?: AppHostPort): Routes {
  return {
    'GET /calls': [
      'how often the engine called the workspace since the last reset, by name',
      () => host?.calls() ?? {},
    ],
    'POST /calls/reset': ['the counts begin anew', () => host?.forgetCalls()],
    'POST /restart': ['starts this server anew on the stored data', () => host?.restart()],
    'POST /rooms': [`{roomId, action: ${ROOM_CHANGES.join(' | ')}}`, ({ body }) => changeRoom(store, body)],
    'POST /people': [`{username, action: ${PERSON_CHANGES.join(' | ')}}`, ({ body }) => changePerson(store, body)],
  };
}

function changeRoom(store: WorkspaceStore, body: unknown): void {
  const { roomId, action } = body as { roomId?: unknown; action?: unknown };
  const room = typeof roomId === 'string' ? store.rooms.get(roomId) : undefined;
  if (room === undefined) {
    throw new BadDevRequest(`no room "${String(roomId)}"`);
  }
  switch (oneOf(ROOM_CHANGES, action)) {
    case 'archive':
      room.archived = true;
      break;
    case 'makeReadOnly':
      room.readOnly = true;
      break;
    case 'delete':
      store.rooms.remove(room._id);
      break;
  }
}

function changePerson(store: WorkspaceStore, body: unknown): void {
  const { username, action } = body as { username?: unknown; action?: unknown };
  const user = typeof username === 'string' ? store.users.byUsername(username) : undefined;
  if (user === undefined) {
    throw new BadDevRequest(`no user "${String(username)}"`);
  }
  switch (oneOf(PERSON_CHANGES, action)) {
    case 'deactivate':
      user.active = false;
      store.endAllLogins(user);
      break;
    case 'activate':
      user.active = true;
      break;
    case 'delete':
      store.users.remove(user._id);
      break;
  }
}

function oneOf<T extends string>(known: readonly T[], given: unknown): T {
  const found = known.find((each) => each === given);
  if (found === undefined) {
    throw new BadDevRequest(`"action" must be one of ${known.join(', ')}`);
  }
  return found;
}
