import { notFound, success } from '../answers';
import type { GuardedRoute } from '../route';
import { findSessions } from '../sessionSearch';
import { sessionIdParams } from '../validation';

/**
 * One live session. The id is used as a regular expression, unescaped and without regard to case, over more than the
 * id: a caller may get somebody else's session and must compare (`apps/meteor/ee/server/api/sessions.ts`).
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
    const [session] = findSessions(store, { search, offset: 0, count: 1, sort: {} }).sessions;
    return session === undefined ? notFound('Session not found') : success(session);
  },
};
