import { URL } from 'url';
import { beginConnection, completeConnection, ConnectPorts, validateCallback } from '../../core/connect';
import { AppError } from '../../core/errors';
import { caller, chatWorld, client } from '../fakes/chat';

const request = { correlationId: 'request-1', roomId: 'GENERAL' };

async function begun(server: ReturnType<typeof chatWorld>, person = caller): Promise<string> {
  const { url } = await beginConnection(person, request, server.ports);
  return new URL(url).searchParams.get('state') ?? '';
}

const complete = async (query: Record<string, unknown>, ports: ConnectPorts) =>
  completeConnection(await validateCallback(query, ports), ports);

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
  expect(lifetimeMs).toBe(3_600_000);
});

test('a callback with state and code makes a connection, stored locked, and recorded', async () => {
  const server = chatWorld();
  const state = await begun(server);
  await expect(complete({ state, code: 'code-1' }, server.ports)).resolves.toMatchObject({ userId: 'u1' });
  expect(await server.ports.connections.find('u1')).toMatchObject({ accessToken: 'access-1' });
  expect(await server.recorded()).toEqual([
    expect.objectContaining({ action: 'connect', via: 'browser', callerId: 'u1', correlationId: 'request-1' }),
  ]);
  for (const secret of [state, 'code-1', 'access-1', 'refresh-1', 'client-secret']) {
    expect(server.persistence.dump() + JSON.stringify(await server.recorded())).not.toContain(secret);
  }
});

test('nobody without an allowed role can begin, and nothing is stored', async () => {
  const server = chatWorld();
  const nobody = { ...caller, roles: ['user'] };
  await expect(begun(server, nobody)).rejects.toMatchObject({ code: 'error-unauthorized' });
  expect(server.persistence.dump()).toBe('[]');
});

describe('a state is good once, for ten minutes, for the person who asked', () => {
  const refused = { code: 'error-connect-link-invalid' };

  test('a second time', async () => {
    const server = chatWorld();
    const state = await begun(server);
    await complete({ state, code: 'code-1' }, server.ports);
    await expect(validateCallback({ state, code: 'code-2' }, server.ports)).rejects.toMatchObject(refused);
  });

  test('at the same time on two servers', async () => {
    const first = chatWorld();
    const second = chatWorld([], {}, first.persistence, first.key);
    const state = await begun(first);
    const outcomes = await Promise.allSettled(
      [first, second].map(({ ports }) => validateCallback({ state, code: 'code-1' }, ports)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('after ten minutes', async () => {
    const server = chatWorld();
    const state = await begun(server);
    server.sleep(10 * 60_000);
    await expect(validateCallback({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject(refused);
  });

  test.each([
    ['foreign', { state: 'y'.repeat(43), code: 'code-1' }],
    ['none', { code: 'code-1' }],
    ['short', { state: 'x', code: 'code-1' }],
    ['a list', { state: ['x'.repeat(43)], code: 'code-1' }],
  ])('%s', async (_name, query) => {
    const server = chatWorld();
    await begun(server);
    await expect(validateCallback(query, server.ports)).rejects.toMatchObject(refused);
    expect(server.oauth.exchange).not.toHaveBeenCalled();
  });

  test.each([
    ['denied', { error: 'access_denied' }],
    ['a code with a line break', { code: 'a\nb' }],
    ['a list of codes', { code: ['a'] }],
    ['a huge code', { code: 'x'.repeat(513) }],
  ])('%s uses the state up, asks for no token and is recorded', async (_name, query) => {
    const server = chatWorld();
    const state = await begun(server);
    await expect(validateCallback({ state, ...query }, server.ports)).rejects.toMatchObject({
      code: 'error-connect-failed',
    });
    await expect(validateCallback({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject(refused);
    expect(server.oauth.exchange).not.toHaveBeenCalled();
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ action: 'connect', outcome: { result: 'error-connect-failed', durationMs: 0 } }),
    ]);
  });
});

describe('nothing is stored', () => {
  const failures: Array<[string, (server: ReturnType<typeof chatWorld>) => void, AppError['code']]> = [
    [
      'for a token of somebody else',
      ({ oauth }) => oauth.ownerOf.mockResolvedValue('u2'),
      'error-connect-wrong-account',
    ],
    [
      'when the code is refused',
      ({ oauth }) => oauth.exchange.mockRejectedValue(new AppError('error-connect-failed', 503)),
      'error-connect-failed',
    ],
    [
      'when the workspace does not answer',
      ({ oauth }) => oauth.ownerOf.mockRejectedValue(new AppError('error-workspace-timeout')),
      'error-workspace-timeout',
    ],
    [
      'when the client was switched off meanwhile',
      ({ oauthClients }) => oauthClients.current.mockRejectedValue(new AppError('error-oauth-client-disabled')),
      'error-oauth-client-disabled',
    ],
  ];
  test.each(failures)('%s, and it is recorded', async (_name, arrange, code) => {
    const server = chatWorld();
    const state = await begun(server);
    arrange(server);
    await expect(complete({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject({ code });
    expect(await server.ports.connections.find('u1')).toBeUndefined();
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ action: 'connect', outcome: { result: code, durationMs: 0 } }),
    ]);
  });
});
