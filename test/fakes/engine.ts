import { IHttp, IHttpRequest, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { callerOf } from '../../adapters/caller';
import { EngineCall } from '../../adapters/engineCall';
import { chatPorts } from '../../adapters/ports';
import { settings } from '../../adapters/settings';
import { dayOf } from '../../core/audit/auditEntry';
import { keepPending, newPending, PendingSession } from '../../core/chat/pendingLogout';
import { connectionOf } from '../../core/connection/connection';
import { Modal } from '../../views/modals';
import { MemoryPersistence } from './persistence';

export const SITE = 'http://workspace.test';

const userOf = (id: string, username: string): IUser =>
  ({ id, username, roles: ['admin'], isEnabled: true, utcOffset: 0, settings: {} }) as unknown as IUser;
export const admin = userOf('u1', 'admin');
export const pat = userOf('u2', 'pat');
const roomOf = (id: string): IRoom => ({ id }) as IRoom;
export const ROOM = roomOf('GENERAL');
/** A room that a client claims to be in. */
export const CLAIMED = roomOf('claimed-by-the-client');

/** What a workspace answers, or undefined for none. */
type Answer = (method: string, url: string, request: IHttpRequest) => { status: number; body: unknown } | undefined;

/** What the engine hands to one call into the app, and what the app did with it. */
export function engineWorld(changedSettings: Record<string, unknown> = {}) {
  const persistence = new MemoryPersistence();
  const users = new Map([admin, pat].map((user) => [user.id, user]));
  const rooms = new Map([ROOM, CLAIMED].map((room) => [room.id, room]));
  const said: Array<{
    user: string;
    room: string;
    text: string;
    buttons: string[];
    /** What the buttons name. */
    values: string[];
    threadId?: string;
  }> = [];
  const opened: Array<{ view: Modal; triggerId: string; user: string }> = [];
  /** What the workspace was asked but for its version, its licence and whose session it is. */
  const sent: Array<{ method: string; url: string; request: IHttpRequest }> = [];
  /** Look-ups of whose session it is; the workspace knows none. */
  const lookedUp: string[] = [];
  const lines: string[] = [];
  const oauthApps: Array<Record<string, unknown>> = [];
  const workspace = {
    answer: (() => undefined) as Answer,
    notify: (): void => undefined,
    /** What `GET /api/info` tells everybody; undefined for no answer. */
    version: '8.0.0' as string | undefined,
    /** How often that was asked for. */
    versionAsked: 0,
  };

  const stored = (id: string): unknown =>
    id in changedSettings ? changedSettings[id] : settings.find((each) => each.id === id)?.packageValue;
  const serverSettings: Record<string, unknown> = { Site_Url: SITE, Language: 'en' };
  const read = {
    getPersistenceReader: () => persistence,
    getEnvironmentReader: () => ({
      getSettings: () => ({ getValueById: async (id: string) => stored(id) }),
      getServerSettings: () => ({ getValueById: async (id: string) => serverSettings[id] }),
    }),
    getRoleReader: () => ({ getOneByIdOrName: async () => undefined }),
    getUserReader: () => ({
      getById: async (id: string) => users.get(id),
      getByUsername: async (name: string) => Array.from(users.values()).find(({ username }) => username === name),
    }),
    getRoomReader: () => ({ getById: async (id: string) => rooms.get(id) }),
    getOAuthAppsReader: () => ({ getOAuthAppByName: async () => oauthApps }),
  } as unknown as IRead;
  const modify = {
    getNotifier: () => ({
      getMessageBuilder: messageBuilder,
      notifyUser: async (user: IUser, { room, text = '', blocks, threadId }: IMessage) => {
        workspace.notify();
        const all = JSON.stringify(blocks ?? []);
        const buttons = Array.from(all.matchAll(/"actionId":"([^"]+)"/g), ([, id]) => id);
        const values = Array.from(all.matchAll(/"value":"([^"]+)"/g), ([, value]) => value);
        said.push({ user: user.id, room: room.id, text, buttons, values, threadId });
      },
    }),
    getScheduler: () => ({ scheduleOnce: async () => 'job-1' }),
    getUiController: () => ({
      openSurfaceView: async (view: Modal, { triggerId }: { triggerId: string }, user: IUser) =>
        void opened.push({ view, triggerId, user: user.id }),
    }),
    getOAuthAppsModifier: () => ({
      createOAuthApp: async (fields: object) => {
        oauthApps.push({ _id: 'oauth-1', clientId: 'client', clientSecret: 'client-secret', ...fields });
        return 'oauth-1';
      },
    }),
  } as unknown as IModify;
  const ask = (method: string) => async (url: string, request: IHttpRequest) => {
    if (url === `${SITE}/api/info`) {
      workspace.versionAsked++;
      return workspace.version && { statusCode: 200, data: { version: workspace.version, success: true } };
    }
    if (url.startsWith(`${SITE}/api/v1/sessions/info.admin`)) {
      lookedUp.push(url);
      return { statusCode: 404, data: { success: false, error: 'Session not found' } };
    }
    if (url === `${SITE}/api/v1/licenses.info`) {
      return { statusCode: 200, data: { license: { activeModules: ['device-management'] }, success: true } };
    }
    sent.push({ method, url, request });
    const answered = workspace.answer(method, url, request);
    return answered && { statusCode: answered.status, data: answered.body };
  };
  const http = { post: ask('post'), get: ask('get') } as unknown as IHttp;
  const logger = { entries: [], info: (line: string) => void lines.push(line) };
  const app = { getID: () => 'the-app', getLogger: () => logger } as unknown as IApp;
  const call = { app, logger, read, modify, http, persistence, startedAt: Date.now() } as unknown as EngineCall;
  const ports = chatPorts(call);

  return {
    call,
    ports,
    app,
    read,
    modify,
    http,
    persistence,
    users,
    rooms,
    said,
    opened,
    sent,
    lookedUp,
    lines,
    /** The app's settings that are not as in its package; may be changed while a call is under way. */
    settings: changedSettings,
    workspace,
    /** Everything that was recorded since the call began; midnight may have come in between. */
    recorded: async () => {
      const days = new Set([call.startedAt, Date.now()].map(dayOf));
      return (await Promise.all(Array.from(days, (day) => ports.audit.entriesOf(day)))).flat();
    },
    /**
     * Keeps a logout that waits for its next step.
     *
     * @returns the ID under which it waits
     */
    keep: async (user = admin, change: Partial<PendingSession> = {}): Promise<string> => {
      const begun = newPending({ ...waitingLogout, ...change }, callerOf(user), ports);
      return (await keepPending(begun, true, ports)).id;
    },
    /** Connects a person, as after a consent. */
    connect: async (user = admin): Promise<void> => {
      const now = Date.now();
      const grant = { accessToken: 'access-1', refreshToken: 'refresh-1', lifetimeMs: 3_600_000 };
      const consent = { connectedAt: now, expiresAt: now + 3_600_000 };
      await ports.oauthClients.current(SITE);
      await ports.connections.save(connectionOf(user.id, grant, consent, ports), []);
    },
    /** Everything that anybody could have seen of what happened. */
    seen: () => JSON.stringify([said, opened, lines, persistence.dump()]),
  };
}

const waitingLogout: PendingSession = {
  sessionId: 'aLiveSession',
  reason: 'stolen laptop',
  roomId: ROOM.id,
  threadId: 'thread-1',
  correlationId: 'request-1',
};

function messageBuilder() {
  const message: Record<string, unknown> = {};
  const builder = {
    setRoom: (room: IRoom) => set('room', room),
    setText: (text: string) => set('text', text),
    setParseUrls: (parse: boolean) => set('parseUrls', parse),
    setBlocks: (blocks: unknown) => set('blocks', blocks),
    setThreadId: (id: string) => set('threadId', id),
    getMessage: () => message,
  };
  const set = (name: string, value: unknown): typeof builder => {
    message[name] = value;
    return builder;
  };
  return builder;
}
