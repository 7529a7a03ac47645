import type { AuthorizationCodeModel, Client, RefreshTokenModel } from '@node-oauth/oauth2-server';
import type { OAuthAccessToken, OAuthApp } from '../model';
import type { WorkspaceStore } from '../store';

/**
 * The workspace's side of the OAuth2 library, behaving like the real one (`apps/meteor/server/oauth2-server/model.ts`):
 * for what is unknown it throws a plain error, which the library turns into a 503, and it stores no PKCE challenge.
 */
export function oauthModel(store: WorkspaceStore): AuthorizationCodeModel & RefreshTokenModel {
  /** The library compares with the machine's clock; the store may have a clock of its own. */
  const onLibraryClock = (time: number) => new Date(Date.now() + time - store.now());
  const fromLibraryClock = (time: Date) => store.now() + time.getTime() - Date.now();

  const clientOf = (app: OAuthApp): Client => ({
    id: app.clientId,
    grants: ['authorization_code', 'refresh_token'],
    redirectUris: app.redirectUri.split(','),
  });
  const activeClient = (clientId: string): Client => {
    const app = store.oauth.appByClientId(clientId);
    if (!app?.active) {
      throw new Error('Invalid clientId');
    }
    return clientOf(app);
  };
  const tokenDocument = ({ accessToken, refreshToken, clientId, userId, ...token }: OAuthAccessToken) => ({
    accessToken,
    accessTokenExpiresAt: onLibraryClock(token.expires),
    refreshToken: refreshToken ?? '',
    refreshTokenExpiresAt: onLibraryClock(token.refreshTokenExpires ?? 0),
    client: activeClient(clientId),
    user: { id: userId },
  });

  return {
    async getClient(clientId, secret: string | null | undefined) {
      const client = activeClient(clientId);
      // There is none while authorizing: the browser does not know it.
      if (secret !== null && secret !== undefined && secret !== store.oauth.appByClientId(clientId)?.clientSecret) {
        throw new Error('Invalid clientId');
      }
      return client;
    },

    async saveAuthorizationCode(code, client, user) {
      store.oauth.saveCode({
        authCode: code.authorizationCode,
        clientId: client.id,
        userId: String(user.id),
        redirectUri: code.redirectUri,
        expires: fromLibraryClock(code.expiresAt),
      });
      return { ...code, client, user };
    },

    async getAuthorizationCode(authCode) {
      const code = store.oauth.code(authCode);
      if (code === undefined) {
        throw new Error('Invalid authCode');
      }
      return {
        authorizationCode: code.authCode,
        expiresAt: onLibraryClock(code.expires),
        redirectUri: code.redirectUri,
        client: activeClient(code.clientId),
        user: { id: code.userId },
      };
    },

    // The library revokes a code before it compares the redirect URI. In 6.5 it did so afterwards, so there a code
    // survives an incorrect URI. `saveToken` removes the code in either case.
    async revokeAuthorizationCode(code) {
      return store.version === '6.5' || store.oauth.removeCode(code.authorizationCode);
    },

    async saveToken(token, client, user) {
      if (typeof token.authorizationCode === 'string') {
        store.oauth.removeCode(token.authorizationCode);
      }
      // A millisecond early: a real server has to write to its database first, and so answers 3599 seconds.
      const accessTokenExpiresAt = new Date((token.accessTokenExpiresAt?.getTime() ?? 0) - 1);
      store.oauth.saveToken({
        accessToken: token.accessToken,
        clientId: client.id,
        userId: String(user.id),
        expires: fromLibraryClock(accessTokenExpiresAt),
        refreshToken: token.refreshToken,
        refreshTokenExpires: token.refreshTokenExpiresAt && fromLibraryClock(token.refreshTokenExpiresAt),
      });
      return { ...token, accessTokenExpiresAt, client, user };
    },

    async getAccessToken(accessToken) {
      const token = store.oauth.accessToken(accessToken);
      return token && tokenDocument(token);
    },

    async getRefreshToken(refreshToken) {
      const token = store.oauth.tokenByRefresh(refreshToken);
      if (token === undefined) {
        throw new Error('Invalid token');
      }
      return tokenDocument(token);
    },

    async revokeToken({ refreshToken }) {
      const token = store.oauth.tokenByRefresh(refreshToken);
      if (token !== undefined) {
        store.oauth.removeToken(token);
      }
      return token !== undefined;
    },
  };
}
