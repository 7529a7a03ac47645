import type { AppHostPort } from '../ports';
import { hashLoginToken } from '../state/ids';
import type { WorkspaceStore } from '../store';
import { DdpError, ddpDate } from './ddp';
import { deviceOf } from './device';

/** How long a login lasts unless an admin changes it (`Accounts_LoginExpiration`). */
const LOGIN_LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

/** What a method knows of the connection it is called over. */
export interface MethodContext {
  readonly store: WorkspaceStore;
  readonly host: AppHostPort | undefined;
  /** Of the connection and, once somebody has logged in over it, of a session. */
  readonly sessionId: string;
  /** Who is logged in over it. */
  readonly userId: string | undefined;
  /** Header of the request that opened the connection. */
  readonly header: (name: string) => string | undefined;
  /** The connection is somebody else's from now on, or nobody's. */
  readonly setUser: (userId: string | undefined) => void;
}

type Method = (context: MethodContext, param: Readonly<Record<string, unknown>>) => unknown;

/** What a client may call, with the first argument: none of these takes more. */
export const METHODS: Readonly<Record<string, Method>> = { login, logout, slashCommand };

/**
 * Only by token: who has none gets one by `POST /api/v1/login`. It makes a session document, which a REST login does not
 * (`apps/meteor/server/hooks/sauMonitorHooks.ts`). A second login over one connection takes the first one's document;
 * a real server keeps both.
 *
 * @throws DdpError in the words of Meteor (`packages/accounts-base/accounts_server.js`)
 */
function login({ store, sessionId, header, setUser }: MethodContext, { resume }: Readonly<Record<string, unknown>>) {
  if (typeof resume !== 'string') {
    throw new DdpError(400, 'Unrecognized options for login request');
  }
  const user = store.users.byToken(resume)?.user;
  if (user === undefined) {
    throw new DdpError(403, "You've been logged out by the server. Please log in again.");
  }
  if (!user.active) {
    const details = { function: 'Accounts.validateLoginAttempt' };
    throw new DdpError('error-user-is-not-activated', 'User is not activated', details);
  }
  store.sessions.remove(sessionId);
  store.sessions.put({
    sessionId,
    userId: user._id,
    loginToken: hashLoginToken(resume),
    device: deviceOf(header('user-agent')),
    host: header('host') ?? '',
    // Measured: without a proxy in front of it a server knows no address.
    ip: header('x-real-ip') ?? header('x-forwarded-for')?.split(',')[0].trim() ?? null,
    loginAt: store.now(),
  });
  setUser(user._id);
  return { id: user._id, token: resume, tokenExpires: ddpDate(store.now() + LOGIN_LIFETIME_MS), type: 'resume' };
}

function logout({ store, sessionId, userId, setUser }: MethodContext): void {
  if (userId !== undefined) {
    store.logins.logOutSocket(sessionId);
  }
  setUser(undefined);
}

/**
 * What the box for messages of 6.5 calls: `{cmd, params, msg: {_id, rid, msg, tmid?}, triggerId}`
 * (`apps/meteor/app/utils/lib/slashCommand.ts`; later versions have it in `apps/meteor/app/utils/server/slashCommand.ts`,
 * with the same checks). Nobody asks whether the person may see the room, unlike in `commands.run`. A command that
 * fails is answered like one that succeeds. A room that does not exist is refused here; a real server hands the app none.
 */
async function slashCommand({ store, host, userId }: MethodContext, param: Readonly<Record<string, unknown>>) {
  const sender = store.users.get(userId ?? '');
  if (sender === undefined) {
    throw new DdpError('error-invalid-user', 'Invalid user', { method: 'slashCommand' });
  }
  const { cmd, params, triggerId } = param;
  if (typeof cmd !== 'string' || !host?.hasCommand(cmd)) {
    const details = { method: 'executeSlashCommandPreview' };
    throw new DdpError('error-invalid-command', 'Invalid Command Provided', details);
  }
  const { rid, tmid } = (param.msg ?? {}) as { rid?: unknown; tmid?: unknown };
  if (typeof rid !== 'string' || rid === '') {
    const reason = 'Executing a command requires at least a message with a room id.';
    throw new DdpError('invalid-command-usage', reason);
  }
  const room = store.rooms.get(rid);
  if (room === undefined) {
    throw new DdpError('error-invalid-room', 'Invalid room');
  }
  await host.runCommand({
    command: cmd,
    sender,
    room,
    params: typeof params === 'string' ? params : '',
    ...(typeof tmid === 'string' && tmid !== '' && { threadId: tmid }),
    ...(typeof triggerId === 'string' && triggerId !== '' && { triggerId }),
  });
}
