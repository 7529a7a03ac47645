import type { AppHostPort, JobRun, PlantedDocument } from '../ports';
import type { WorkspaceStore } from '../store';
import { BadDevRequest } from './bodies';
import { NotThere, type DevRoutes, userNamed } from './route';

const ROOM_CHANGES = ['archive', 'makeReadOnly', 'delete'] as const;

/** The routes under `/_dev` that are about the host of the apps and what the apps see. */
export function engineRoutes(store: WorkspaceStore, host?: AppHostPort): DevRoutes {
  return {
    'GET /calls': [
      'how often the engine called the workspace since the last reset, by name',
      () => host?.calls() ?? {},
    ],
    'POST /calls/reset': ['the counts begin anew', () => host?.forgetCalls()],
    'GET /jobs': ['the jobs that the app has scheduled: waiting, running, failed', () => host?.jobs() ?? []],
    'POST /jobs/:processorId/run': [
      "runs that processor's next job now, and answers with its data once it is over",
      ({ params }) => runJob(host, params.processorId),
    ],
    'POST /persistence': [
      '{documents: [{associations: [{model, id}], data}]}: puts them there as if the app had stored them',
      ({ body }) => plant(host, body),
    ],
    'POST /restart': ['starts this server anew on the stored data', () => host?.restart()],
    'POST /messages': [
      '{username, text, roomId? (GENERAL)}: posts what a person typed into a room',
      ({ body }) => postMessage(store, host, body),
    ],
    'POST /rooms': [`{roomId, action: ${ROOM_CHANGES.join(' | ')}}`, ({ body }) => changeRoom(store, body)],
  };
}

async function runJob(host: AppHostPort | undefined, processorId: string): Promise<JobRun> {
  const run = await host?.runJob(processorId);
  if (run === undefined) {
    throw new NotThere(`no processor "${processorId}"`);
  }
  return run;
}

function plant(host: AppHostPort | undefined, body: unknown): void {
  const { documents } = body as { documents?: unknown };
  if (!Array.isArray(documents)) {
    throw new BadDevRequest('"documents" must be a list');
  }
  host?.plant(documents as PlantedDocument[]);
}

function postMessage(store: WorkspaceStore, host: AppHostPort | undefined, body: unknown): { messageId: string } {
  const { username, text, roomId = 'GENERAL' } = body as { username?: unknown; text?: unknown; roomId?: unknown };
  const room = store.rooms.get(String(roomId));
  if (typeof text !== 'string' || room === undefined || host === undefined) {
    throw new BadDevRequest(room === undefined ? `no room "${String(roomId)}"` : '"text" must be a text');
  }
  return { messageId: host.postMessage(room, userNamed(store, String(username)), text) };
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
