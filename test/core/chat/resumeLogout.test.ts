import { findPending } from '../../../core/chat/pendingLogout';
import { resumeLogout } from '../../../core/chat/resumeLogout';
import { caller, keep, chatWorld, connected, unasked } from '../../fakes/chat';

test('who still may can look at their logout again: nothing is sent, recorded or used up', async () => {
  const { id, ports, sent, recorded } = await unasked();
  await resumeLogout(await findPending(id, caller, ports), caller, ports);
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([]);
  await expect(findPending(id, caller, ports)).resolves.toMatchObject({ turn: 1 });
});

test.each([
  ['without an allowed role', { ...caller, roles: ['user'] }, 'error-unauthorized'],
  ['with a deactivated account', { ...caller, isEnabled: false }, 'error-account-deactivated'],
])('a person %s cannot: recorded, nothing sent', async (_name, person, code) => {
  const server = await unasked();
  await connected(server);
  const { id, ports, sent, recorded } = server;
  await expect(resumeLogout(await findPending(id, caller, ports), person, ports)).rejects.toMatchObject({ code });
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([
    expect.objectContaining({ via: 'modal', sessionId: 'aLiveSession', outcome: { result: code, durationMs: 0 } }),
  ]);
  expect((await ports.connections.find('u1')) === undefined).toBe(!person.isEnabled);
});

describe('one that waits for a password', () => {
  const question = { method: 'password', mailed: false, failures: 0 } as const;

  test('cannot be looked at where passwords must not be typed: recorded, nothing sent, left where it is', async () => {
    const server = chatWorld();
    const found = await keep(server, { question });
    await expect(resumeLogout(found, caller, server.ports)).rejects.toMatchObject({
      code: 'error-password-not-in-chat',
    });
    expect(server.sent).toEqual([]);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ outcome: { result: 'error-password-not-in-chat', durationMs: 0 } }),
    ]);
    await expect(findPending(found.id, caller, server.ports)).resolves.toMatchObject({ turn: 1 });
  });

  test('can where the admin allows it', async () => {
    const server = chatWorld([], { passwordInChat: true });
    await resumeLogout(await keep(server, { question }), caller, server.ports);
    expect(await server.recorded()).toEqual([]);
  });
});

test.each(['confirm', { method: 'totp', mailed: false, failures: 0 }] as const)(
  'one that waits for %j can, whether passwords may be typed or not',
  async (question) => {
    const server = chatWorld();
    await expect(resumeLogout(await keep(server, { question }), caller, server.ports)).resolves.toBeUndefined();
  },
);
