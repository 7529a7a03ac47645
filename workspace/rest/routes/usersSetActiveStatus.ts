import { failure, forbidden, success } from '../answers';
import { refuseToLoseLastAdmin } from '../lastAdmin';
import type { GuardedRoute } from '../route';
import { validator } from '../validation';

/** Activates or deactivates a user (`apps/meteor/app/api/server/v1/users.ts`). Asks for no second factor. */
export const usersSetActiveStatus: GuardedRoute = {
  method: 'POST',
  path: 'users.setActiveStatus',
  params: validator({
    properties: {
      userId: { type: 'string' },
      activeStatus: { type: 'boolean' },
      confirmRelinquish: { type: 'boolean', nullable: true },
    },
    required: ['userId', 'activeStatus'],
  }),
  action({ store, caller, params }) {
    if (!store.hasPermission(caller.user, 'edit-other-user-active-status')) {
      return forbidden();
    }
    const user = store.users.get(params.userId as string);
    if (user === undefined) {
      return failure('User not found');
    }
    if (params.activeStatus === false) {
      refuseToLoseLastAdmin(store, user, 'Leaving the app without an active admin is not allowed', {
        method: 'removeUserFromRole',
        action: 'Remove_last_admin',
      });
    }
    store.logins.setActive(user, params.activeStatus as boolean);
    return success({ user: { _id: user._id, active: user.active } });
  },
};
