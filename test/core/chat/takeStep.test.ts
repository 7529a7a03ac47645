import { createHash } from 'crypto';
import { allowedCredential, takeStep } from '../../../core/chat/takeStep';
import { AppError } from '../../../core/shared/errors';
import { caller, challenge, chatWorld, ChatWorld, connected, grant, HOUR, pending } from '../../fakes/chat';
import { replies, settingsOf } from '../../fakes/ports';

async function connectedWorld(...args: Parameters<typeof chatWorld>): Promise<ChatWorld> {
  const server = chatWorld(...args);
  await connected(server);
  return server;
}
const typed = (text?: string, confirmed = true) => ({ text, confirmed });
const step = ({ ports }: ChatWorld, code?: string, person = caller) =>
  takeStep(pending, person, 'modal', typed(code), ports);

test('without a code the workspace is asked, with one the session ends', async () => {
  const server = await connectedWorld([challenge('totp'), challenge('totp'), replies.done()]);
  await expect(step(server)).resolves.toMatchObject({ kind: 'code-needed', pending });
  await expect(step(server, '123456')).resolves.toMatchObject({ kind: 'done', at: server.ports.clock.now() });
  expect(server.endings()).toHaveLength(1);
});

test('where a code was mailed to is shown with most of it hidden', async () => {
  const mailed = { codeGenerated: true, emailOrUsername: 'olivia@example.com' };
  const server = await connectedWorld([challenge('email', mailed)]);
  await expect(step(server)).resolves.toMatchObject({
    question: { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 },
  });
});

test('a password is sent as its digest, where the admin allows it', async () => {
  const server = await connectedWorld([challenge('password'), replies.done()], { passwordInChat: true });
  await step(server, 'pat-password');
  expect(server.endings()[0].secondFactor.code).toBe(createHash('sha256').update('pat-password').digest('hex'));
});

describe('where the workspace asks for no code, and the admin allows that', () => {
  test.each([
    [false, 'confirm-needed', 0],
    [true, 'done', 1],
  ])('what was said yes to: %s, becomes %s', async (confirmed, kind, count) => {
    const server = await connectedWorld([replies.notFound, replies.done()], { withoutChallenge: 'allow' });
    const taken = await takeStep(pending, caller, 'command', typed(undefined, confirmed), server.ports);
    expect(taken.kind).toBe(kind);
    expect(server.endings()).toHaveLength(count);
  });
});

test('a password is not asked for where it must not be typed', async () => {
  const server = await connectedWorld([challenge('password'), replies.done()]);
  await expect(step(server)).resolves.toMatchObject({ error: { code: 'error-password-not-in-chat' }, again: false });
});

describe('without a connection', () => {
  test('one connects first, and goes on with the same logout', async () => {
    const server = chatWorld([challenge('totp')]);
    await expect(step(server)).resolves.toMatchObject({ kind: 'connect-first', ended: false });
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ via: 'modal', outcome: { result: 'error-not-connected', durationMs: 0 } }),
    ]);
    expect(server.sent).toEqual([]);
    await connected(server);
    await expect(step(server)).resolves.toMatchObject({ kind: 'code-needed' });
  });

  test('a token that the workspace refuses is deleted', async () => {
    const server = await connectedWorld([replies.notLoggedIn]);
    await expect(step(server)).resolves.toMatchObject({ kind: 'connect-first', ended: true });
    expect(await server.ports.connections.find(caller.id)).toBeUndefined();
  });

  test('one whose key is gone is over, and deleted', async () => {
    const before = await connectedWorld();
    const server = chatWorld([], {}, { persistence: before.persistence, secret: 'another-secret' });
    await expect(step(server)).resolves.toMatchObject({ kind: 'connect-first', ended: true });
    expect(server.persistence.dump()).toBe('[]');
    expect(server.sent).toEqual([]);
  });
});

test('a slow refresh leaves no time: nothing is asked of the workspace, and it is recorded', async () => {
  const server = chatWorld([challenge('totp'), replies.done()], { connectionLifetimeMs: 5 * HOUR });
  await connected(server, 5 * HOUR);
  server.sleep(HOUR);
  server.oauth.refresh.mockImplementationOnce(async () => {
    server.spend(26_000);
    return { ...grant, accessToken: 'access-2' };
  });
  await expect(step(server, '123456')).resolves.toMatchObject({
    kind: 'failed',
    error: { code: 'error-workspace-timeout' },
    again: true,
  });
  expect(server.sent).toEqual([]);
  expect(await server.recorded()).toEqual([
    expect.objectContaining({ outcome: expect.objectContaining({ result: 'error-workspace-timeout' }) }),
  ]);
});

test('a slow refresh and a slow probe together leave no time for the logout', async () => {
  const server = chatWorld([challenge('totp'), replies.done()], { connectionLifetimeMs: 5 * HOUR });
  await connected(server, 5 * HOUR);
  server.sleep(HOUR);
  server.oauth.refresh.mockImplementationOnce(async () => {
    server.spend(13_000);
    return { ...grant, accessToken: 'access-2' };
  });
  const { sessions } = server.ports;
  const slow: typeof sessions = {
    logout: (call) => {
      server.spend(13_000);
      return sessions.logout(call);
    },
  };
  const taken = await takeStep(pending, caller, 'modal', typed('123456'), { ...server.ports, sessions: slow });
  expect(taken).toMatchObject({ kind: 'failed', error: { code: 'error-workspace-timeout' } });
  expect(server.sent).toHaveLength(1);
  expect(server.endings()).toEqual([]);
});

describe('nobody gets a credential who may not', () => {
  const people = [
    ['without an allowed role', { ...caller, roles: ['user'] }, 'error-unauthorized'],
    ['with a deactivated account', { ...caller, isEnabled: false }, 'error-account-deactivated'],
  ] as const;
  test.each(people)('%s: recorded once, nothing sent', async (_name, person, code) => {
    const server = await connectedWorld([challenge('totp'), replies.done()]);
    await expect(step(server, '123456', person)).resolves.toMatchObject({
      kind: 'failed',
      error: { code },
      again: false,
    });
    expect(server.sent).toEqual([]);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
    ]);
    expect((await server.ports.connections.find('u1')) === undefined).toBe(!person.isEnabled);
    await expect(allowedCredential(pending, person, server.ports)).rejects.toMatchObject({ code });
  });

  test('who may gets their own', async () => {
    const { ports } = await connectedWorld();
    await expect(allowedCredential(pending, caller, ports)).resolves.toEqual({
      kind: 'access-token',
      accessToken: 'access-1',
    });
  });
});

test('settings that cannot be read end the step: recorded, nothing sent', async () => {
  const { ports, sent, recorded } = await connectedWorld();
  const settings = settingsOf(new AppError('error-settings-unreadable'));
  await expect(takeStep(pending, caller, 'modal', typed('123456'), { ...ports, settings })).resolves.toMatchObject({
    kind: 'failed',
    error: { code: 'error-settings-unreadable' },
  });
  expect(sent).toEqual([]);
  expect(await recorded()).toHaveLength(1);
});
