import { failure, success, type ApiAnswer } from '../answers';
import { pageOf, sortOf } from '../listParameters';
import type { AuthenticatedContext, GuardedRoute } from '../route';
import { findSessions } from '../sessionSearch';
import { usersLike } from '../userSearch';
import { paginationParams } from '../validation';

const SORT_KEYS = ['loginAt', 'device.name', 'device.os.name', 'device.os.version', '_user.name', '_user.username'];
/** A search by user finds the sessions of this many users at most, and does not say that there were more. */
const USERS_PER_SEARCH = 5;

/** The caller's own sessions. */
export const sessionsList: GuardedRoute = {
  method: 'GET',
  path: 'sessions/list',
  params: paginationParams,
  licensed: true,
  action: (context) => listed(context, escaped(filterOf(context)), context.caller.user._id),
};

/**
 * Everyone's sessions. `filter` is a session ID, user ID, client, device or OS, or a name of a user, whole or in part
 * (`apps/meteor/ee/server/api/sessions.ts`).
 */
export const sessionsListAll: GuardedRoute = {
  method: 'GET',
  path: 'sessions/list.all',
  params: paginationParams,
  permission: 'view-device-management',
  twoFactor: true,
  licensed: true,
  action(context) {
    const filter = filterOf(context);
    if (filter === '') {
      return listed(context, '');
    }
    const users = usersLike(context.store, filter).slice(0, USERS_PER_SEARCH);
    return listed(context, [escaped(filter), ...users.map(({ _id }) => _id)].join('|'));
  },
};

function listed({ store, params }: AuthenticatedContext, search: string, userId?: string): ApiAnswer {
  const sort = sortOf(params);
  if (!Object.keys(sort).every((key) => SORT_KEYS.includes(key))) {
    return failure('error-invalid-sort-keys');
  }
  return success(findSessions(store, { ...pageOf(store, params), search, sort, userId }));
}

function filterOf({ params }: AuthenticatedContext): string {
  return typeof params.filter === 'string' ? params.filter : '';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
