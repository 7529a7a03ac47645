import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { callerOf, people } from '../../adapters/caller';

const user = (change: object): IUser =>
  ({ id: 'u1', username: 'admin', roles: ['admin'], isEnabled: true, ...change }) as unknown as IUser;

test('of a user the rules see who they are, their roles, and whether they are active; nothing else', () => {
  expect(callerOf(user({ emails: [], services: { password: 'a-hash' } }))).toEqual({
    id: 'u1',
    username: 'admin',
    roles: ['admin'],
    isEnabled: true,
  });
});

test('the roles are an array of this realm', () => {
  const roles = { 0: 'user', 1: 'admin', length: 2 };
  expect(callerOf(user({ roles })).roles).toEqual(['user', 'admin']);
  expect(callerOf(user({ roles: null })).roles).toEqual([]);
});

test.each([false, undefined, null, 'true', 1])(
  'invariant 1: an account whose state is %j is not active',
  (isEnabled) => {
    expect(callerOf(user({ isEnabled })).isEnabled).toBe(false);
  },
);

test('people are looked up anew each time', async () => {
  let lookups = 0;
  const getById = async (id: string) => user({ id, isEnabled: ++lookups === 1 });
  const found = people({ getUserReader: () => ({ getById }) } as unknown as IRead);
  expect([await found.find('u1'), await found.find('u1')]).toMatchObject([{ isEnabled: true }, { isEnabled: false }]);
});
