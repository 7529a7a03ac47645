import { connectionOf, currentCredential, endOf } from '../../core/connection';
import { AppError } from '../../core/errors';
import { caller, chatWorld, connected, grant, HOUR } from '../fakes/chat';

const later = { ...grant, accessToken: 'access-2', refreshToken: 'refresh-2' };

async function connectedFor(server: ReturnType<typeof chatWorld>, lifetime: number): Promise<void> {
  const { ports } = server;
  const connectedAt = ports.clock.now();
  const consent = { connectedAt, expiresAt: connectedAt + lifetime };
  await ports.connections.save(connectionOf(caller.id, grant, consent, ports));
}

test('the access token of a live connection is used as it is', async () => {
  const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
  await connected(server);
  await expect(currentCredential(caller.id, server.settings, server.ports)).resolves.toEqual({
    kind: 'access-token',
    accessToken: 'access-1',
  });
  expect(server.oauth.refresh).not.toHaveBeenCalled();
});

test('without a connection there is no credential', async () => {
  const { ports, settings } = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
  await expect(currentCredential(caller.id, settings, ports)).rejects.toMatchObject({ code: 'error-not-connected' });
});

test("nobody gets another person's connection", async () => {
  const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
  await connected(server);
  await expect(currentCredential('u2', server.settings, server.ports)).rejects.toMatchObject({
    code: 'error-not-connected',
  });
});

test('one hour keeps no refresh token, and ends with the access token', async () => {
  const { ports } = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
  const connection = connectionOf(
    caller.id,
    grant,
    { connectedAt: ports.clock.now(), expiresAt: ports.clock.now() + HOUR },
    ports,
  );
  expect(connection.refreshToken).toBeUndefined();
  expect(endOf(connection)).toBe(ports.clock.now() + grant.lifetimeMs);
});

describe('a connection that outlives its access token', () => {
  test('is refreshed when that is about to end, and keeps its own end', async () => {
    const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
    await connectedFor(server, 5 * HOUR);
    const end = endOf((await server.ports.connections.find(caller.id))!);
    server.oauth.refresh.mockResolvedValueOnce(later);
    server.sleep(HOUR - 20_000);

    await expect(currentCredential(caller.id, server.settings, server.ports)).resolves.toMatchObject({
      accessToken: 'access-2',
    });
    expect(server.oauth.refresh.mock.calls[0][0]).toBe('refresh-1');
    const fresh = await server.ports.connections.find(caller.id);
    expect(fresh).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' });
    expect(endOf(fresh!)).toBe(end);
  });

  test('is forgotten at its end, whatever the token would still allow', async () => {
    const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
    await connectedFor(server, 5 * HOUR);
    server.sleep(5 * HOUR);
    await expect(currentCredential(caller.id, server.settings, server.ports)).rejects.toMatchObject({
      code: 'error-connection-ended',
    });
    expect(await server.ports.connections.find(caller.id)).toBeUndefined();
    expect(server.oauth.refresh).not.toHaveBeenCalled();
  });

  test('is forgotten sooner when the admin shortens the lifetime', async () => {
    const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
    await connectedFor(server, 5 * HOUR);
    server.sleep(2 * HOUR);
    const shorter = { ...server.settings, connectionLifetimeMs: 2 * HOUR };
    await expect(currentCredential(caller.id, shorter, server.ports)).rejects.toMatchObject({
      code: 'error-connection-ended',
    });
    expect(await server.ports.connections.find(caller.id)).toBeUndefined();
  });

  test('that its person ends while it is refreshed stays ended', async () => {
    const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
    await connectedFor(server, 5 * HOUR);
    server.sleep(HOUR);
    server.oauth.refresh.mockImplementationOnce(async () => {
      await server.ports.connections.remove(caller.id);
      return later;
    });
    await expect(currentCredential(caller.id, server.settings, server.ports)).rejects.toMatchObject({
      code: 'error-not-connected',
    });
    expect(await server.ports.connections.find(caller.id)).toBeUndefined();
  });

  test('is forgotten when the workspace refuses to refresh it', async () => {
    const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
    await connectedFor(server, 5 * HOUR);
    server.sleep(HOUR);
    await expect(currentCredential(caller.id, server.settings, server.ports)).rejects.toMatchObject({
      code: 'error-connection-ended',
    });
    expect(await server.ports.connections.find(caller.id)).toBeUndefined();
  });

  test.each(['error-workspace-timeout', 'error-workspace-unreachable'] as const)('is kept after %s', async (code) => {
    const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
    await connectedFor(server, 5 * HOUR);
    server.sleep(HOUR);
    server.oauth.refresh.mockRejectedValueOnce(new AppError(code));
    await expect(currentCredential(caller.id, server.settings, server.ports)).rejects.toMatchObject({ code });
    expect(await server.ports.connections.find(caller.id)).toMatchObject({ refreshToken: 'refresh-1' });
  });

  test('is refreshed once by two servers at the same time, and both get the new token', async () => {
    const first = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
    const second = chatWorld([], { connectionLifetimeMs: 5 * HOUR }, first.persistence, first.key);
    await connectedFor(first, 5 * HOUR);
    [first, second].forEach((server) => server.sleep(HOUR));
    // The workspace takes the refresh token from the first and refuses it to the second, which is told sooner.
    let refreshed!: () => void;
    const secondWaits = new Promise<void>((resolve) => (refreshed = resolve));
    first.oauth.refresh.mockImplementationOnce(async () => {
      await secondWaits;
      return later;
    });
    const { clock } = second.ports;
    clock.sleep = async (ms) => {
      refreshed();
      await new Promise((resolve) => setTimeout(resolve, 20));
      second.sleep(ms);
    };
    const credentials = await Promise.all(
      [first, second].map(({ ports, settings }) => currentCredential(caller.id, settings, ports)),
    );
    expect(credentials).toEqual([
      { kind: 'access-token', accessToken: 'access-2' },
      { kind: 'access-token', accessToken: 'access-2' },
    ]);
  });
});

test('without a refresh token a connection ends with its access token', async () => {
  const server = chatWorld([], { connectionLifetimeMs: 5 * HOUR });
  await connectedFor(server, HOUR);
  server.sleep(HOUR - 20_000);
  await expect(currentCredential(caller.id, server.settings, server.ports)).rejects.toMatchObject({
    code: 'error-connection-ended',
  });
  expect(await server.ports.connections.find(caller.id)).toBeUndefined();
});
