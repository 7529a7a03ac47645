import type { ReceivedRequest } from '../../model';
import type { WorkspaceStore } from '../../store';
import type { RequestView } from '../shared/views';

/** What the app begins its User-Agent with; a random part follows. */
const APP_USER_AGENT = 'Session-Logout';
const LOGOUT = '/api/v1/sessions/logout';
/** Typed commands, and the question who somebody is, end nothing and ask for no code. */
const UNINTERESTING = ['/api/v1/commands.run', '/api/v1/me'];

/** The latest requests to the REST API, newest first. */
export function latestRequests(store: WorkspaceStore, limit: number): RequestView[] {
  return store.requests
    .all()
    .filter(({ path }) => !UNINTERESTING.includes(path))
    .slice(-limit)
    .reverse()
    .map((request) => ({
      at: request.at,
      call: `${request.method} ${request.path.replace('/api/v1/', '')}`,
      username: store.users.get(request.userId ?? '')?.username,
      fromApp: request.userAgent?.startsWith(APP_USER_AGENT) ?? false,
      withCode: request.twoFactorCode,
      probe: request.path === LOGOUT && isProbe(store, request),
      status: request.status,
    }));
}

/** A probe asks for a session that cannot exist, and sends no code. */
function isProbe(store: WorkspaceStore, { body, twoFactorCode }: ReceivedRequest): boolean {
  const { sessionId } = (body ?? {}) as { sessionId?: unknown };
  return !twoFactorCode && typeof sessionId === 'string' && store.sessions.get(sessionId) === undefined;
}
