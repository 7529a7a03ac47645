import { Budget } from '../shared/budget';
import { AppError } from '../shared/errors';
import { Credential } from '../shared/ports';
import { SettingsReader } from '../shared/settings';
import { Connection, connectionOf, ConnectionPorts } from './connection';
import { TokenGrant } from './oauth';

/** An access token this close to its end is no longer used: the call it is for takes time. */
const MARGIN_MS = 30_000;
/** A refresh whose answer is lost costs the refresh token, and what it is for needs time as well. */
const LEAST_REFRESH_MS = 6_000;
const REFRESH_CHECKS = 8;
const REFRESH_CHECK_MS = 250;

export type CredentialPorts = ConnectionPorts & { readonly settings: SettingsReader; readonly budget: Budget };

/**
 * The credential by which the app may act for a person now.
 *
 * Refreshes the access token when it is about to end and may be refreshed. A refresh token can be used once, so when
 * two servers refresh at the same time one of them is refused; it then takes the tokens that the other one stored.
 *
 * @throws AppError `error-not-connected` when there is no connection, `error-connection-ended` when it is over;
 *   `error-settings-unreadable`; or why the workspace could not be asked
 */
export async function currentCredential(userId: string, ports: CredentialPorts): Promise<Credential> {
  const [connection, settings] = await Promise.all([ports.connections.find(userId), ports.settings.chat()]);
  if (!connection) {
    throw new AppError('error-not-connected');
  }
  if (connection === 'unreadable') {
    return forget(userId, ports);
  }
  const now = ports.clock.now();
  // An admin who shortens the lifetime shortens the connections that exist.
  if (now >= Math.min(connection.expiresAt, connection.connectedAt + settings.connectionLifetimeMs)) {
    return forget(userId, ports);
  }
  if (now < connection.accessExpiresAt - MARGIN_MS) {
    return credentialOf(connection);
  }
  if (connection.refreshToken === undefined) {
    return forget(userId, ports);
  }
  return credentialOf(await refreshed(connection, connection.refreshToken, settings.siteUrl, ports));
}

async function refreshed(
  connection: Connection,
  refreshToken: string,
  siteUrl: string,
  ports: CredentialPorts,
): Promise<Connection> {
  const { userId } = connection;
  const disconnects = await ports.connections.disconnects(userId);
  // Only what is still there now was not ended by one of these.
  if ((await foundWith(userId, ports))?.id !== connection.id) {
    return refreshedElsewhere(connection, ports);
  }
  const client = await ports.oauthClients.current(siteUrl);
  const { workspaceUrl, timeoutMs } = await ports.settings.logout();
  let grant: TokenGrant;
  try {
    const address = { workspaceUrl, timeoutMs: ports.budget.limit(timeoutMs, LEAST_REFRESH_MS) };
    grant = await ports.oauthServer.refresh(refreshToken, client, address);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'error-connect-failed') {
      throw error;
    }
    return refreshedElsewhere(connection, ports);
  }
  const fresh = connectionOf(userId, grant, connection, ports);
  // A user who disconnected in the meantime stays disconnected.
  if (!(await ports.connections.save(fresh, disconnects))) {
    throw new AppError('error-not-connected');
  }
  return fresh;
}

async function refreshedElsewhere({ id, userId }: Connection, ports: CredentialPorts): Promise<Connection> {
  for (let check = 0; check < REFRESH_CHECKS; check++) {
    const found = await foundWith(userId, ports);
    if (!found) {
      break;
    }
    if (found.id !== id) {
      return found;
    }
    await ports.clock.sleep(REFRESH_CHECK_MS);
  }
  return forget(userId, ports);
}

async function foundWith(userId: string, { connections }: CredentialPorts): Promise<Connection | undefined> {
  const found = await connections.find(userId);
  return found === 'unreadable' ? undefined : found;
}

async function forget(userId: string, { connections }: CredentialPorts): Promise<never> {
  await connections.remove(userId);
  throw new AppError('error-connection-ended');
}

function credentialOf({ accessToken }: Connection): Credential {
  return { kind: 'access-token', accessToken };
}
