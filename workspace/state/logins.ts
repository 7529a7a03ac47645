import type { DeviceSession, SocketEvent, WorkspaceUser } from '../model';
import type { Journal } from './journal';
import type { SessionStore } from './sessions';
import type { UserStore } from './users';

/** The close code of a websocket that the server ends normally (RFC 6455, section 7.4.1). */
const NORMAL_CLOSURE = 1000;

/**
 * Ends logins in each of the ways a workspace has: what it does to tokens, to session documents and to sockets differs
 * from way to way. OAuth2 tokens survive all of them except the deletion of their user.
 */
export class Logins {
  private readonly listeners: Array<(event: SocketEvent) => void> = [];

  constructor(
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly sockets: Journal<SocketEvent>,
    private readonly now: () => number,
  ) {}

  /**
   * `sessions/logout`: tells the user's clients to log out, removes the login token (also when it is a personal access
   * token), closes its sockets and marks all its documents. Those that were ended before are marked again, so that
   * their `logoutBy` and `logoutAt` are overwritten (`apps/meteor/ee/server/api/sessions.ts`).
   */
  endSession({ userId, loginToken }: DeviceSession, by: string): void {
    this.record({ userId, kind: 'force_logout' });
    this.endToken(userId, loginToken);
    this.mark(loginToken, by);
  }

  /**
   * The method `logout`, called over a socket: removes the login token, closes its other sockets and marks all its
   * documents. The socket itself stays open, with nobody logged in (Meteor `packages/accounts-base/accounts_server.js`;
   * `apps/meteor/app/statistics/server/lib/SAUMonitor.ts`).
   */
  logOutSocket(sessionId: string): void {
    const document = this.sessions.get(sessionId);
    if (document !== undefined) {
      const { userId, loginToken } = document;
      this.users.removeToken(userId, loginToken);
      this.closeSockets(loginToken, sessionId);
      this.mark(loginToken, userId);
    }
  }

  /** `POST /api/v1/logout` removes one login token and closes its sockets. The documents stay listed. */
  endToken(userId: string, hashedToken: string): void {
    this.users.removeToken(userId, hashedToken);
    this.closeSockets(hashedToken);
  }

  /**
   * `users.logout` removes all login tokens, personal access tokens included, and closes their sockets. The documents
   * stay listed (`apps/meteor/app/api/server/v1/users.ts`).
   */
  endAll(user: WorkspaceUser): void {
    for (const { hashedToken } of [...user.loginTokens]) {
      this.endToken(user._id, hashedToken);
    }
  }

  /**
   * `users.setActiveStatus`: deactivating also ends all logins
   * (`apps/meteor/app/lib/server/functions/setUserActiveStatus.ts`).
   */
  setActive(user: WorkspaceUser, active: boolean): void {
    user.active = active;
    if (!active) {
      this.endAll(user);
    }
  }

  /** `users.delete`: the tokens go with the user. The documents stay listed, and the open sockets stay open. */
  deleteUser(user: WorkspaceUser): void {
    this.users.remove(user._id);
  }

  /** The client goes away: a browser is shut, a phone loses its network. The login token stays valid. */
  closeSocket(sessionId: string): void {
    const document = this.sessions.get(sessionId);
    if (document !== undefined) {
      document.closedAt ??= this.now();
    }
  }

  /** Calls back with everything that sockets are told, when they are told. */
  onSocketEvent(listener: (event: SocketEvent) => void): void {
    this.listeners.push(listener);
  }

  private closeSockets(hashedToken: string, except?: string): void {
    for (const document of this.sessions.byToken(hashedToken)) {
      if (document.closedAt === undefined && document.sessionId !== except) {
        document.closedAt = this.now();
        const { userId, sessionId } = document;
        this.record({ userId, kind: 'closed', sessionId, code: NORMAL_CLOSURE });
      }
    }
  }

  private mark(hashedToken: string, by: string): void {
    for (const document of this.sessions.byToken(hashedToken)) {
      document.logoutAt = this.now();
      document.logoutBy = by;
    }
  }

  private record(told: Omit<SocketEvent, 'at'>): void {
    const event = { at: new Date(this.now()).toISOString(), ...told };
    this.sockets.add(event);
    this.listeners.forEach((listener) => listener(event));
  }
}
