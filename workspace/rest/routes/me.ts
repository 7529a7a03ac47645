import { success } from '../answers';
import type { GuardedRoute } from '../route';
import { userInfo } from '../userInfo';

export const me: GuardedRoute = {
  method: 'GET',
  path: 'me',
  action: ({ store, caller }) => success(userInfo(store, caller.user)),
};
