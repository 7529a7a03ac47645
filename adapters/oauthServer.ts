import { IHttp, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { OAuthServer, TokenGrant } from '../core/connection';
import { AppError } from '../core/errors';
import { Clock, LogoutSettings } from '../core/ports';
import { callWorkspace, credentialHeaders, jsonOf } from './workspaceCall';

/** Two of these calls follow each other, and with them a call into the app must stay below the engine's 30 s. */
const MOST_MS = 10_000;

/** The workspace as OAuth2 provider (RFC 6749): its token endpoint, and whom a token belongs to. */
export function oauthServer(http: IHttp, clock: Clock): OAuthServer {
  const grant = async (fields: Record<string, string>, settings: LogoutSettings): Promise<TokenGrant> =>
    grantOf(
      await callWorkspace(
        http,
        clock,
        'post',
        `${settings.workspaceUrl}/oauth/token`,
        { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, content: formOf(fields) },
        limitOf(settings),
      ),
    );

  return {
    exchange: (code, { clientId, clientSecret, redirectUri }, settings) =>
      grant(
        {
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          client_id: clientId,
          client_secret: clientSecret,
        },
        settings,
      ),
    refresh: (refreshToken, { clientId, clientSecret }, settings) =>
      grant(
        {
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
          client_id: clientId,
          client_secret: clientSecret,
        },
        settings,
      ),
    async ownerOf(accessToken, settings) {
      const headers = credentialHeaders({ kind: 'access-token', accessToken });
      const url = `${settings.workspaceUrl}/api/v1/me`;
      const response = await callWorkspace(http, clock, 'get', url, { headers }, limitOf(settings));
      const { _id } = fieldsOf(response);
      if (response.statusCode === 401) {
        throw new AppError('error-connect-failed', response.statusCode);
      }
      if (response.statusCode !== 200 || typeof _id !== 'string') {
        throw new AppError('error-workspace-invalid-response', response.statusCode);
      }
      return _id;
    },
  };
}

function limitOf({ timeoutMs }: LogoutSettings): number {
  return Math.min(timeoutMs, MOST_MS);
}

/** @throws AppError `error-connect-failed` only when it is the provider that says no, and not something before it */
function grantOf(response: IHttpResponse): TokenGrant {
  const fields = fieldsOf(response);
  const { access_token, refresh_token, expires_in, token_type } = fields;
  // The errors of RFC 6749, section 5.2; the workspace sends them with 400 to 503.
  if (typeof fields.error === 'string') {
    throw new AppError('error-connect-failed', response.statusCode);
  }
  const usable =
    response.statusCode === 200 &&
    typeof access_token === 'string' &&
    /^[\x21-\x7e]{1,4096}$/.test(access_token) &&
    typeof expires_in === 'number' &&
    expires_in > 0 &&
    String(token_type).toLowerCase() === 'bearer';
  if (!usable) {
    throw new AppError('error-workspace-invalid-response', response.statusCode);
  }
  return {
    accessToken: access_token,
    refreshToken: typeof refresh_token === 'string' ? refresh_token : undefined,
    lifetimeMs: expires_in * 1000,
  };
}

function fieldsOf(response: IHttpResponse): Record<string, unknown> {
  const body = jsonOf(response);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function formOf(fields: Record<string, string>): string {
  return Object.keys(fields)
    .map((name) => `${name}=${encodeURIComponent(fields[name])}`)
    .join('&');
}
