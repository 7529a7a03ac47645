import { IHttp, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { OAuthServer, TokenGrant } from '../core/connection/oauth';
import { AppError } from '../core/shared/errors';
import { Clock, WorkspaceAddress } from '../core/shared/ports';
import { callWorkspace, credentialHeaders, jsonOf } from './workspaceCall';

/** The workspace as OAuth2 provider (RFC 6749): its token endpoint, and whose a token is. */
export function oauthServer(http: IHttp, clock: Clock): OAuthServer {
  const grant = async (
    fields: Record<string, string>,
    { workspaceUrl, timeoutMs }: WorkspaceAddress,
  ): Promise<TokenGrant> => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const url = `${workspaceUrl}/oauth/token`;
    return grantOf(await callWorkspace(http, clock, 'post', url, { headers, content: formOf(fields) }, timeoutMs));
  };

  return {
    exchange: (code, { clientId, clientSecret, redirectUri }, address) =>
      grant(
        {
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          client_id: clientId,
          client_secret: clientSecret,
        },
        address,
      ),
    refresh: (refreshToken, { clientId, clientSecret }, address) =>
      grant(
        {
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
          client_id: clientId,
          client_secret: clientSecret,
        },
        address,
      ),
    async ownerOf(accessToken, { workspaceUrl, timeoutMs }) {
      const headers = credentialHeaders({ kind: 'access-token', accessToken });
      const url = `${workspaceUrl}/api/v1/me`;
      const response = await callWorkspace(http, clock, 'get', url, { headers }, timeoutMs);
      const { _id: id, username } = fieldsOf(response);
      if (response.statusCode === 401) {
        throw new AppError('error-connect-failed', response.statusCode);
      }
      if (response.statusCode !== 200 || typeof id !== 'string') {
        throw new AppError('error-workspace-invalid-response', response.statusCode);
      }
      return { id, username: typeof username === 'string' ? username : '' };
    },
  };
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
