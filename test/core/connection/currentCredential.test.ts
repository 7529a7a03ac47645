import { currentCredential } from '../../../core/connection/currentCredential';
import { connectionOf } from '../../../core/connection/connection';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld, ChatWorld, client, connected, grant, HOUR } from '../../fakes/chat';
import { settings, settingsOf } from '../../fakes/ports';

const later = { ...grant, accessToken: 'access-2', refreshToken: 'refresh-2' };
const lasting = (connectionLifetimeMs = 5 * HOUR): ChatWorld => chatWorld([], { connectionLifetimeMs });
const credentialIn = ({ ports }: ChatWorld, userId = caller.id) => currentCredential(userId, ports);

test('the access token of a live connection is used as it is', async () => {
  const server = lasting();
  await connected(server);
  await expect(credentialIn(server)).resolves.toEqual({ kind: 'access-token', accessToken: 'access-1' });
  expect(server.oauth.refresh).not.toHaveBeenCalled();
});

test('without a connection there is no credential', async () => {
  await expect(credentialIn(lasting())).rejects.toMatchObject({ code: 'error-not-connected' });
});

test("nobody gets another person's connection", async () => {
  const server = lasting();
  await connected(server);
  await expect(credentialIn(server, 'u2')).rejects.toMatchObject({ code: 'error-not-connected' });
});

test('settings that cannot be read give no credential, and delete nothing', async () => {
  const server = lasting();
  await connected(server);
  const ports = { ...server.ports, settings: settingsOf(new AppError('error-settings-unreadable')) };
  await expect(currentCredential(caller.id, ports)).rejects.toMatchObject({ code: 'error-settings-unreadable' });
  expect(await server.ports.connections.find(caller.id)).toMatchObject({ accessToken: 'access-1' });
});

test.each([
  ['another OAuth client', 'another-secret'],
  ['no OAuth client', undefined],
])('tokens that cannot be read with %s are over, and removed', async (_name, secret) => {
  const before = lasting();
  await connected(before, 5 * HOUR);
  const { persistence } = before;
  const after = chatWorld([], { connectionLifetimeMs: 5 * HOUR }, { persistence, secret });
  expect(await after.ports.connections.find(caller.id)).toBe('unreadable');
  await expect(credentialIn(after)).rejects.toMatchObject({ code: 'error-connection-ended' });
  expect(persistence.dump()).toBe('[]');
  expect(after.oauth.refresh).not.toHaveBeenCalled();
});

/** What must hold when a connection is over by the app's own clock. */
async function isOver(server: ChatWorld): Promise<void> {
  server.oauth.refresh.mockResolvedValue(later);
  await expect(credentialIn(server)).rejects.toMatchObject({ code: 'error-connection-ended' });
  expect(server.oauth.refresh).not.toHaveBeenCalled();
  expect(server.persistence.dump()).toBe('[]');
}

describe('a connection is over, whatever its tokens would still allow', () => {
  test('at its end, though the admin has made the lifetime longer since', async () => {
    const server = lasting(100 * HOUR);
    await connected(server, 5 * HOUR);
    server.sleep(5 * HOUR);
    await isOver(server);
  });

  test('a lifetime after the consent, where the admin has made that shorter since', async () => {
    const server = lasting(2 * HOUR);
    await connected(server, 5 * HOUR);
    server.sleep(2 * HOUR);
    await isOver(server);
  });

  test('at its end, though its access token lives on', async () => {
    const server = lasting(5 * HOUR);
    await connected(server, HOUR / 2);
    server.sleep(HOUR / 2);
    await isOver(server);
  });

  test('a lifetime after the consent, though its access token lives on', async () => {
    const server = lasting(HOUR / 2);
    await connected(server, 5 * HOUR);
    server.sleep(HOUR / 2);
    await isOver(server);
  });

  test('with its access token, where there is no refresh token', async () => {
    const server = lasting();
    await connected(server, HOUR);
    server.sleep(HOUR - 20_000);
    await isOver(server);
  });
});

describe('a connection that outlives its access token', () => {
  /** A connection of five hours whose access token is about to end. */
  async function aboutToEnd(): Promise<ChatWorld> {
    const server = lasting();
    await connected(server, 5 * HOUR);
    server.sleep(HOUR - 20_000);
    return server;
  }

  test('is refreshed when that is about to end, and keeps its own beginning and end', async () => {
    const server = await aboutToEnd();
    const before = await server.ports.connections.find(caller.id);
    server.oauth.refresh.mockResolvedValueOnce(later);
    await expect(credentialIn(server)).resolves.toEqual({ kind: 'access-token', accessToken: 'access-2' });
    expect(server.oauth.refresh.mock.calls).toEqual([
      ['refresh-1', client, { workspaceUrl: settings.workspaceUrl, timeoutMs: settings.timeoutMs }],
    ]);
    const { connectedAt, expiresAt } = before as Exclude<typeof before, 'unreadable' | undefined>;
    expect(await server.ports.connections.find(caller.id)).toMatchObject({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      connectedAt,
      expiresAt,
    });
  });

  test('is refreshed in what is left of the call', async () => {
    const server = await aboutToEnd();
    server.spend(21_000);
    await credentialIn(server).catch(() => undefined);
    expect(server.oauth.refresh).toHaveBeenCalledWith(
      'refresh-1',
      client,
      expect.objectContaining({ timeoutMs: 6_000 }),
    );
  });

  test('is not refreshed when too little is left of the call, and is kept', async () => {
    const server = await aboutToEnd();
    // Less than 6 s are left: an answer that is lost would cost the refresh token.
    server.spend(21_001);
    await expect(credentialIn(server)).rejects.toMatchObject({ code: 'error-workspace-timeout' });
    expect(server.oauth.refresh).not.toHaveBeenCalled();
    expect(await server.ports.connections.find(caller.id)).toMatchObject({ refreshToken: 'refresh-1' });
  });

  test.each(['disconnect', 'remove'] as const)('that its person ends before it is refreshed: %s', async (how) => {
    const server = await aboutToEnd();
    server.oauth.refresh.mockResolvedValue(later);
    const { connections } = server.ports;
    const disconnects = async (userId: string): Promise<readonly string[]> => {
      await connections[how](userId);
      return connections.disconnects(userId);
    };
    const ports = { ...server.ports, connections: { ...connections, disconnects } };
    await expect(currentCredential(caller.id, ports)).rejects.toMatchObject({ code: 'error-connection-ended' });
    expect(server.oauth.refresh).not.toHaveBeenCalled();
    expect(await connections.find(caller.id)).toBeUndefined();
  });

  test('that its person ends while it is refreshed stays ended', async () => {
    const server = await aboutToEnd();
    server.oauth.refresh.mockImplementationOnce(async () => {
      await server.ports.connections.disconnect(caller.id);
      return later;
    });
    await expect(credentialIn(server)).rejects.toMatchObject({ code: 'error-not-connected' });
    expect(await server.ports.connections.find(caller.id)).toBeUndefined();
  });

  test('is forgotten when the workspace refuses to refresh it', async () => {
    const server = await aboutToEnd();
    await expect(credentialIn(server)).rejects.toMatchObject({ code: 'error-connection-ended' });
    expect(await server.ports.connections.find(caller.id)).toBeUndefined();
  });

  test.each(['error-workspace-timeout', 'error-workspace-unreachable', 'error-workspace-invalid-response'] as const)(
    'is kept after %s',
    async (code) => {
      const server = await aboutToEnd();
      server.oauth.refresh.mockRejectedValueOnce(new AppError(code));
      await expect(credentialIn(server)).rejects.toMatchObject({ code });
      expect(await server.ports.connections.find(caller.id)).toMatchObject({ refreshToken: 'refresh-1' });
    },
  );

  test('is refreshed once by two servers at the same time, and both get the new token', async () => {
    const first = lasting();
    const second = chatWorld([], { connectionLifetimeMs: 5 * HOUR }, first.shared);
    await connected(first, 5 * HOUR);
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
      second.spend(ms);
    };
    const credentials = await Promise.all([first, second].map((server) => credentialIn(server)));
    expect(credentials).toEqual([
      { kind: 'access-token', accessToken: 'access-2' },
      { kind: 'access-token', accessToken: 'access-2' },
    ]);
  });

  test('that another server has refreshed already is taken as it is', async () => {
    const server = await aboutToEnd();
    const { ports, oauth } = server;
    const disconnects = async (userId: string): Promise<readonly string[]> => {
      const now = ports.clock.now();
      const fresh = connectionOf(userId, later, { connectedAt: now, expiresAt: now + 5 * HOUR }, ports);
      await ports.connections.save(fresh, []);
      return [];
    };
    const changed = { ...ports, connections: { ...ports.connections, disconnects } };
    await expect(currentCredential(caller.id, changed)).resolves.toMatchObject({ accessToken: 'access-2' });
    expect(oauth.refresh).not.toHaveBeenCalled();
  });
});
