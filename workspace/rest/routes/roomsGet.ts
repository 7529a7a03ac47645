import { success } from '../answers';
import type { GuardedRoute } from '../route';

/**
 * The rooms that the caller is in, as clients fetch them when they start (`apps/meteor/app/api/server/v1/rooms.ts`,
 * `apps/meteor/server/publications/room/index.ts`). `updatedSince` is not understood here.
 */
export const roomsGet: GuardedRoute = {
  method: 'GET',
  path: 'rooms.get',
  action({ store, caller: { user } }) {
    const own = store.rooms.all().filter(({ memberIds }) => memberIds.includes(user._id));
    return success({ update: own.map(({ _id, name, type }) => ({ _id, name, t: type })), remove: [] });
  },
};
