import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { Caller } from '../core/authorizeCaller';

/** Who asks, as the rules see them: plain values, since older engines hand out proxies of another realm's objects. */
export function callerOf(user: IUser): Caller {
  return { id: user.id, username: user.username, roles: Array.from(user.roles ?? []) };
}
