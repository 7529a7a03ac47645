import { forbidden, success } from '../answers';
import type { GuardedRoute } from '../route';

/**
 * Ends every login of a user: the caller's own, or with `logout-other-user` anybody's. No licence, no second factor;
 * an unknown user is logged out as well (`apps/meteor/app/api/server/v1/users.ts`).
 */
export const usersLogout: GuardedRoute = {
  method: 'POST',
  path: 'users.logout',
  action({ store, caller, params }) {
    const userId = typeof params.userId === 'string' && params.userId !== '' ? params.userId : caller.user._id;
    if (userId !== caller.user._id && !store.hasPermission(caller.user, 'logout-other-user')) {
      return forbidden();
    }
    const user = store.users.get(userId);
    if (user !== undefined) {
      store.endAllLogins(user);
    }
    return success({ message: `User ${userId} has been logged out!` });
  },
};
