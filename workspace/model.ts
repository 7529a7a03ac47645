/**
 * What the embedded development workspace knows: plain data, kept in memory by `WorkspaceStore`.
 * Field names are those of a real workspace's documents where it has them.
 */

/** Which real server the workspace answers like: the shapes and the order of checks of 6.5, or of late versions. */
export type ServerVersion = '6.5' | 'late';

export type TwoFactorMethod = 'totp' | 'email' | 'password';

export interface LoginToken {
  /** SHA-256 of the token, base64, as a real workspace stores it. */
  hashedToken: string;
  /** A personal access token has a name; a login has none. */
  type?: 'personalAccessToken';
  name?: string;
  bypassTwoFactor?: boolean;
  /** The last confirmation with a second factor, remembered for one token + User-Agent + address. */
  twoFactorAuthorizedUntil?: number;
  twoFactorAuthorizedHash?: string;
}

export interface WorkspaceUser {
  _id: string;
  username: string;
  name: string;
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
  /** SHA-256 hex of the TOTP backup codes that were not used yet. */
  totpBackupCodes?: string[];
  email2fa: boolean;
  /** The code that was mailed last and is not used up; a real workspace keeps a hash of it. */
  emailCode?: { code: string; expires: number; failures: number };
  loginTokens: LoginToken[];
}

export interface Role {
  _id: string;
  name: string;
  description: string;
  /** Ids of the permissions the role has. */
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

export interface DeviceSession {
  sessionId: string;
  userId: string;
  /** Hash of the login token that dies with the session. */
  loginToken: string;
  device: {
    type: string;
    name: string;
    longVersion: string;
    version: string;
    os: { name: string; version: string };
  };
  host: string;
  ip: string | null;
  loginAt: number;
  logoutAt?: number;
  logoutBy?: string;
}

/** One `/api/v1` request as the workspace received it, without its secrets. */
export interface ReceivedRequest {
  /** ISO time. */
  at: string;
  method: string;
  path: string;
  /** 0: not answered (yet). */
  status: number;
  /** Whose credential the request carried, if it was a live one. */
  userId?: string;
  userAgent?: string;
  /** Whether the request carried an `x-2fa-code` header. */
  twoFactorCode: boolean;
  body: unknown;
}

/**
 * The licence module `device-management`: bought, run out, or never had. A workspace that never had it does not even
 * know the permission `logout-device-management`.
 */
export type LicenceState = 'valid' | 'gone' | 'never';

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

/** What a person's client was sent: an ephemeral message, a modal, or a change of one. */
export interface Delivery {
  /** ISO time. */
  at: string;
  userId: string;
  kind: 'message' | 'modal';
  [detail: string]: unknown;
}
