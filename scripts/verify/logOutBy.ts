import type { WorkspaceSocket } from '../remote/socket';

/**
 * Of all ways to log out, only this one over the socket marks the session as over
 * (apps/meteor/app/statistics/server/lib/SAUMonitor.ts).
 */
export async function logOutBy(socket: WorkspaceSocket): Promise<void> {
  // A socket that was closed has nothing to log out.
  await socket.call('logout').catch(() => undefined);
  socket.close();
}
