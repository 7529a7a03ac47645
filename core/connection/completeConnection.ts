import { authorizeCaller } from '../caller/authorizeCaller';
import { Branded } from '../shared/brand';
import { AppError, toAppError, WrongAccountError } from '../shared/errors';
import { Connection, connectionOf } from './connection';
import { ConnectPorts, hashOfState, recordConnect, StoredConnectRequest } from './connectRequest';

const STATE = /^[A-Za-z0-9_-]{43}$/;
const CODE = /^[\x21-\x7e]{1,512}$/;

/** What came back to the callback, with a state that was good and is now used up. */
export type ValidatedCallback = Branded<
  { readonly request: StoredConnectRequest; readonly code: string },
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
  const request = typeof state === 'string' && STATE.test(state) ? await takeState(state, ports) : undefined;
  if (!request || ports.clock.now() >= request.expiresAt) {
    throw new AppError('error-connect-link-invalid');
  }
  if (typeof code !== 'string' || !CODE.test(code)) {
    const error = new AppError('error-connect-failed');
    await recordConnect(request, error, ports);
    throw error;
  }
  return { request, code } as ValidatedCallback;
}

async function takeState(state: string, { states }: ConnectPorts): Promise<StoredConnectRequest | undefined> {
  const key = hashOfState(state);
  const seen = await states.peek(key);
  return seen && states.take(key, seen);
}

/**
 * Turns a checked callback into a connection.
 *
 * The token must belong to the person who asked: otherwise somebody could slip their own code to another person's
 * state, or catch another person's code with their own. Such a token is dropped. And that person must still be allowed
 * to use the app, both before the code is used and before anything is stored.
 *
 * @throws AppError `error-account-deactivated`, `error-unauthorized`; `error-connect-link-invalid` when they
 *   disconnected since; `error-connect-wrong-account`, `error-connect-failed`, or why the workspace could not be asked;
 *   recorded, and nothing is stored then
 */
export async function completeConnection(callback: ValidatedCallback, ports: ConnectPorts): Promise<Connection> {
  const { request } = callback;
  try {
    const connection = await connect(callback, ports);
    await recordConnect(request, undefined, ports);
    return connection;
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    await recordConnect(request, error, ports);
    throw error;
  }
}

async function connect({ request, code }: ValidatedCallback, ports: ConnectPorts): Promise<Connection> {
  const { ownerId, disconnects } = request;
  await requireAllowed(ownerId, ports);
  const since = await ports.connections.disconnects(ownerId);
  if (since.some((id) => !disconnects.includes(id))) {
    throw new AppError('error-connect-link-invalid');
  }
  const [{ siteUrl, connectionLifetimeMs }, { workspaceUrl, timeoutMs }] = await Promise.all([
    ports.settings.chat(),
    ports.settings.logout(),
  ]);
  const address = () => ({ workspaceUrl, timeoutMs: ports.budget.limit(timeoutMs) });
  const client = await ports.oauthClients.current(siteUrl);
  const grant = await ports.oauthServer.exchange(code, client, address());
  const owner = await ports.oauthServer.ownerOf(grant.accessToken, address());
  if (owner.id !== ownerId) {
    throw new WrongAccountError(owner);
  }
  await requireAllowed(ownerId, { ...ports, settings: ports.settings.again() });
  const connectedAt = ports.clock.now();
  const expiresAt = connectedAt + connectionLifetimeMs;
  const connection = connectionOf(ownerId, grant, { connectedAt, expiresAt }, ports);
  if (!(await ports.connections.save(connection, disconnects))) {
    throw new AppError('error-connect-link-invalid');
  }
  return connection;
}

/** An account that was deleted is no more active than one that was deactivated. */
async function requireAllowed(userId: string, ports: ConnectPorts): Promise<void> {
  const person = await ports.people.find(userId);
  await authorizeCaller(person ?? { id: userId, username: '', roles: [], isEnabled: false }, ports);
}
