import { failure, success } from '../answers';
import type { GuardedRoute } from '../route';
import { publicUserInfo } from '../userInfo';
import { userByIdOrUsername } from '../userSearch';
import { validator } from '../validation';

const by = (key: string) => ({
  properties: { [key]: { type: 'string' }, fields: { type: 'string', nullable: true } },
  required: [key],
});

/** A user by ID or by exact username, deactivated ones included (`apps/meteor/app/api/server/v1/users.ts`). */
export const usersInfo: GuardedRoute = {
  method: 'GET',
  path: 'users.info',
  params: validator(by('userId'), by('username')),
  action({ store, caller, params }) {
    const { userId, username } = params as { userId?: string; username?: string };
    const wanted = userId || username;
    if (!wanted) {
      return failure('Invalid search query.');
    }
    const user = userByIdOrUsername(store, wanted);
    return user === undefined
      ? failure('User not found.')
      : success({ user: publicUserInfo(store, user, caller.user) });
  },
};
