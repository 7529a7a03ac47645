import { connectionStatus } from '../../../core/connection/connectionStatus';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld, connected, grant, HOUR } from '../../fakes/chat';
import { NOW, settingsOf } from '../../fakes/ports';

test('allowed and connected, until the access token ends', async () => {
  const server = chatWorld();
  await connected(server);
  await expect(connectionStatus(caller, server.ports)).resolves.toEqual({
    allowed: caller,
    connectedUntil: NOW + grant.lifetimeMs,
  });
});

test('a lifetime that an admin has shortened counts', async () => {
  const server = chatWorld([], { connectionLifetimeMs: HOUR / 2 });
  await connected(server, 5 * HOUR);
  expect((await connectionStatus(caller, server.ports)).connectedUntil).toBe(NOW + HOUR / 2);
  server.sleep(HOUR / 2);
  expect((await connectionStatus(caller, server.ports)).connectedUntil).toBeUndefined();
});

test.each([
  ['without a connection', 'client-secret', false],
  ['with one that can no longer be read', 'another-secret', true],
])('not connected: %s', async (_name, secret, connects) => {
  const server = chatWorld();
  if (connects) {
    await connected(server);
  }
  const { ports } = chatWorld([], {}, { persistence: server.persistence, secret });
  await expect(connectionStatus(caller, ports)).resolves.toEqual({ allowed: caller, connectedUntil: undefined });
});

test('a caller without an allowed role may look, and learns that they have none', async () => {
  const server = chatWorld();
  await connected(server);
  const nobody = { ...caller, roles: ['user'] };
  await expect(connectionStatus(nobody, server.ports)).resolves.toMatchObject({ allowed: undefined });
  expect(await server.recorded()).toEqual([]);
});

test('settings that cannot be read are told', async () => {
  const { ports } = chatWorld();
  const settings = settingsOf(new AppError('error-settings-unreadable'));
  await expect(connectionStatus(caller, { ...ports, settings })).rejects.toMatchObject({
    code: 'error-settings-unreadable',
  });
});

test('a deactivated account is refused and recorded, and what it had granted is gone', async () => {
  const server = chatWorld();
  await connected(server);
  await expect(connectionStatus({ ...caller, isEnabled: false }, server.ports)).rejects.toMatchObject({
    code: 'error-account-deactivated',
  });
  expect(await server.recorded()).toEqual([
    expect.objectContaining({
      action: 'status',
      via: 'command',
      callerId: 'u1',
      outcome: { result: 'error-account-deactivated', durationMs: 0 },
    }),
  ]);
  expect(await server.ports.connections.find(caller.id)).toBeUndefined();
  expect(server.sent).toEqual([]);
});
