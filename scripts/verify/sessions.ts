import { setTimeout as pause } from 'timers/promises';
import type { Asking } from '../remote/asking';
import type { RemoteLogin, Who } from '../remote/login';
import type { Remote, RemoteOptions } from '../remote/rest';
import { openSocket, type WorkspaceSocket } from '../remote/socket';
import { logOutBy } from './logOutBy';
import { CouldNotTry, NoLicence } from './outcomes';
import { logInPatiently } from './patience';
import type { Secrets } from './secrets';
import type { Targets, TargetSession } from './targets';
import { TEXTS } from './texts';
import type { UndoStack } from './undo';

/** How a workspace names the device of a session is told by this (apps/meteor/app/statistics/server/lib/UAParserCustom.js). */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';
const LISTED_WITHIN_MS = 5_000;
const LOOK_AGAIN_MS = 200;
const CLOSED_WITHIN_MS = 5_000;
/** How long to wait for a socket that is meant to stay open. */
const STAYS_OPEN_MS = 300;

/** A session of the test person, as their web client would have it: a login, and a socket that resumed it. */
export class TestSession {
  private open = true;

  constructor(
    readonly sessionId: TargetSession,
    /** Its login. */
    readonly login: Pick<RemoteLogin, 'remote' | 'userId' | 'authToken'>,
    private readonly socket: WorkspaceSocket,
  ) {
    void socket.closed.then(() => (this.open = false));
  }

  /** Whether its socket has not been closed so far. */
  get isOpen(): boolean {
    return this.open;
  }

  /** The code with which the socket is closed, or undefined when it is still open after five seconds. */
  async closes(): Promise<number | undefined> {
    return Promise.race([this.socket.closed, pause(CLOSED_WITHIN_MS, undefined, { ref: false })]);
  }

  /** Whether its socket is open, and its token works. */
  async isAlive(): Promise<boolean> {
    const closed = await Promise.race([this.socket.closed, pause(STAYS_OPEN_MS, undefined)]);
    return closed === undefined && (await isLoggedIn(this.login.remote));
  }

  async hasDeadToken(): Promise<boolean> {
    return !(await isLoggedIn(this.login.remote));
  }
}

export interface SessionMaker {
  /** Who logs in, and where. */
  readonly url: string;
  readonly who: Who;
  readonly asking: Asking;
  readonly remoteOptions: RemoteOptions;
  readonly targets: Targets;
  readonly undo: UndoStack;
  readonly secrets: Secrets;
}

/**
 * Makes a session of the test person: a login, and a websocket that resumes it, which is what gives a login its session.
 *
 * @throws CouldNotTry when the workspace has no licence, or does not list it; RemoteError, SocketError
 */
export async function makeSession(maker: SessionMaker, known: ReadonlySet<string>): Promise<TestSession> {
  const { url, who, asking, remoteOptions, targets, undo, secrets } = maker;
  const login = await logInPatiently(url, who, asking, remoteOptions);
  undo.add(TEXTS.madeLogin(login.username), () => login.end());
  secrets.add(TEXTS.secretToken, login.authToken);
  const socket = await openSocket(login.remote.url, { headers: { 'User-Agent': BROWSER } });
  undo.add(TEXTS.madeSocket, () => logOutBy(socket));
  await socket.logIn(login.authToken);
  const deadline = Date.now() + LISTED_WITHIN_MS;
  for (;;) {
    const rows = await ownSessions(login.remote);
    const fresh = rows.find(({ sessionId }) => !known.has(sessionId));
    if (fresh !== undefined) {
      return new TestSession(targets.own(fresh), login, socket);
    }
    if (Date.now() > deadline) {
      throw new CouldNotTry(TEXTS.notListed);
    }
    await pause(LOOK_AGAIN_MS);
  }
}

export interface Row {
  readonly sessionId: string;
  readonly userId: string;
}

/**
 * The sessions of whoever is logged in, newest first. Asks for no code, but needs the licence
 * (apps/meteor/ee/server/api/sessions.ts).
 */
export async function ownSessions(remote: Remote): Promise<Row[]> {
  const answer = await remote.get('/api/v1/sessions/list?count=100');
  const { sessions } = (answer.body ?? {}) as { sessions?: Row[] };
  if (answer.status === 429) {
    throw new CouldNotTry(TEXTS.rateLimited);
  }
  if (answer.status !== 200 || sessions === undefined) {
    throw new NoLicence();
  }
  return sessions;
}

/** One who is told to slow down is logged in: the workspace looks at that first. */
export async function isLoggedIn(remote: Remote): Promise<boolean> {
  return (await remote.get('/api/v1/me')).status !== 401;
}
