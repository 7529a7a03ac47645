/**
 * What the embedded development workspace knows: plain data, kept in memory by `WorkspaceStore`.
 * Field names are those of a real workspace's documents where it has them.
 */

/**
 * Which server the workspace behaves like: 6.5, or a late version with its own shapes and order of checks. `7.0` is a
 * late version that still asks for the licence last, as 6.5 does, and refuses without one in a shape of its own.
 */
export type ServerVersion = '6.5' | '7.0' | 'late';

export type TwoFactorMethod = 'totp' | 'email' | 'password';

export interface LoginToken {
  /** SHA-256 of the token, base64, as a real workspace stores it. */
  hashedToken: string;
  /** A personal access token has a name; a login has none. */
  type?: 'personalAccessToken';
  name?: string;
  bypassTwoFactor?: boolean;
  /** The last confirmation with a second factor, remembered for this token, one User-Agent and one address. */
  twoFactorAuthorizedUntil?: number;
  twoFactorAuthorizedHash?: string;
}

export interface WorkspaceUser {
  _id: string;
  username: string;
  /** The display name; a user may have none. */
  name?: string;
  nickname?: string;
  avatarETag?: string;
  avatarOrigin?: string;
  type: 'user' | 'app';
  active: boolean;
  createdAt: number;
  roles: string[];
  emails: Array<{ address: string; verified: boolean }>;
  /** IETF language tag of the interface, such as `pt-BR`; absent: the workspace's default. */
  language?: string;
  /** bcrypt of the SHA-256 hex digest of the password, as a real workspace stores it; absent: no local password. */
  passwordHash?: string;
  /** Base32, as authenticator apps take it; absent: no TOTP. */
  totpSecret?: string;
  /** SHA-256 hex of the TOTP backup codes that are still unused. */
  totpBackupCodes?: string[];
  email2fa: boolean;
  /** The code that was mailed last, until it is used; a real workspace keeps a hash of it. */
  emailCode?: { code: string; expires: number; failures: number };
  loginTokens: LoginToken[];
}

export interface Role {
  _id: string;
  name: string;
  description: string;
  /** IDs of the role's permissions. */
  permissions: string[];
}

export interface Room {
  _id: string;
  name: string;
  type: 'c' | 'p' | 'd';
  memberIds: string[];
  archived?: boolean;
  readOnly?: boolean;
}

export interface Device {
  type: string;
  name: string;
  longVersion: string;
  version: string;
  os: { name: string; version: string };
}

/** The document of one socket, such as a browser tab. The tabs of one browser share a login token. */
export interface DeviceSession {
  sessionId: string;
  userId: string;
  /** Hash of the login token that ends with the session; empty for a login by password that has not resumed yet. */
  loginToken: string;
  /** Null when the client sent no User-Agent. */
  device: Device | null;
  host: string;
  /** Null when the server does not know it. */
  ip: string | null;
  loginAt: number;
  /** When the socket closed. The document stays listed: a closed tab may come back. */
  closedAt?: number;
  /** Set by `sessions/logout`, and by nothing else here: the document is no longer listed. */
  logoutAt?: number;
  logoutBy?: string;
}

/** What a user's sockets were told: to log out, or that they are closed. */
export interface SocketEvent {
  /** ISO time. */
  at: string;
  userId: string;
  kind: 'force_logout' | 'closed';
  /** Whose socket closed; `force_logout` goes to all of a user's sockets. */
  sessionId?: string;
  /** The close code of the websocket. */
  code?: number;
}

/** One `/api/v1` request as the workspace received it, without its secrets. */
export interface ReceivedRequest {
  /** ISO time. */
  at: string;
  method: string;
  path: string;
  /** 0: not answered, or not yet. */
  status: number;
  /** Whose credential the request carried, if it was valid. */
  userId?: string;
  userAgent?: string;
  /** Whether the request carried an `x-2fa-code` header. */
  twoFactorCode: boolean;
  body: unknown;
}

/** A registered OAuth2 client. */
export interface OAuthApp {
  _id: string;
  name: string;
  active: boolean;
  clientId: string;
  clientSecret: string;
  /** One address, or several separated by commas. */
  redirectUri: string;
  createdBy: { _id: string; username: string };
  createdAt: number;
  updatedAt: number;
  /** The Apps-Engine app that registered it, if one did. */
  appId?: string;
}

export interface OAuthAuthCode {
  authCode: string;
  clientId: string;
  userId: string;
  redirectUri: string;
  /** Epoch milliseconds. */
  expires: number;
}

export interface OAuthAccessToken {
  accessToken: string;
  clientId: string;
  userId: string;
  /** Epoch milliseconds. */
  expires: number;
  refreshToken?: string;
  /** Epoch milliseconds. */
  refreshTokenExpires?: number;
}

/** What a user's client was sent: an ephemeral message, a modal, or a change to one. */
export interface Delivery {
  /** ISO time. */
  at: string;
  userId: string;
  kind: 'message' | 'modal';
  [detail: string]: unknown;
}
