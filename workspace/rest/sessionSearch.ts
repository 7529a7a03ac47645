import type { DeviceSession } from '../model';
import type { WorkspaceStore } from '../store';
import { ApiError } from './answers';

export interface SessionQuery {
  /** A regular expression, tried without regard to case; empty: everything. */
  search: string;
  offset: number;
  count: number;
  sort: Record<string, number>;
  userId?: string;
}

type SessionView = Record<string, unknown>;

/**
 * Live sessions, one per login token (the last of it), newest first
 * (`packages/models/src/models/Sessions.ts`, `aggregateSessionsAndPopulate` and `aggregateSessionsByUserId`).
 * The caller's order is applied to the page, not before it is cut: that is what the real pipeline does.
 */
export function findSessions(
  store: WorkspaceStore,
  query: SessionQuery,
): { sessions: SessionView[]; total: number; count: number; offset: number } {
  const pattern = searchPattern(query.search);
  const newestFirst = store.sessions
    .all()
    .filter((session) => session.logoutAt === undefined)
    .filter((session) => query.userId === undefined || session.userId === query.userId)
    .filter((session) => pattern.test(searchTerm(session)))
    .sort((one, other) => other.loginAt - one.loginAt);
  const byToken = new Map<string, DeviceSession>();
  for (const session of newestFirst) {
    if (!byToken.has(session.loginToken)) {
      byToken.set(session.loginToken, session);
    }
  }
  const start = Math.max(0, query.offset);
  const page = [...byToken.values()].slice(start, start + query.count);
  const sessions = page.map((session) => view(store, session, query.userId === undefined)).sort(inOrder(query.sort));
  return { sessions, total: byToken.size, count: query.count, offset: query.offset };
}

/** What a search looks at: one text per session (`apps/meteor/app/statistics/server/lib/SAUMonitor.ts`). */
function searchTerm({ device, sessionId, userId }: DeviceSession): string {
  return [device.name, device.type, device.os.name, sessionId, userId].join('');
}

function searchPattern(search: string): RegExp {
  try {
    return new RegExp(search, 'i');
  } catch {
    // The real message is MongoDB's, without a code; the status and the lack of an `errorType` are the same.
    throw new ApiError('', 'Regular expression is invalid');
  }
}

function view(store: WorkspaceStore, session: DeviceSession, withUser: boolean): SessionView {
  const { sessionId, userId, device, host, ip, loginAt } = session;
  const user = store.users.get(userId);
  return {
    _id: sessionId,
    sessionId,
    userId,
    device,
    host,
    ip,
    loginAt: new Date(loginAt).toISOString(),
    ...(withUser && user && { _user: { name: user.name, username: user.username } }),
  };
}

function inOrder(sort: Record<string, number>): (one: SessionView, other: SessionView) => number {
  return (one, other) => {
    for (const [key, direction] of Object.entries(sort)) {
      const [a, b] = [valueAt(one, key), valueAt(other, key)];
      if (a !== b) {
        return (a < b ? -1 : 1) * direction;
      }
    }
    return 0;
  };
}

function valueAt(document: SessionView, path: string): string {
  let value: unknown = document;
  for (const key of path.split('.')) {
    value = (value as SessionView | undefined)?.[key];
  }
  return typeof value === 'string' ? value : '';
}
