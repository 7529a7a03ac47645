import { isEnterprise } from '../../state/licence';
import { success } from '../answers';
import type { GuardedRoute } from '../route';

/**
 * Whether the workspace has a licence at all, whatever is in it (`apps/meteor/ee/server/api/licenses.ts`). Servers from
 * 7.0 on no longer have the route: `licenses.info` took its place.
 */
export const licensesIsEnterprise: GuardedRoute = {
  method: 'GET',
  path: 'licenses.isEnterprise',
  versions: ['6.5'],
  action: ({ store }) => success({ isEnterprise: isEnterprise(store.licence) }),
};
