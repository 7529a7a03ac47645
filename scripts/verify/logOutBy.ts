import { setTimeout as pause } from 'timers/promises';
import type { WorkspaceSocket } from '../remote/socket';

const PATIENCE_MS = 2_000;

/**
 * Of all ways to log out, only this one over the socket marks the session as over
 * (apps/meteor/app/statistics/server/lib/SAUMonitor.ts).
 */
export async function logOutBy(socket: WorkspaceSocket): Promise<void> {
  // A socket that was closed has nothing to log out, and one that a proxy holds open gets no answer.
  const loggedOut = socket.call('logout').catch(() => undefined);
  await Promise.race([loggedOut, pause(PATIENCE_MS, undefined, { ref: false })]);
  socket.close();
}
