import { notFound, success } from '../answers';
import type { GuardedRoute } from '../route';
import { findSessions } from '../sessionSearch';
import { sessionIdParams } from '../validation';

/**
 * One session. The ID is used as a regular expression, unescaped and in any case, and matched against more than session
 * IDs: the answer may be somebody else's session, so a caller must compare (`apps/meteor/ee/server/api/sessions.ts`).
 */
export const sessionsInfoAdmin: GuardedRoute = {
  method: 'GET',
  path: 'sessions/info.admin',
  params: sessionIdParams,
  permission: 'view-device-management',
  twoFactor: true,
  licensed: true,
  action({ store, params }) {
    const search = params.sessionId as string;
    const [session] = findSessions(store, { search, offset: 0, count: 1 }).sessions;
    return session === undefined ? notFound('Session not found') : success(session);
  },
};
