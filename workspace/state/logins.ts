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
    for (const document of this.sessions.byToken(loginToken)) {
      document.logoutAt = this.now();
      document.logoutBy = by;
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

  private closeSockets(hashedToken: string): void {
    for (const document of this.sessions.byToken(hashedToken)) {
      if (document.closedAt === undefined) {
        document.closedAt = this.now();
        const { userId, sessionId } = document;
        this.record({ userId, kind: 'closed', sessionId, code: NORMAL_CLOSURE });
      }
    }
  }

  private record(event: Omit<SocketEvent, 'at'>): void {
    this.sockets.add({ at: new Date(this.now()).toISOString(), ...event });
  }
}
