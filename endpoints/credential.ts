import { Credential } from '../core/shared/ports';

type Headers = Readonly<Record<string, string | undefined>>;

/**
 * The credential that the workspace authenticated the call with, in the order in which it looks: the pair of headers,
 * then the bearer token (apps/meteor/app/api/server/middlewares/authentication.ts).
 *
 * @param headers names in lower case
 * @returns undefined when there is none that could be forwarded
 */
export function credentialOf(headers: Headers): Credential | undefined {
  const { 'x-user-id': userId, 'x-auth-token': authToken, authorization } = headers;
  if (userId && authToken) {
    return { kind: 'login-token', userId, authToken };
  }
  const accessToken = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  return accessToken ? { kind: 'access-token', accessToken } : undefined;
}
