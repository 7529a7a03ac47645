import { authorizeCaller } from '../../core/authorizeCaller';

const directory = (ids: Record<string, string>) => ({ findId: jest.fn(async (name: string) => ids[name]) });

describe('who may ask', () => {
  const cases: Array<[string, string[], string[], boolean]> = [
    ['a role id', ['admin'], ['admin'], true],
    ['one of several', ['nobody', 'admin'], ['user', 'admin'], true],
    ['the name of a custom role', ['security-officer'], ['r4nd0m'], true],
    ['another role', ['admin'], ['user'], false],
    ['the name of a role that the caller has by name only', ['security-officer'], ['officer'], false],
    ['an unknown role', ['nobody'], ['user'], false],
    ['nobody', [], ['admin'], false],
    ['a caller without roles', ['admin'], [], false],
  ];
  test.each(cases)('%s', async (_name, allowed, roles, passes) => {
    const caller = { id: 'u1', username: 'someone', roles };
    const checked = authorizeCaller(caller, allowed, directory({ 'security-officer': 'r4nd0m', admin: 'admin' }));
    if (passes) {
      await expect(checked).resolves.toBe(caller);
    } else {
      await expect(checked).rejects.toMatchObject({ code: 'error-unauthorized' });
    }
  });
});

test('no role is looked up when an id matches already', async () => {
  const roles = directory({});
  await authorizeCaller({ id: 'u1', username: 'admin', roles: ['admin'] }, ['security-officer', 'admin'], roles);
  expect(roles.findId).not.toHaveBeenCalled();
});
