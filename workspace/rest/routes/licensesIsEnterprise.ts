import { success } from '../answers';
import type { GuardedRoute } from '../route';

/** Whether the workspace has a licence at all (`apps/meteor/ee/server/api/licenses.ts`). */
export const licensesIsEnterprise: GuardedRoute = {
  method: 'GET',
  path: 'licenses.isEnterprise',
  action: ({ store }) => success({ isEnterprise: store.licence === 'valid' }),
};
