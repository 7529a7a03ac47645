import { notFound, success } from '../answers';
import type { GuardedRoute } from '../route';
import { sessionIdParams } from '../validation';

/**
 * Ends somebody's session. It does not ask whether the session is still alive: as long as its document exists the
 * answer is 200, and `logoutBy` and `logoutAt` are overwritten (`apps/meteor/ee/server/api/sessions.ts`).
 */
export const sessionsLogout: GuardedRoute = {
  method: 'POST',
  path: 'sessions/logout',
  params: sessionIdParams,
  permission: 'logout-device-management',
  twoFactor: true,
  licensed: true,
  action({ store, caller, params }) {
    const sessionId = params.sessionId as string;
    const session = store.sessions.get(sessionId);
    if (session === undefined) {
      return notFound('Session not found');
    }
    store.endSession(session, caller.user._id);
    return success({ sessionId });
  },
};
