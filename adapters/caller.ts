import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { Caller } from '../core/caller/caller';
import { findUser } from './lookup';

/** A person as the rules see them: plain values, since older engines hand out proxies of another realm's objects. */
export function callerOf(user: IUser): Caller {
  const { id, username, roles, isEnabled } = user;
  return { id, username, roles: Array.from(roles ?? []), isEnabled: isEnabled === true };
}

/** People as the workspace knows them now. */
export function people(read: IRead): { find(userId: string): Promise<Caller | undefined> } {
  return {
    async find(userId) {
      const user = await findUser(read, userId);
      return user && callerOf(user);
    },
  };
}
