import type {
  Delivery,
  DeviceSession,
  LicenceState,
  LoginToken,
  ReceivedRequest,
  Role,
  Room,
  ServerVersion,
  WorkspaceUser,
} from './model';
import { Collection } from './state/collection';
import { FaultBook } from './state/faults';
import { Journal } from './state/journal';
import { OAuthStore } from './state/oauth';
import { RoleStore } from './state/roles';
import { SessionStore } from './state/sessions';
import { SettingStore } from './state/settings';
import { UserStore } from './state/users';

/** Who a request was made by, and with what. */
export interface Authentication {
  user: WorkspaceUser;
  /** The login token of an `X-User-Id`/`X-Auth-Token` pair; absent when a bearer token was used. */
  loginToken?: LoginToken;
  /** The OAuth2 access token, when one was used. */
  bearer?: string;
}

/** Header names in lower case, as Node gives them. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A permission that comes with the licence: without ever having had one, a workspace does not know it. */
const LICENSED_PERMISSION = 'logout-device-management';
/** How many of the last requests, deliveries and dropped deliveries are kept. */
const JOURNAL_LIMIT = 10_000;

/**
 * Everything the embedded workspace knows, in memory.
 * `snapshot` and `restore` cover all of it but the clock.
 */
export class WorkspaceStore {
  readonly users: UserStore;
  readonly roles = new RoleStore();
  readonly rooms = new Collection<Room>((room) => room._id);
  readonly sessions = new SessionStore();
  readonly settings = new SettingStore();
  readonly oauth: OAuthStore;
  readonly faults = new FaultBook();
  readonly requests = new Journal<ReceivedRequest>(JOURNAL_LIMIT);
  readonly deliveries = new Journal<Delivery>(JOURNAL_LIMIT);
  /** What a client would have ignored: its trigger was used up, too old, or the view was not open. */
  readonly dropped = new Journal<Delivery & { reason: string }>(JOURNAL_LIMIT);
  version: ServerVersion = '6.5';
  licence: LicenceState = 'valid';
  private booted?: WorkspaceSnapshot;
  private readonly restoreListeners: Array<() => void> = [];
  private readonly deliveryListeners: Array<(delivery: Delivery) => void> = [];

  /** @param now epoch milliseconds; handed in so that tests can move time. */
  constructor(readonly now: () => number = Date.now) {
    this.users = new UserStore(now);
    this.oauth = new OAuthStore(now);
  }

  /**
   * Who makes this request: the `X-User-Id`/`X-Auth-Token` pair, else (when the pair is absent) an OAuth2 access token
   * in `Authorization: Bearer`. The scheme is compared with case: 6.5 refuses `bearer`.
   */
  authenticate(headers: RequestHeaders): Authentication | undefined {
    const userId = headers['x-user-id'];
    const token = headers['x-auth-token'];
    if (typeof userId === 'string' && typeof token === 'string') {
      const found = this.users.byToken(token);
      return found !== undefined && found.user._id === userId && found.user.active ? found : undefined;
    }
    const { authorization } = headers;
    if (typeof authorization !== 'string' || !authorization.startsWith('Bearer ')) {
      return undefined;
    }
    const bearer = authorization.slice('Bearer '.length);
    const access = this.oauth.accessToken(bearer);
    if (access === undefined || access.expires <= this.now()) {
      return undefined;
    }
    const user = this.users.get(access.userId);
    return user?.active ? { user, bearer } : undefined;
  }

  hasPermission(user: WorkspaceUser, permission: string): boolean {
    if (permission === LICENSED_PERMISSION && this.licence === 'never') {
      return false;
    }
    return user.roles.some((roleId) => this.roles.grants(roleId, permission));
  }

  findRole(idOrName: string): Role | undefined {
    return this.roles.byIdOrName(idOrName);
  }

  /** Everybody may enter a public channel; anything else only its members. */
  canAccessRoom(user: WorkspaceUser, room: Room): boolean {
    return room.type === 'c' || room.memberIds.includes(user._id);
  }

  /**
   * Ends a session with every other one of the same login token (the tabs of one browser), and the token itself, so
   * that its next call gets a 401. An ended session is ended again: its `logoutBy` and `logoutAt` are overwritten.
   */
  endSession(session: DeviceSession, by: string, at: number = this.now()): void {
    this.users.removeToken(session.userId, session.loginToken);
    for (const each of this.sessions.byToken(session.loginToken)) {
      each.logoutAt = at;
      each.logoutBy = by;
    }
  }

  /**
   * Ends every login of a user. Only the tokens go: the documents of the sessions stay as they are, because that is all
   * `users.logout` does on a real workspace (`apps/meteor/app/api/server/v1/users.ts`).
   */
  endAllLogins(user: WorkspaceUser): void {
    for (const { hashedToken } of [...user.loginTokens]) {
      this.users.removeToken(user._id, hashedToken);
    }
  }

  /** Sends something to a person's client, where `GET /_dev/messages/:username` shows it. */
  deliver(userId: string, kind: Delivery['kind'], detail: Record<string, unknown>): Delivery {
    const delivery: Delivery = { ...detail, at: new Date(this.now()).toISOString(), userId, kind };
    this.deliveries.add(delivery);
    this.deliveryListeners.forEach((listener) => listener(delivery));
    return delivery;
  }

  /** Records what a client would have ignored, where `GET /_dev/dropped` shows it. */
  drop(userId: string, kind: Delivery['kind'], reason: string, detail: Record<string, unknown>): void {
    this.dropped.add({ ...detail, at: new Date(this.now()).toISOString(), userId, kind, reason });
  }

  /** Remembers the state to which `reset` goes back: called once everything is installed. */
  markBooted(): void {
    this.booted = this.snapshot();
  }

  get isBooted(): boolean {
    return this.booted !== undefined;
  }

  /** Back to what was right after boot. */
  reset(): void {
    if (this.booted === undefined) {
      throw new Error('reset before markBooted');
    }
    this.restore(this.booted);
  }

  /** Calls back after every `restore`: for what keeps state derived from the store. */
  onRestore(listener: () => void): void {
    this.restoreListeners.push(listener);
  }

  /** Calls back with everything that is sent to a person's client, when it is sent. */
  onDelivery(listener: (delivery: Delivery) => void): void {
    this.deliveryListeners.push(listener);
  }

  /** A deep copy of everything but what has been received and delivered. */
  snapshot() {
    return {
      users: this.users.snapshot(),
      roles: this.roles.snapshot(),
      rooms: this.rooms.snapshot(),
      sessions: this.sessions.snapshot(),
      settings: this.settings.all(),
      oauth: this.oauth.snapshot(),
      version: this.version,
      licence: this.licence,
    };
  }

  /** Brings back a snapshot; faults are disarmed, and what was received and delivered since is forgotten. */
  restore(snapshot: WorkspaceSnapshot): void {
    this.users.restore(snapshot.users);
    this.roles.restore(snapshot.roles);
    this.rooms.restore(snapshot.rooms);
    this.sessions.restore(snapshot.sessions);
    this.settings.restore(snapshot.settings);
    this.oauth.restore(snapshot.oauth);
    this.version = snapshot.version;
    this.licence = snapshot.licence;
    this.faults.clear();
    this.requests.clear();
    this.deliveries.clear();
    this.dropped.clear();
    this.restoreListeners.forEach((listener) => listener());
  }
}

export type WorkspaceSnapshot = ReturnType<WorkspaceStore['snapshot']>;
