import { recordAttempt } from '../audit/recordAttempt';
import { authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { toAppError } from '../shared/errors';
import { CONNECT_LINK_MINUTES } from '../shared/limits';
import { ConnectPorts, ConnectRequest, hashOfState } from './connectRequest';

const LINK_LIFETIME_MS = CONNECT_LINK_MINUTES * 60_000;

/** The way to the workspace's consent page, for one person's browser alone. */
export interface ConsentLink {
  readonly url: string;
  /** How long the connection will last, in milliseconds. */
  readonly lifetimeMs: number;
}

/**
 * Begins a connection for an authorized caller.
 *
 * @returns the address of the workspace's consent page: its `state` is 32 random bytes, good once, for ten minutes, and
 *   bound to the caller (RFC 6749, section 10.12)
 * @throws AppError `error-unauthorized`, `error-account-deactivated`, `error-oauth-client-disabled`,
 *   `error-settings-unreadable`; recorded
 */
export async function beginConnection(
  caller: Caller,
  request: Pick<ConnectRequest, 'correlationId' | 'roomId' | 'threadId' | 'pendingId'>,
  ports: ConnectPorts,
): Promise<ConsentLink> {
  try {
    return await linkFor(caller, request, ports);
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    const { correlationId } = request;
    await recordAttempt(caller, { action: 'connect', via: 'command', correlationId }, error.code, ports);
    throw error;
  }
}

async function linkFor(
  caller: Caller,
  request: Pick<ConnectRequest, 'correlationId' | 'roomId' | 'threadId' | 'pendingId'>,
  ports: ConnectPorts,
): Promise<ConsentLink> {
  await authorizeCaller(caller, ports);
  const { siteUrl, connectionLifetimeMs } = await ports.settings.chat();
  const [client, disconnects] = await Promise.all([
    ports.oauthClients.current(siteUrl),
    ports.connections.disconnects(caller.id),
  ]);
  const state = ports.random.state();
  await ports.states.put(hashOfState(state), {
    ownerId: caller.id,
    username: caller.username,
    roles: caller.roles,
    correlationId: request.correlationId,
    roomId: request.roomId,
    threadId: request.threadId,
    pendingId: request.pendingId,
    disconnects,
    expiresAt: ports.clock.now() + LINK_LIFETIME_MS,
    turn: 0,
  });
  const query = [
    ['response_type', 'code'],
    ['client_id', client.clientId],
    ['redirect_uri', client.redirectUri],
    ['state', state],
  ];
  const search = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return { url: `${siteUrl}/oauth/authorize?${search}`, lifetimeMs: connectionLifetimeMs };
}
