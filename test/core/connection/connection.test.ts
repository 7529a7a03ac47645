import { connectionOf, endOf } from '../../../core/connection/connection';
import { caller, chatWorld, grant, HOUR } from '../../fakes/chat';
import { NOW } from '../../fakes/ports';

const { ports } = chatWorld();
const lasting = (lifetimeMs: number, granted = grant) =>
  connectionOf(caller.id, granted, { connectedAt: NOW, expiresAt: NOW + lifetimeMs }, ports);

test('a connection is what was granted, to whom, and until when', () => {
  expect(lasting(5 * HOUR)).toEqual({
    id: expect.any(String),
    userId: caller.id,
    connectedAt: NOW,
    accessToken: 'access-1',
    accessExpiresAt: NOW + grant.lifetimeMs,
    refreshToken: 'refresh-1',
    expiresAt: NOW + 5 * HOUR,
  });
});

test('every one has its own ID', () => {
  expect(lasting(HOUR).id).not.toBe(lasting(HOUR).id);
});

test('one hour keeps no refresh token, and ends with the access token', () => {
  const connection = lasting(HOUR);
  expect(connection.refreshToken).toBeUndefined();
  expect(endOf(connection)).toBe(NOW + grant.lifetimeMs);
});

test.each([
  ['longer than its access token, which can be refreshed', 5 * HOUR, grant, 5 * HOUR],
  ['longer than its access token, which cannot', 5 * HOUR, { ...grant, refreshToken: undefined }, grant.lifetimeMs],
  ['shorter than its access token', HOUR / 2, grant, HOUR / 2],
])('a connection that lasts %s', (_name, lifetimeMs, granted, end) => {
  expect(endOf(lasting(lifetimeMs, granted))).toBe(NOW + end);
});
