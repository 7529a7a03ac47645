import type { WorkspaceStore } from '../../store';
import { ApiError, failure, success, type ApiAnswer } from '../answers';
import type { AuthenticatedContext, GuardedRoute } from '../route';
import { findSessions } from '../sessionSearch';
import { paginationParams } from '../validation';

const SORT_KEYS = ['loginAt', 'device.name', 'device.os.name', 'device.os.version', '_user.name', '_user.username'];
/** A search by user finds the sessions of this many users at most. */
const USERS_PER_SEARCH = 5;

/** The caller's own live sessions. */
export const sessionsList: GuardedRoute = {
  method: 'GET',
  path: 'sessions/list',
  params: paginationParams,
  licensed: true,
  action: (context) => listed(context, escaped(filterOf(context)), context.caller.user._id),
};

/** Everybody's live sessions; `filter` is a session id, client, device, OS, or (part of) a user name. */
export const sessionsListAll: GuardedRoute = {
  method: 'GET',
  path: 'sessions/list.all',
  params: paginationParams,
  permission: 'view-device-management',
  twoFactor: true,
  licensed: true,
  action(context) {
    const filter = filterOf(context);
    const search = filter === '' ? [] : [escaped(filter), ...usersLike(context.store, filter)];
    return listed(context, search.join('|'));
  },
};

function listed({ store, params }: AuthenticatedContext, search: string, userId?: string): ApiAnswer {
  const sort = parsedSort(params.sort);
  if (!Object.keys(sort).every((key) => SORT_KEYS.includes(key))) {
    return failure('error-invalid-sort-keys');
  }
  return success(findSessions(store, { ...pageOf(store, params), search, sort, userId }));
}

/** `apps/meteor/app/api/server/helpers/getPaginationItems.ts` */
function pageOf(store: WorkspaceStore, params: Record<string, unknown>): { offset: number; count: number } {
  const count = (params.count as number | undefined) ?? store.settings.get('API_Default_Count');
  return {
    offset: (params.offset as number | undefined) ?? 0,
    count: Math.min(count, store.settings.get('API_Upper_Count_Limit')),
  };
}

/** `apps/meteor/app/api/server/helpers/parseJsonQuery.ts` */
function parsedSort(sort: unknown): Record<string, number> {
  if (typeof sort !== 'string' || sort === '') {
    return { loginAt: -1 };
  }
  try {
    const parsed: unknown = JSON.parse(sort);
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      Object.values(parsed).every((value) => Math.abs(Number(value)) === 1)
    ) {
      return parsed as Record<string, number>;
    }
  } catch {
    // Not JSON: refused below, like JSON that is no order.
  }
  throw new ApiError('error-invalid-sort', `Invalid sort parameter provided: "${sort}"`, {
    helperMethod: 'parseJsonQuery',
  });
}

function filterOf({ params }: AuthenticatedContext): string {
  return typeof params.filter === 'string' ? params.filter : '';
}

function usersLike(store: WorkspaceStore, filter: string): string[] {
  const wanted = filter.toLowerCase();
  return store.users
    .all()
    .filter(
      ({ active, username, name }) => active && [username, name].some((text) => text.toLowerCase().includes(wanted)),
    )
    .slice(0, USERS_PER_SEARCH)
    .map(({ _id }) => _id);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
