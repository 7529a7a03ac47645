import type { GuardedRoute } from '../route';

/** Ends the login the call was made with. Its session documents stay listed (`apps/meteor/app/api/server/api.ts`). */
export const logout: GuardedRoute = {
  method: 'POST',
  path: 'logout',
  action({ store, caller: { user, loginToken } }) {
    if (loginToken !== undefined) {
      store.logins.endToken(user._id, loginToken.hashedToken);
    }
    return { status: 200, body: { status: 'success', data: { message: "You've been logged out!" } } };
  },
};
