import { URL } from 'url';
import { beginConnection } from '../../../core/connection/beginConnection';
import { completeConnection, validateCallback } from '../../../core/connection/completeConnection';
import { ConnectPorts } from '../../../core/connection/connectRequest';
import { endConnection } from '../../../core/connection/endConnection';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld, ChatWorld, connected, grant, HOUR } from '../../fakes/chat';
import { settingsOf } from '../../fakes/ports';

const request = { correlationId: 'request-1', roomId: 'GENERAL' };

async function begun(server: ChatWorld): Promise<string> {
  const { url } = await beginConnection(caller, request, server.ports);
  return new URL(url).searchParams.get('state') ?? '';
}

const complete = async (query: Record<string, unknown>, ports: ConnectPorts) =>
  completeConnection(await validateCallback(query, ports), ports);

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
    const second = chatWorld([], {}, first.shared);
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
  const failures: Array<[string, (server: ChatWorld) => void, AppError['code']]> = [
    [
      'for a token of somebody else',
      ({ oauth }) => oauth.ownerOf.mockResolvedValue({ id: 'u2', username: 'pat' }),
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
      'when the client was switched off in the meantime',
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

test('invariant 5: a consent of the wrong account is recorded with both people, and its token is dropped', async () => {
  const server = chatWorld();
  const state = await begun(server);
  server.oauth.ownerOf.mockResolvedValue({ id: 'u2', username: 'pat' });
  await expect(complete({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject({
    code: 'error-connect-wrong-account',
  });
  expect(await server.recorded()).toEqual([
    expect.objectContaining({
      callerId: 'u1',
      callerUsername: 'admin',
      otherAccountId: 'u2',
      otherAccountUsername: 'pat',
    }),
  ]);
  expect(await server.ports.connections.find('u1')).toBeUndefined();
  expect(await server.ports.connections.find('u2')).toBeUndefined();
});

describe('the person must still be allowed to use the app', () => {
  const changes: Array<[string, (server: ChatWorld) => unknown, AppError['code']]> = [
    ['deleted', ({ accounts }) => accounts.delete('u1'), 'error-account-deactivated'],
    ['deactivated', ({ accounts }) => accounts.set('u1', { ...caller, isEnabled: false }), 'error-account-deactivated'],
    [
      'without an allowed role',
      ({ accounts }) => accounts.set('u1', { ...caller, roles: ['user'] }),
      'error-unauthorized',
    ],
  ];
  const refusal = (code: string): unknown[] => [
    expect.objectContaining({
      action: 'connect',
      via: 'browser',
      callerId: 'u1',
      callerUsername: 'admin',
      outcome: { result: code, durationMs: 0 },
    }),
  ];

  test.each(changes)('%s since the link was made: the code is not used', async (_name, change, code) => {
    const server = chatWorld();
    const state = await begun(server);
    change(server);
    await expect(complete({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject({ code });
    expect(server.oauth.exchange).not.toHaveBeenCalled();
    expect(await server.ports.connections.find('u1')).toBeUndefined();
    expect(await server.recorded()).toEqual(refusal(code));
  });

  test.each(changes)('%s while the workspace is asked: nothing is stored', async (_name, change, code) => {
    const server = chatWorld();
    const state = await begun(server);
    server.oauth.ownerOf.mockImplementationOnce(async () => {
      change(server);
      return { id: 'u1', username: 'admin' };
    });
    await expect(complete({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject({ code });
    expect(await server.ports.connections.find('u1')).toBeUndefined();
    expect(server.persistence.dump()).not.toContain('sealed');
    expect(await server.recorded()).toEqual(refusal(code));
  });

  test('a role that was taken off the list while the workspace is asked: nothing is stored', async () => {
    const server = chatWorld();
    const state = await begun(server);
    const { ports } = server;
    const settings = settingsOf(server.settings, () => ({ ...server.settings, allowedRoles: ['security-officer'] }));
    await expect(complete({ state, code: 'code-1' }, { ...ports, settings })).rejects.toMatchObject({
      code: 'error-unauthorized',
    });
    expect(server.oauth.ownerOf).toHaveBeenCalledTimes(1);
    expect(server.persistence.dump()).not.toContain('sealed');
    expect(await server.recorded()).toEqual(refusal('error-unauthorized'));
  });

  test('settings that can no longer be read then: nothing is stored', async () => {
    const server = chatWorld();
    const state = await begun(server);
    const settings = settingsOf(server.settings, () => new AppError('error-settings-unreadable'));
    await expect(complete({ state, code: 'code-1' }, { ...server.ports, settings })).rejects.toMatchObject({
      code: 'error-settings-unreadable',
    });
    expect(server.persistence.dump()).not.toContain('sealed');
    expect(await server.recorded()).toEqual(refusal('error-settings-unreadable'));
  });

  test('a link of an account that was deactivated and activated again is good again', async () => {
    const server = chatWorld();
    const state = await begun(server);
    const deactivated = { ...caller, isEnabled: false };
    await expect(beginConnection(deactivated, request, server.ports)).rejects.toBeInstanceOf(AppError);
    await expect(complete({ state, code: 'code-1' }, server.ports)).resolves.toMatchObject({ userId: 'u1' });
  });

  test('what a deactivated account had granted before is removed too', async () => {
    const server = chatWorld();
    await connected(server);
    const state = await begun(server);
    server.accounts.set('u1', { ...caller, isEnabled: false });
    await expect(complete({ state, code: 'code-1' }, server.ports)).rejects.toBeInstanceOf(AppError);
    expect(await server.ports.connections.find('u1')).toBeUndefined();
  });
});

describe('a disconnect ends every link that was open then', () => {
  const over = { code: 'error-connect-link-invalid' };
  const record = expect.objectContaining({
    action: 'connect',
    outcome: { result: 'error-connect-link-invalid', durationMs: 0 },
  });

  test('a link made before: the code is not used, nothing is stored', async () => {
    const server = chatWorld();
    const state = await begun(server);
    await endConnection(caller, server.ports);
    await expect(complete({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject(over);
    expect(server.oauth.exchange).not.toHaveBeenCalled();
    expect(await server.ports.connections.find('u1')).toBeUndefined();
    expect(await server.recorded()).toContainEqual(record);
  });

  test('a callback under way: nothing is stored', async () => {
    const server = chatWorld();
    const state = await begun(server);
    server.oauth.exchange.mockImplementationOnce(async () => {
      await endConnection(caller, server.ports);
      return grant;
    });
    await expect(complete({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject(over);
    expect(await server.ports.connections.find('u1')).toBeUndefined();
    expect(server.persistence.dump()).not.toContain('sealed');
    expect(await server.recorded()).toContainEqual(record);
  });

  test('a link made after it is good', async () => {
    const server = chatWorld();
    await endConnection(caller, server.ports);
    const state = await begun(server);
    await expect(complete({ state, code: 'code-1' }, server.ports)).resolves.toMatchObject({ userId: 'u1' });
  });

  test('a disconnect of somebody else ends none of theirs', async () => {
    const server = chatWorld();
    const state = await begun(server);
    await endConnection({ ...caller, id: 'u2' }, server.ports);
    await expect(complete({ state, code: 'code-1' }, server.ports)).resolves.toMatchObject({ userId: 'u1' });
  });
});

describe('the time that is left of the call', () => {
  test('limits both questions to the workspace', async () => {
    const server = chatWorld();
    const state = await begun(server);
    server.spend(20_000);
    server.oauth.exchange.mockImplementationOnce(async () => {
      server.spend(3_000);
      return grant;
    });
    await complete({ state, code: 'code-1' }, server.ports);
    const asked: unknown[][] = [...server.oauth.exchange.mock.calls, ...server.oauth.ownerOf.mock.calls];
    const limits = asked.map((call) => call[call.length - 1]);
    expect(limits).toEqual([
      expect.objectContaining({ timeoutMs: 7_000 }),
      expect.objectContaining({ timeoutMs: 4_000 }),
    ]);
  });

  test('nothing is stored when it is over, and it is recorded', async () => {
    const server = chatWorld();
    const state = await begun(server);
    server.oauth.exchange.mockImplementationOnce(async () => {
      server.spend(26_000);
      return grant;
    });
    await expect(complete({ state, code: 'code-1' }, server.ports)).rejects.toMatchObject({
      code: 'error-workspace-timeout',
    });
    expect(server.oauth.ownerOf).not.toHaveBeenCalled();
    expect(await server.ports.connections.find('u1')).toBeUndefined();
    expect(await server.recorded()).toHaveLength(1);
  });
});

test('the connection lasts as long as the setting says', async () => {
  const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
  const state = await begun(server);
  const connection = await complete({ state, code: 'code-1' }, server.ports);
  expect(connection.expiresAt - connection.connectedAt).toBe(5 * HOUR);
  expect(connection.refreshToken).toBe('refresh-1');
});
