import { ApiError, forbidden, success } from '../answers';
import { refuseToLoseLastAdmin } from '../lastAdmin';
import type { AuthenticatedContext, GuardedRoute } from '../route';
import type { WorkspaceUser } from '../../model';

/** Deletes a user by `userId` or `username` (`apps/meteor/server/methods/deleteUser.ts`). Asks for no second factor. */
export const usersDelete: GuardedRoute = {
  method: 'POST',
  path: 'users.delete',
  action(context) {
    const { store, caller } = context;
    if (!store.hasPermission(caller.user, 'delete-user')) {
      return forbidden();
    }
    const user = userOf(context);
    if (user.type === 'app') {
      const details = { method: 'deleteUser' };
      throw new ApiError('error-cannot-delete-app-user', 'Deleting app user is not allowed', details);
    }
    refuseToLoseLastAdmin(store, user, 'Leaving the app without admins is not allowed', {
      method: 'deleteUser',
      action: 'Remove_last_admin',
    });
    store.logins.deleteUser(user);
    return success();
  },
};

/** `apps/meteor/app/api/server/helpers/getUserFromParams.ts` */
function userOf({ store, params }: AuthenticatedContext): WorkspaceUser {
  const [userId, username] = [params.userId, params.username].map((value) => (typeof value === 'string' ? value : ''));
  if (userId === '' && username === '') {
    const reason = 'The required "userId" or "username" param was not provided';
    throw new ApiError('error-user-param-not-provided', reason);
  }
  const user = userId === '' ? store.users.byUsername(username) : store.users.get(userId);
  if (user === undefined) {
    const reason = 'The required "userId" or "username" param provided does not match any users';
    throw new ApiError('error-invalid-user', reason);
  }
  return user;
}
