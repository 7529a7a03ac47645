import { IHttp, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { MAX_LOOK_ALIKES, PeopleDirectory, Person } from '../core/find/findPerson';
import { refusalIn } from '../core/logout/readReply';
import { hasHiddenCharacters } from '../core/shared/hiddenCharacters';
import { Clock } from '../core/shared/ports';
import { findUser, findUserByUsername } from './lookup';
import { callWorkspace, credentialHeaders, jsonOf } from './workspaceCall';

/** Longer usernames are none that a person could choose from. */
const MAX_USERNAME_LENGTH = 200;

/** The people of the workspace, by the engine's reader, and those with similar names by its REST API. */
export function peopleDirectory(read: IRead, http: IHttp, clock: Clock): PeopleDirectory {
  return {
    async byId(id) {
      return personOf(await findUser(read, id));
    },
    async byUsername(username) {
      return personOf(await findUserByUsername(read, username));
    },
    /** `GET users.autocomplete` (apps/meteor/app/api/server/v1/users.ts) needs no second factor. */
    async lookAlikes(term, credential, { workspaceUrl, timeoutMs }) {
      const selector = encodeURIComponent(JSON.stringify({ term }));
      const url = `${workspaceUrl}/api/v1/users.autocomplete?selector=${selector}`;
      const headers = credentialHeaders(credential);
      const response = await callWorkspace(http, clock, 'get', url, { headers }, timeoutMs);
      const body = jsonOf(response);
      if (response.statusCode !== 200) {
        throw refusalIn({ status: response.statusCode, body });
      }
      return usernamesIn(body);
    },
  };
}

/** Plain values, since older engines hand out proxies of another realm's objects. */
function personOf(user: IUser | undefined): Person | undefined {
  if (!user || typeof user.username !== 'string' || user.username === '') {
    return undefined;
  }
  const { id, username, name, isEnabled } = user;
  return { id, username, ...(typeof name === 'string' && name !== '' && { name }), isEnabled: isEnabled === true };
}

function usernamesIn(body: unknown): string[] {
  const { items } = (typeof body === 'object' && body !== null ? body : {}) as { readonly items?: unknown };
  return (Array.isArray(items) ? (items as unknown[]) : [])
    .map((item) =>
      typeof item === 'object' && item !== null ? (item as { readonly username?: unknown }).username : '',
    )
    .filter((name): name is string => typeof name === 'string' && name !== '')
    .filter((name) => name.length <= MAX_USERNAME_LENGTH && !hasHiddenCharacters(name))
    .slice(0, MAX_LOOK_ALIKES);
}
