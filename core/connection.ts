import { AppError } from './errors';
import { Clock, Credential, LogoutSettings } from './ports';

/** The OAuth2 token that a person granted to the app, by which it acts for them in chat. */
export interface Connection {
  /** Fresh with every token, so that it can be told whether another server refreshed it meanwhile. */
  readonly id: string;
  readonly userId: string;
  /** When the person gave their consent, milliseconds since the epoch. */
  readonly connectedAt: number;
  readonly accessToken: string;
  /** When the workspace ends the access token, milliseconds since the epoch. */
  readonly accessExpiresAt: number;
  /** Kept only when the connection is to outlive its access token. */
  readonly refreshToken?: string;
  /** When the app forgets the connection, whatever the workspace thinks, milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface ConnectionStore {
  /** The person's newest connection that can be opened. */
  find(userId: string): Promise<Connection | undefined>;
  /** Stores a connection in the place of all others of that person. */
  save(connection: Connection): Promise<void>;
  /** Deletes the person's connections. */
  remove(userId: string): Promise<void>;
}

export interface TokenGrant {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** How long the access token lives, milliseconds. */
  readonly lifetimeMs: number;
}

export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export interface OAuthClients {
  /**
   * The app's own client at the workspace, made again if it was deleted and set right if the site URL changed.
   *
   * @throws AppError `error-oauth-client-disabled` when an admin switched it off
   */
  current(siteUrl: string): Promise<OAuthClient>;
}

export interface OAuthServer {
  /**
   * Exchanges a code for tokens (RFC 6749, section 4.1.3), once.
   *
   * @throws AppError `error-connect-failed` when the workspace says no;
   *   `error-workspace-unreachable`, `error-workspace-timeout` when it says nothing
   */
  exchange(code: string, client: OAuthClient, settings: LogoutSettings): Promise<TokenGrant>;
  /** Exchanges a refresh token, which uses it up (RFC 6749, section 6). Throws as `exchange` does. */
  refresh(refreshToken: string, client: OAuthClient, settings: LogoutSettings): Promise<TokenGrant>;
  /** The id of the user whom an access token belongs to. Throws as `exchange` does. */
  ownerOf(accessToken: string, settings: LogoutSettings): Promise<string>;
}

export interface ConnectionPorts {
  readonly connections: ConnectionStore;
  readonly oauthClients: OAuthClients;
  readonly oauthServer: OAuthServer;
  readonly clock: Clock & { sleep(milliseconds: number): Promise<void> };
  readonly random: { id(): string };
}

/** An access token this close to its end is not used any more: the call it is for takes time. */
const MARGIN_MS = 30_000;
/** A connection of one hour shall not keep a refresh token because the workspace's access tokens live 3599 s. */
const WORTH_REFRESHING_MS = 60_000;
const REFRESH_CHECKS = 8;
const REFRESH_CHECK_MS = 250;

/**
 * Makes what the workspace granted into a connection that ends when the admin's setting says.
 *
 * @param consent when it was given, and until when it is good, milliseconds since the epoch
 */
export function connectionOf(
  userId: string,
  grant: TokenGrant,
  { connectedAt, expiresAt }: Pick<Connection, 'connectedAt' | 'expiresAt'>,
  { clock, random }: Pick<ConnectionPorts, 'clock' | 'random'>,
): Connection {
  const accessExpiresAt = clock.now() + grant.lifetimeMs;
  return {
    id: random.id(),
    userId,
    connectedAt,
    accessToken: grant.accessToken,
    accessExpiresAt,
    expiresAt,
    refreshToken: expiresAt - accessExpiresAt > WORTH_REFRESHING_MS ? grant.refreshToken : undefined,
  };
}

/** When a connection ends for its person: with its access token, unless it can be refreshed. */
export function endOf({ refreshToken, accessExpiresAt, expiresAt }: Connection): number {
  return refreshToken ? expiresAt : Math.min(accessExpiresAt, expiresAt);
}

/**
 * The credential by which the app may act for a person now.
 *
 * Refreshes the access token when it is about to end and may be refreshed. A refresh token can be used once, so when
 * two servers refresh at the same time one of them is refused; it then takes the tokens that the other one stored.
 *
 * @throws AppError `error-not-connected` when there is no connection, `error-connection-ended` when it is over
 */
export async function currentCredential(
  userId: string,
  settings: LogoutSettings,
  ports: ConnectionPorts,
): Promise<Credential> {
  const connection = await ports.connections.find(userId);
  if (!connection) {
    throw new AppError('error-not-connected');
  }
  const now = ports.clock.now();
  // An admin who shortens the lifetime shortens the connections that there are.
  if (now >= Math.min(connection.expiresAt, connection.connectedAt + settings.connectionLifetimeMs)) {
    return forget(userId, ports);
  }
  if (now < connection.accessExpiresAt - MARGIN_MS) {
    return credentialOf(connection);
  }
  if (connection.refreshToken === undefined) {
    return forget(userId, ports);
  }
  return credentialOf(await refreshed(connection, connection.refreshToken, settings, ports));
}

async function refreshed(
  connection: Connection,
  refreshToken: string,
  settings: LogoutSettings,
  ports: ConnectionPorts,
): Promise<Connection> {
  const client = await ports.oauthClients.current(settings.siteUrl);
  let grant: TokenGrant;
  try {
    grant = await ports.oauthServer.refresh(refreshToken, client, settings);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'error-connect-failed') {
      throw error;
    }
    return refreshedElsewhere(connection, ports);
  }
  // Who disconnected meanwhile stays disconnected.
  if (!(await ports.connections.find(connection.userId))) {
    throw new AppError('error-not-connected');
  }
  const fresh = connectionOf(connection.userId, grant, connection, ports);
  await ports.connections.save(fresh);
  return fresh;
}

async function refreshedElsewhere(connection: Connection, ports: ConnectionPorts): Promise<Connection> {
  for (let check = 0; check < REFRESH_CHECKS; check++) {
    const found = await ports.connections.find(connection.userId);
    if (!found) {
      break;
    }
    if (found.id !== connection.id) {
      return found;
    }
    await ports.clock.sleep(REFRESH_CHECK_MS);
  }
  return forget(connection.userId, ports);
}

async function forget(userId: string, { connections }: ConnectionPorts): Promise<never> {
  await connections.remove(userId);
  throw new AppError('error-connection-ended');
}

function credentialOf({ accessToken }: Connection): Credential {
  return { kind: 'access-token', accessToken };
}
