import type { WorkspaceUser } from '../model';
import type { WorkspaceStore } from '../store';
import { ApiError } from './answers';

/**
 * A workspace keeps at least one active admin (`apps/meteor/app/lib/server/functions/setUserActiveStatus.ts`,
 * `apps/meteor/server/methods/deleteUser.ts`).
 * @throws ApiError `error-action-not-allowed`
 */
export function refuseToLoseLastAdmin(
  store: WorkspaceStore,
  user: WorkspaceUser,
  reason: string,
  details: Record<string, unknown>,
): void {
  const isAdmin = ({ roles, active }: WorkspaceUser) => active && roles.includes('admin');
  if (isAdmin(user) && store.users.all().filter(isAdmin).length === 1) {
    throw new ApiError('error-action-not-allowed', reason, details);
  }
}
