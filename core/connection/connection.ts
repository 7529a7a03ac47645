import { Clock, Random } from '../shared/ports';
import { OAuthClients, OAuthServer, TokenGrant } from './oauth';

/** The OAuth2 token that a person granted to the app, by which it acts for them in chat. */
export interface Connection {
  /** Fresh with every token, so that it can be told whether another server refreshed it in the meantime. */
  readonly id: string;
  readonly userId: string;
  /** When the person gave their consent, in milliseconds since the epoch. */
  readonly connectedAt: number;
  readonly accessToken: string;
  /** When the workspace ends the access token, in milliseconds since the epoch. */
  readonly accessExpiresAt: number;
  /** Kept only when the connection is to outlive its access token. */
  readonly refreshToken?: string;
  /** When the app forgets the connection, whatever the workspace thinks, in milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface ConnectionStore {
  /**
   * The person's newest connection; `unreadable` when there is one whose key is gone, with the OAuth client that it
   * was made with.
   */
  find(userId: string): Promise<Connection | 'unreadable' | undefined>;
  /** The IDs of the person's disconnects that something under way might not know of. */
  disconnects(userId: string): Promise<readonly string[]>;
  /**
   * Stores a connection in place of all others of that person, unless they disconnected in the meantime.
   *
   * @param known what `disconnects` gave before whatever led to this connection began
   * @returns whether it stayed; otherwise nothing of it is left
   * @throws AppError `error-connect-failed` when there is no OAuth client to lock it with
   */
  save(connection: Connection, known: readonly string[]): Promise<boolean>;
  /** Deletes the person's connections. */
  remove(userId: string): Promise<void>;
  /** Deletes the person's connections, and keeps whatever is under way from storing one. */
  disconnect(userId: string): Promise<void>;
}

export interface ConnectionPorts {
  readonly connections: ConnectionStore;
  readonly oauthClients: OAuthClients;
  readonly oauthServer: OAuthServer;
  readonly clock: Clock & { sleep(milliseconds: number): Promise<void> };
  readonly random: Random;
}

/** The workspace's access tokens live 3599 s: a connection of one hour should not keep a refresh token for the rest. */
const WORTH_REFRESHING_MS = 60_000;

/**
 * Makes what the workspace granted into a connection that ends when the admin's setting says.
 *
 * @param consent when it was given, and until when it is good, in milliseconds since the epoch
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

/** When a connection ends for its person: with its access token, unless that can be refreshed. */
export function endOf({ refreshToken, accessExpiresAt, expiresAt }: Connection): number {
  return refreshToken ? expiresAt : Math.min(accessExpiresAt, expiresAt);
}
