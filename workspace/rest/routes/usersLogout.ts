import { forbidden, success } from '../answers';
import type { GuardedRoute } from '../route';
import { validator } from '../validation';

/**
 * Ends every login of a user: the caller's own or, with `logout-other-user`, anybody's. Needs no licence and asks for
 * no second factor. An empty or missing ID means the caller, and an unknown user is answered like a known one
 * (`apps/meteor/app/api/server/v1/users.ts`).
 */
export const usersLogout: GuardedRoute = {
  method: 'POST',
  path: 'users.logout',
  params: validator({ properties: { userId: { type: 'string', nullable: true } }, additionalProperties: true }),
  action({ store, caller, params }) {
    const userId = (params.userId as string | null | undefined) || caller.user._id;
    if (userId !== caller.user._id && !store.hasPermission(caller.user, 'logout-other-user')) {
      return forbidden();
    }
    const user = store.users.get(userId);
    if (user !== undefined) {
      store.logins.endAll(user);
    }
    return success({ message: `User ${userId} has been logged out!` });
  },
};
