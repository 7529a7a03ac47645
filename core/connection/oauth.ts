import { WorkspaceAddress } from '../shared/ports';

export interface TokenGrant {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** How long the access token lives, in milliseconds. */
  readonly lifetimeMs: number;
}

export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export interface OAuthClients {
  /**
   * The app's own client at the workspace: made now if there is none, made again if it was deleted, and set right if
   * the site URL changed.
   *
   * @throws AppError `error-oauth-client-disabled` when an admin switched it off
   */
  current(siteUrl: string): Promise<OAuthClient>;
}

/** The workspace as OAuth2 provider (RFC 6749). */
export interface OAuthServer {
  /**
   * Exchanges a code for tokens (RFC 6749, section 4.1.3), once.
   *
   * @throws AppError `error-connect-failed` when the workspace says no; `error-workspace-unreachable`,
   *   `error-workspace-timeout`, `error-workspace-invalid-response` when it does not say
   */
  exchange(code: string, client: OAuthClient, address: WorkspaceAddress): Promise<TokenGrant>;
  /** Exchanges a refresh token, which uses it up (RFC 6749, section 6). Throws as `exchange` does. */
  refresh(refreshToken: string, client: OAuthClient, address: WorkspaceAddress): Promise<TokenGrant>;
  /** Whose an access token is. Throws as `exchange` does. */
  ownerOf(accessToken: string, address: WorkspaceAddress): Promise<{ readonly id: string; readonly username: string }>;
}
