import { modulesOf } from '../../state/licence';
import { success } from '../answers';
import type { GuardedRoute } from '../route';

/**
 * What licence the workspace has (`apps/meteor/ee/server/api/licenses.ts`, since 6.5). Its modules are named to anybody
 * who is logged in, as here; more than that is for people with `view-privileged-setting`.
 */
export const licensesInfo: GuardedRoute = {
  method: 'GET',
  path: 'licenses.info',
  action: ({ store }) =>
    success({
      license: { activeModules: modulesOf(store.licence), preventedActions: {}, limits: {}, tags: [], trial: false },
    }),
};
