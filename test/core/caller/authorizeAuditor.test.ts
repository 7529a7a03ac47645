import { authorizeAuditor } from '../../../core/caller/authorizeAuditor';
import { AppError } from '../../../core/shared/errors';
import { request, settings, settingsOf, world } from '../../fakes/ports';

const someone = (roles: string[], isEnabled = true) => ({ ...request.caller, roles, isEnabled });
const portsWith = (auditorRoles: string[], allowedRoles = ['admin']) => {
  const { ports, remove } = world([]);
  return { ...ports, remove, settings: settingsOf({ ...settings, allowedRoles, auditorRoles }) };
};

test.each<[string, string[], string[], boolean]>([
  ['an allowed role, where no auditors are set', [], ['admin'], true],
  ['another role, where no auditors are set', [], ['auditor'], false],
  ['an auditor role', ['auditor'], ['auditor'], true],
  ['an auditor role by its name', ['security-officer'], ['r4nd0mR0leId'], true],
  ['an allowed role alone, where auditors are set', ['auditor'], ['admin'], false],
  ['no role at all', ['auditor'], [], false],
])('%s', async (_name, auditorRoles, roles, passes) => {
  const checked = authorizeAuditor(someone(roles), portsWith(auditorRoles));
  if (passes) {
    await expect(checked).resolves.toEqual(someone(roles));
  } else {
    await expect(checked).rejects.toMatchObject({ code: 'error-unauthorized' });
  }
});

test('a deactivated account is refused, and what it had granted to the app is deleted', async () => {
  const ports = portsWith(['auditor']);
  const checked = authorizeAuditor(someone(['auditor'], false), ports);
  await expect(checked).rejects.toMatchObject({ code: 'error-account-deactivated' });
  expect(ports.remove).toHaveBeenCalledWith('u1');
});

test('settings that cannot be read let nobody read', async () => {
  const ports = { ...portsWith([]), settings: settingsOf(new AppError('error-settings-unreadable')) };
  await expect(authorizeAuditor(someone(['admin']), ports)).rejects.toMatchObject({
    code: 'error-settings-unreadable',
  });
});
