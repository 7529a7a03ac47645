import { notFound, success } from '../answers';
import type { GuardedRoute } from '../route';
import { sessionIdParams } from '../validation';

/**
 * Ends anybody's session, with everything that shares its login token. It does not ask whether the session is still
 * open: as long as its document exists and knows a login token, the answer is 200
 * (`apps/meteor/ee/server/api/sessions.ts`).
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
    if (session === undefined || session.loginToken === '') {
      return notFound('Session not found');
    }
    store.logins.endSession(session, caller.user._id);
    return success({ sessionId });
  },
};
