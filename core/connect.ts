import { createHash } from 'crypto';
import { authorizeCaller, Caller } from './authorizeCaller';
import { Branded } from './brand';
import { Connection, connectionOf, ConnectionPorts } from './connection';
import { AppError, toAppError } from './errors';
import { OnceMeta, OnceStore } from './once';
import { AuditLog, OperatorLog, Random, RoleDirectory, SettingsReader } from './ports';
import { recordChat } from './recordAttempt';

export const STATE_LIFETIME_MS = 10 * 60_000;
const STATE = /^[A-Za-z0-9_-]{43}$/;
const CODE = /^[\x21-\x7e]{1,512}$/;

/** Who asked to connect, where, and what they were about to do. Kept under the hash of the state they were given. */
export interface ConnectRequest {
  readonly username: string;
  readonly roles: readonly string[];
  readonly correlationId: string;
  readonly roomId: string;
  readonly threadId?: string;
  /** The pending logout to go on with afterwards. */
  readonly pendingId?: string;
}

export interface ConnectPorts extends ConnectionPorts {
  readonly states: OnceStore<ConnectRequest>;
  readonly settings: SettingsReader;
  readonly roles: RoleDirectory;
  readonly audit: AuditLog;
  readonly log: OperatorLog;
  readonly random: Random & { state(): string };
}

/**
 * Begins a connection for an authorized caller.
 *
 * @returns the address of the workspace's consent page, for this person's browser alone: its `state` is 32 random
 *   bytes, good once, for ten minutes, and bound to them (RFC 6749, section 10.12); and how long the connection will
 *   last, milliseconds
 * @throws AppError `error-unauthorized`, `error-oauth-client-disabled`, `error-settings-unreadable`
 */
export async function beginConnection(
  caller: Caller,
  request: Omit<ConnectRequest, 'username' | 'roles'>,
  ports: ConnectPorts,
): Promise<{ readonly url: string; readonly lifetimeMs: number }> {
  const settings = await ports.settings.read();
  await authorizeCaller(caller, settings.allowedRoles, ports.roles);
  const client = await ports.oauthClients.current(settings.siteUrl);
  const state = ports.random.state();
  await ports.states.put(hashOf(state), {
    ownerId: caller.id,
    username: caller.username,
    roles: caller.roles,
    correlationId: request.correlationId,
    roomId: request.roomId,
    threadId: request.threadId,
    pendingId: request.pendingId,
    expiresAt: ports.clock.now() + STATE_LIFETIME_MS,
    turn: 0,
  });
  const query = [
    ['response_type', 'code'],
    ['client_id', client.clientId],
    ['redirect_uri', client.redirectUri],
    ['state', state],
  ];
  const search = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return { url: `${settings.siteUrl}/oauth/authorize?${search}`, lifetimeMs: settings.connectionLifetimeMs };
}

/** What came back to the callback, with a state that was good and is now used up. */
export type ValidatedCallback = Branded<
  { readonly request: ConnectRequest & OnceMeta; readonly code: string },
  'ValidatedCallback'
>;

/**
 * Checks what a browser brought back. The state is used up before anything else is looked at.
 *
 * @throws AppError `error-connect-link-invalid` for a state that is foreign, used or too old;
 *   `error-connect-failed` when the state was good but there is no code, as when consent was denied
 */
export async function validateCallback(
  query: Readonly<Record<string, unknown>>,
  ports: ConnectPorts,
): Promise<ValidatedCallback> {
  const { state, code } = query;
  const request = typeof state === 'string' && STATE.test(state) ? await ports.states.take(hashOf(state)) : undefined;
  if (!request || ports.clock.now() >= request.expiresAt) {
    throw new AppError('error-connect-link-invalid');
  }
  if (typeof code !== 'string' || !CODE.test(code)) {
    await recordConnect(request, 'error-connect-failed', ports);
    throw new AppError('error-connect-failed');
  }
  return { request, code } as ValidatedCallback;
}

/**
 * Turns a checked callback into a connection.
 *
 * The token must belong to the person who asked: else somebody could slip their own code to another person's state,
 * or catch another person's code with their own. Such a token is dropped.
 *
 * @throws AppError `error-connect-wrong-account`, `error-connect-failed`, or why the workspace could not be asked;
 *   nothing is stored then
 */
export async function completeConnection(callback: ValidatedCallback, ports: ConnectPorts): Promise<Connection> {
  const { request, code } = callback;
  try {
    const settings = await ports.settings.read();
    const client = await ports.oauthClients.current(settings.siteUrl);
    const grant = await ports.oauthServer.exchange(code, client, settings);
    if ((await ports.oauthServer.ownerOf(grant.accessToken, settings)) !== request.ownerId) {
      throw new AppError('error-connect-wrong-account');
    }
    const connectedAt = ports.clock.now();
    const expiresAt = connectedAt + settings.connectionLifetimeMs;
    const connection = connectionOf(request.ownerId, grant, { connectedAt, expiresAt }, ports);
    await ports.connections.save(connection);
    await recordConnect(request, 'done', ports);
    return connection;
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    await recordConnect(request, error.code, ports);
    throw error;
  }
}

async function recordConnect(
  request: ConnectRequest & OnceMeta,
  result: 'done' | AppError['code'],
  ports: ConnectPorts,
): Promise<void> {
  const caller = { id: request.ownerId, username: request.username, roles: request.roles };
  const { correlationId } = request;
  return recordChat(caller, { action: 'connect', via: 'browser', correlationId }, result, ports);
}

/** Only the hash of a state is stored: who can read the store cannot use it. */
function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
