import { admitLogout, beginLogout } from '../../../core/chat/beginLogout';
import { logoutInOneLine } from '../../../core/chat/logoutInOneLine';
import { ChatPorts } from '../../../core/chat/chatPorts';
import { PendingLogout } from '../../../core/chat/pendingLogout';
import { Caller } from '../../../core/caller/caller';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld, connected, pending } from '../../fakes/chat';
import { NOW, settingsOf } from '../../fakes/ports';

test('a logout waits under a random ID, for this person alone, and the workspace is asked nothing', async () => {
  const { ports, sent, recorded } = chatWorld();
  const [id, other] = [await beginLogout(caller, pending, ports), await beginLogout(caller, pending, ports)];
  expect(id).not.toBe(other);
  expect(await ports.pendingLogouts.peek(id)).toMatchObject({
    ...pending,
    ownerId: 'u1',
    expiresAt: NOW + 5 * 60_000,
    turn: 0,
  });
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([]);
});

type Run = (person: Caller, about: PendingLogout, ports: ChatPorts) => Promise<unknown>;
const ways: Array<[string, Run]> = [
  ['by dialog', beginLogout],
  ['in one line', (person, about, ports) => logoutInOneLine(person, about, { code: '123456' }, ports)],
  ['by either', admitLogout],
];
describe.each(ways)('nobody gets anywhere who may not: %s', (_way, run) => {
  const refusals: Array<[string, Caller, Partial<PendingLogout>, AppError['code']]> = [
    ['without an allowed role', { ...caller, roles: ['user'] }, {}, 'error-unauthorized'],
    ['with a deactivated account', { ...caller, isEnabled: false }, {}, 'error-account-deactivated'],
    ['with something that is no session ID', caller, { sessionId: 'a/b' }, 'invalid-params'],
    ['with a reason that is too long', caller, { reason: 'x'.repeat(501) }, 'invalid-params'],
    ['with a reason that hides something', caller, { reason: 'a\u202eb' }, 'invalid-params'],
  ];
  test.each(refusals)('%s: refused first, recorded, nothing stored or sent', async (_name, person, change, code) => {
    const { ports, sent, persistence, recorded } = chatWorld();
    await expect(run(person, { ...pending, ...change }, ports)).rejects.toMatchObject({ code });
    expect(sent).toEqual([]);
    expect(persistence.dump()).not.toMatch(/logout:key|sealed/);
    const entries = await recorded();
    expect(entries).toEqual([
      expect.objectContaining({ via: 'command', callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
    ]);
    // What was not found valid is not kept either.
    expect(entries[0].sessionId ?? entries[0].reason).toBeUndefined();
  });

  test('while the settings cannot be read', async () => {
    const { ports, sent, persistence, recorded } = chatWorld();
    const settings = settingsOf(new AppError('error-settings-unreadable'));
    await expect(run(caller, pending, { ...ports, settings })).rejects.toMatchObject({
      code: 'error-settings-unreadable',
    });
    expect(sent).toEqual([]);
    expect(persistence.dump()).toBe('[]');
    expect(await recorded()).toHaveLength(1);
  });

  test('a deactivated account’s connection is removed', async () => {
    const server = chatWorld();
    await connected(server);
    await expect(run({ ...caller, isEnabled: false }, pending, server.ports)).rejects.toBeInstanceOf(AppError);
    expect(await server.ports.connections.find('u1')).toBeUndefined();
    expect(server.sent).toEqual([]);
  });
});
