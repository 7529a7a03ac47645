import type { AppHostPort } from '../ports';
import type { WorkspaceStore } from '../store';
import { BadDevRequest } from './bodies';
import type { DevRoutes } from './route';

const ROOM_CHANGES = ['archive', 'makeReadOnly', 'delete'] as const;

/** The routes under `/_dev` that are about the host of the apps and what the apps see. */
export function engineRoutes(store: WorkspaceStore, host?: AppHostPort): DevRoutes {
  return {
    'GET /calls': [
      'how often the engine called the workspace since the last reset, by name',
      () => host?.calls() ?? {},
    ],
    'POST /calls/reset': ['the counts begin anew', () => host?.forgetCalls()],
    'POST /restart': ['starts this server anew on the stored data', () => host?.restart()],
    'POST /rooms': [`{roomId, action: ${ROOM_CHANGES.join(' | ')}}`, ({ body }) => changeRoom(store, body)],
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

function oneOf<T extends string>(known: readonly T[], given: unknown): T {
  const found = known.find((each) => each === given);
  if (found === undefined) {
    throw new BadDevRequest(`"action" must be one of ${known.join(', ')}`);
  }
  return found;
}
