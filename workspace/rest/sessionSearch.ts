import type { DeviceSession } from '../model';
import type { WorkspaceStore } from '../store';
import { ApiError } from './answers';
import type { Sort } from './listParameters';

export interface SessionQuery {
  /** A regular expression, matched in any case; empty: everything. */
  search: string;
  offset: number;
  count: number;
  sort?: Sort;
  /** Only this user's sessions. */
  userId?: string;
}

type Row = Record<string, unknown>;

/**
 * One row for each login token: the newest matching document that was not ended, newest login first
 * (`apps/meteor/server/models/raw/Sessions.ts`, `aggregateSessionsAndPopulate` and `aggregateSessionsByUserId`).
 * Nothing else decides whether a row is listed: neither a closed socket, nor a token that is gone, nor a user who was
 * deactivated or deleted. `sort` only orders the rows of the page.
 */
export function findSessions(
  store: WorkspaceStore,
  query: SessionQuery,
): { sessions: Row[]; total: number; count: number; offset: number } {
  const { offset, count, sort } = query;
  refuseAsDatabase(query);
  const rows = newestOfEachToken(matching(store, query));
  const page = rows.slice(Math.max(0, offset)).slice(0, count);
  const sessions = page.map((session) => view(store, session, query.userId === undefined));
  return { sessions: sort ? sessions.sort(inOrder(sort)) : sessions, total: rows.length, count, offset };
}

/** What the database refuses. The texts are of the database that 6.5.3 was recorded with; MongoDB has its own. */
function refuseAsDatabase({ count, sort = { loginAt: -1 } }: SessionQuery): void {
  if (count < 0) {
    throw new ApiError('', `Unknown error: ${count}`);
  }
  if (count === 0) {
    throw new ApiError('', 'the limit must be positive');
  }
  if (Object.keys(sort).length === 0) {
    throw new ApiError('', 'Unknown error: Given collection must not be empty');
  }
}

function matching(store: WorkspaceStore, { search, userId }: SessionQuery): DeviceSession[] {
  const pattern = searchPattern(search);
  return store.sessions
    .all()
    .filter(({ loginToken, logoutAt }) => loginToken !== '' && logoutAt === undefined)
    .filter((session) => userId === undefined || session.userId === userId)
    .filter((session) => pattern.test(searchTerm(session)));
}

function newestOfEachToken(sessions: DeviceSession[]): DeviceSession[] {
  const byToken = new Map<string, DeviceSession>();
  for (const session of sessions.sort((one, other) => other.loginAt - one.loginAt)) {
    if (!byToken.has(session.loginToken)) {
      byToken.set(session.loginToken, session);
    }
  }
  return [...byToken.values()];
}

/** What a search looks at: one text for each document (`apps/meteor/app/statistics/server/lib/SAUMonitor.ts`). */
function searchTerm({ device, sessionId, userId }: DeviceSession): string {
  return [device?.name, device?.type, device?.os.name, sessionId, userId].join('');
}

function searchPattern(search: string): RegExp {
  try {
    return new RegExp(search, 'i');
  } catch {
    // The real message is MongoDB's, without a code; the status and the lack of an `errorType` are the same.
    throw new ApiError('', 'Regular expression is invalid');
  }
}

function view(store: WorkspaceStore, session: DeviceSession, withUser: boolean): Row {
  const { sessionId, userId, device, host, ip, loginAt } = session;
  const user = withUser ? store.users.get(userId) : undefined;
  return {
    _id: sessionId,
    sessionId,
    userId,
    device,
    host,
    ip,
    loginAt: new Date(loginAt).toISOString(),
    ...(user && {
      _user: {
        name: user.name,
        username: user.username,
        avatarETag: user.avatarETag,
        avatarOrigin: user.avatarOrigin,
      },
    }),
  };
}

/** Rows without the value come before those with one, as in MongoDB; equal rows keep their order. */
function inOrder(sort: Sort): (one: Row, other: Row) => number {
  return (one, other) => {
    for (const [key, direction] of Object.entries(sort)) {
      const [a, b] = [valueAt(one, key), valueAt(other, key)];
      if (a !== b) {
        return (b !== undefined && (a === undefined || a < b) ? -1 : 1) * direction;
      }
    }
    return 0;
  };
}

function valueAt(row: Row, path: string): string | undefined {
  let value: unknown = row;
  for (const key of path.split('.')) {
    value = (value as Row | null | undefined)?.[key];
  }
  return typeof value === 'string' ? value : undefined;
}
