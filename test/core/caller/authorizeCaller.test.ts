import { authorizeCaller } from '../../../core/caller/authorizeCaller';
import { AppError } from '../../../core/shared/errors';
import { MemoryCodeAttempts, sendIncorrect } from '../../fakes/codeAttempts';
import { NOW, settings, settingsOf } from '../../fakes/ports';

function workspace(allowedRoles: string[], ids: Record<string, string> = {}) {
  const clock = { now: () => NOW };
  const lockouts = new MemoryCodeAttempts(clock);
  return {
    clock,
    lockouts,
    settings: settingsOf({ ...settings, allowedRoles }),
    roles: { findId: jest.fn(async (name: string) => ids[name]) },
    connections: { remove: jest.fn(async (_userId: string): Promise<void> => undefined) },
  };
}
const someone = (roles: string[], isEnabled = true) => ({ id: 'u1', username: 'someone', roles, isEnabled });

describe('who may ask', () => {
  const cases: Array<[string, string[], string[], boolean]> = [
    ['a role ID', ['admin'], ['admin'], true],
    ['one of several', ['nobody', 'admin'], ['user', 'admin'], true],
    ['the name of a custom role', ['security-officer'], ['r4nd0m'], true],
    ['another role', ['admin'], ['user'], false],
    ['the name of a role that the caller has by name only', ['security-officer'], ['officer'], false],
    ['an unknown role', ['nobody'], ['user'], false],
    ['nobody', [], ['admin'], false],
    ['a caller without roles', ['admin'], [], false],
    ['a caller whose role is called undefined', ['nobody'], ['undefined'], false],
  ];
  test.each(cases)('%s', async (_name, allowed, roles, passes) => {
    const caller = someone(roles);
    const ports = workspace(allowed, { 'security-officer': 'r4nd0m', admin: 'admin' });
    const checked = authorizeCaller(caller, ports);
    if (passes) {
      await expect(checked).resolves.toBe(caller);
    } else {
      await expect(checked).rejects.toMatchObject({ code: 'error-unauthorized' });
    }
    expect(ports.connections.remove).not.toHaveBeenCalled();
  });
});

test('no role is looked up when an ID matches already', async () => {
  const ports = workspace(['security-officer', 'admin']);
  await authorizeCaller(someone(['admin']), ports);
  expect(ports.roles.findId).not.toHaveBeenCalled();
});

test('settings that cannot be read allow nobody', async () => {
  const ports = { ...workspace(['admin']), settings: settingsOf(new AppError('error-settings-unreadable')) };
  await expect(authorizeCaller(someone(['admin']), ports)).rejects.toMatchObject({ code: 'error-settings-unreadable' });
});

describe('invariant 1: a deactivated account is refused, whatever its roles', () => {
  test('what it had granted to the app is deleted, and neither settings nor roles are read', async () => {
    const ports = workspace(['admin']);
    await expect(authorizeCaller(someone(['admin'], false), ports)).rejects.toMatchObject({
      code: 'error-account-deactivated',
    });
    expect(ports.connections.remove.mock.calls).toEqual([['u1']]);
    expect(ports.settings.asked).toMatchObject({ logout: 0, chat: 0 });
    expect(ports.lockouts.calls).toEqual([]);
    expect(ports.roles.findId).not.toHaveBeenCalled();
  });

  test('also when that cannot be deleted now', async () => {
    const ports = workspace(['admin']);
    ports.connections.remove.mockRejectedValueOnce(new Error('the store is down'));
    await expect(authorizeCaller(someone(['admin'], false), ports)).rejects.toMatchObject({
      code: 'error-account-deactivated',
    });
  });
});

describe('invariant 1: who is locked out is refused, whatever their roles', () => {
  test('after five incorrect codes, until when is said', async () => {
    const ports = workspace(['admin']);
    await sendIncorrect(4, 'u1', ports.lockouts);
    await expect(authorizeCaller(someone(['admin']), ports)).resolves.toBeDefined();
    await sendIncorrect(1, 'u1', ports.lockouts);
    await expect(authorizeCaller(someone(['admin']), ports)).rejects.toMatchObject({
      code: 'error-locked-out',
      until: NOW + 15 * 60_000,
      retryAfterSeconds: 15 * 60,
    });
  });

  test('codes of others lock nobody out', async () => {
    const ports = workspace(['admin']);
    await sendIncorrect(9, 'u2', ports.lockouts);
    await expect(authorizeCaller(someone(['admin']), ports)).resolves.toBeDefined();
  });

  test('somebody without an allowed role is told just that', async () => {
    const ports = workspace(['admin']);
    await sendIncorrect(5, 'u1', ports.lockouts);
    await expect(authorizeCaller(someone(['user']), ports)).rejects.toMatchObject({ code: 'error-unauthorized' });
    ports.lockouts.refusing.of = true;
    await expect(authorizeCaller(someone(['user']), ports)).rejects.toMatchObject({ code: 'error-unauthorized' });
  });

  test('invariant 4: when it cannot be told, nobody passes', async () => {
    const ports = workspace(['admin']);
    ports.lockouts.refusing.of = true;
    await expect(authorizeCaller(someone(['admin']), ports)).rejects.toMatchObject({ code: 'error-audit-unavailable' });
  });

  test('it is read once, while the settings are read', async () => {
    const ports = workspace(['admin']);
    const read = jest.spyOn(ports.settings, 'logout').mockImplementation(async () => {
      expect(ports.lockouts.calls).toEqual(['of']);
      return { ...settings, allowedRoles: ['admin'] };
    });
    await authorizeCaller(someone(['admin']), ports);
    expect(read).toHaveBeenCalled();
    expect(ports.lockouts.calls).toEqual(['of']);
  });
});
