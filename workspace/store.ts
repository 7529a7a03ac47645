import type {
  Delivery,
  LoginToken,
  ReceivedRequest,
  Role,
  Room,
  ServerVersion,
  SocketEvent,
  WorkspaceUser,
} from './model';
import { Collection } from './state/collection';
import { FaultBook } from './state/faults';
import { Journal } from './state/journal';
import { knowsPermission, type Licence } from './state/licence';
import { Logins } from './state/logins';
import { OAuthStore } from './state/oauth';
import { RoleStore } from './state/roles';
import { SessionStore } from './state/sessions';
import { SettingStore } from './state/settings';
import { UserStore } from './state/users';

/** Who made a request, and with which credential. */
export interface Authentication {
  user: WorkspaceUser;
  /** The login token of an `X-User-Id`/`X-Auth-Token` pair; absent for a bearer token. */
  loginToken?: LoginToken;
  /** The OAuth2 access token, when one was used. */
  bearer?: string;
}

/** Header names in lower case, as Node gives them. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** How many entries each journal keeps. */
const JOURNAL_LIMIT = 10_000;

/** Everything the embedded workspace knows, in memory. `snapshot` and `restore` cover all of it except the clock. */
export class WorkspaceStore {
  readonly users: UserStore;
  readonly roles = new RoleStore();
  readonly rooms = new Collection<Room>((room) => room._id);
  readonly sessions = new SessionStore();
  readonly logins: Logins;
  readonly settings = new SettingStore();
  readonly oauth: OAuthStore;
  readonly faults = new FaultBook();
  readonly requests = new Journal<ReceivedRequest>(JOURNAL_LIMIT);
  readonly deliveries = new Journal<Delivery>(JOURNAL_LIMIT);
  /** What a client would have ignored, because the trigger was used or too old, or the view was not open. */
  readonly dropped = new Journal<Delivery & { reason: string }>(JOURNAL_LIMIT);
  /** What sockets were told. */
  readonly sockets = new Journal<SocketEvent>(JOURNAL_LIMIT);
  version: ServerVersion = '6.5';
  /** What `GET /api/info` says, as `6.11.0`; undefined for the one that `version` stands for. */
  release?: string;
  licence: Licence = true;
  /** Whether the licence has room for another private app. */
  privateApps = true;
  private booted?: WorkspaceSnapshot;
  private readonly restoreListeners: Array<() => void> = [];
  private readonly deliveryListeners: Array<(delivery: Delivery) => void> = [];

  /** @param now epoch milliseconds; passed in so that tests can move time */
  constructor(readonly now: () => number = Date.now) {
    this.users = new UserStore(now);
    this.oauth = new OAuthStore(now);
    this.logins = new Logins(this.users, this.sessions, this.sockets, now);
  }

  /**
   * Who makes this request: by the `X-User-Id`/`X-Auth-Token` pair or, when the pair is absent, by an OAuth2 access
   * token in `Authorization: Bearer` (exactly so: 6.5 refuses `bearer`). An access token outlives the deactivation of
   * its user, though not the deletion (`apps/meteor/app/oauth2-server-config/server/oauth/oauth2-server.ts`).
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
    return user && { user, bearer };
  }

  hasPermission(user: WorkspaceUser, permission: string): boolean {
    const granted = user.roles.some((roleId) => this.roles.grants(roleId, permission));
    return granted && knowsPermission(this.licence, permission);
  }

  permissionsOf(user: WorkspaceUser): string[] {
    const named = user.roles.flatMap((roleId) => this.roles.get(roleId)?.permissions ?? []);
    return [...new Set(named)].filter((permission) => this.hasPermission(user, permission));
  }

  findRole(idOrName: string): Role | undefined {
    return this.roles.byIdOrName(idOrName);
  }

  /** Everyone may enter a public channel; other rooms admit only their members. */
  canAccessRoom(user: WorkspaceUser, room: Room): boolean {
    return room.type === 'c' || room.memberIds.includes(user._id);
  }

  /** Sends something to a user's client, where `GET /_dev/messages/:username` shows it. */
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

  /** Remembers the state that `reset` goes back to. To be called once everything is installed. */
  markBooted(): void {
    this.booted = this.snapshot();
  }

  get isBooted(): boolean {
    return this.booted !== undefined;
  }

  /** Goes back to the state right after boot. */
  reset(): void {
    if (this.booted === undefined) {
      throw new Error('reset before markBooted');
    }
    this.restore(this.booted);
  }

  /** Calls the listener after every `restore`, so that it can drop state derived from the store. */
  onRestore(listener: () => void): void {
    this.restoreListeners.push(listener);
  }

  /** Calls back with everything that is sent to a person's client, when it is sent. */
  onDelivery(listener: (delivery: Delivery) => void): void {
    this.deliveryListeners.push(listener);
  }

  /** A deep copy of everything except the journals and the armed faults. */
  snapshot() {
    return {
      users: this.users.snapshot(),
      roles: this.roles.snapshot(),
      rooms: this.rooms.snapshot(),
      sessions: this.sessions.snapshot(),
      settings: this.settings.all(),
      oauth: this.oauth.snapshot(),
      version: this.version,
      release: this.release,
      licence: this.licence,
      privateApps: this.privateApps,
    };
  }

  /** Brings a snapshot back, disarms all faults and empties the journals. */
  restore(snapshot: WorkspaceSnapshot): void {
    this.users.restore(snapshot.users);
    this.roles.restore(snapshot.roles);
    this.rooms.restore(snapshot.rooms);
    this.sessions.restore(snapshot.sessions);
    this.settings.restore(snapshot.settings);
    this.oauth.restore(snapshot.oauth);
    this.version = snapshot.version;
    this.release = snapshot.release;
    this.licence = snapshot.licence;
    this.privateApps = snapshot.privateApps;
    this.faults.clear();
    this.requests.clear();
    this.deliveries.clear();
    this.dropped.clear();
    this.sockets.clear();
    this.restoreListeners.forEach((listener) => listener());
  }
}

export type WorkspaceSnapshot = ReturnType<WorkspaceStore['snapshot']>;
