import { URL } from 'url';
import { beginConnection } from '../../../core/connection/beginConnection';
import { hashOfState } from '../../../core/connection/connectRequest';
import { Caller } from '../../../core/caller/caller';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld, ChatWorld, client, connected, HOUR } from '../../fakes/chat';
import { NOW, settingsOf } from '../../fakes/ports';

const request = { correlationId: 'request-1', roomId: 'GENERAL' };
const stateOf = (url: string): string => new URL(url).searchParams.get('state') ?? '';

test('the consent page is asked with a state and the registered redirect', async () => {
  const { ports } = chatWorld();
  const { url, lifetimeMs } = await beginConnection(caller, request, ports);
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin + pathname).toBe('http://workspace.test/oauth/authorize');
  expect(Object.fromEntries(searchParams)).toEqual({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    state: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(lifetimeMs).toBe(HOUR);
});

test('who asked is kept for ten minutes, under the hash of the state alone', async () => {
  const { ports, persistence } = chatWorld();
  const { url } = await beginConnection(caller, { ...request, threadId: 't1', pendingId: 'p1' }, ports);
  expect(await ports.states.peek(hashOfState(stateOf(url)))).toMatchObject({
    ownerId: 'u1',
    username: 'admin',
    roles: ['admin'],
    correlationId: 'request-1',
    roomId: 'GENERAL',
    threadId: 't1',
    pendingId: 'p1',
    disconnects: [],
    expiresAt: NOW + 10 * 60_000,
  });
  expect(persistence.dump()).not.toContain(stateOf(url));
  expect(persistence.dump()).not.toContain(client.clientSecret);
});

test('the person’s disconnects up to then are known to the link', async () => {
  const { ports } = chatWorld();
  await ports.connections.disconnect(caller.id);
  const { url } = await beginConnection(caller, request, ports);
  const stored = await ports.states.peek(hashOfState(stateOf(url)));
  expect(stored?.disconnects).toEqual(await ports.connections.disconnects(caller.id));
  expect(stored?.disconnects).toHaveLength(1);
});

describe('nobody gets a link who may not', () => {
  const refusals: Array<[string, Caller, (server: ChatWorld) => void, AppError['code']]> = [
    ['without an allowed role', { ...caller, roles: ['user'] }, () => undefined, 'error-unauthorized'],
    ['with a deactivated account', { ...caller, isEnabled: false }, () => undefined, 'error-account-deactivated'],
    [
      'while the client is switched off',
      caller,
      ({ oauthClients }) => oauthClients.current.mockRejectedValue(new AppError('error-oauth-client-disabled')),
      'error-oauth-client-disabled',
    ],
    [
      'when something unexpected happens',
      caller,
      ({ oauthClients }) => oauthClients.current.mockRejectedValue(new Error('a defect')),
      'error-internal',
    ],
  ];
  test.each(refusals)('%s: recorded, and no link is kept', async (_name, person, arrange, code) => {
    const server = chatWorld();
    arrange(server);
    await expect(beginConnection(person, request, server.ports)).rejects.toMatchObject({ code });
    expect(server.persistence.dump()).not.toContain('state:key');
    expect(await server.recorded()).toEqual([
      expect.objectContaining({
        action: 'connect',
        via: 'command',
        callerId: 'u1',
        correlationId: 'request-1',
        outcome: { result: code, durationMs: 0 },
      }),
    ]);
  });

  test('while the settings cannot be read', async () => {
    const { ports, persistence, recorded } = chatWorld();
    const unreadable = settingsOf(new AppError('error-settings-unreadable'));
    await expect(beginConnection(caller, request, { ...ports, settings: unreadable })).rejects.toMatchObject({
      code: 'error-settings-unreadable',
    });
    expect(persistence.dump()).toBe('[]');
    expect(await recorded()).toHaveLength(1);
  });

  test('a deactivated account’s connection is removed', async () => {
    const server = chatWorld();
    await connected(server);
    await expect(beginConnection({ ...caller, isEnabled: false }, request, server.ports)).rejects.toMatchObject({
      code: 'error-account-deactivated',
    });
    expect(await server.ports.connections.find(caller.id)).toBeUndefined();
  });
});
