import { ApiError, success } from '../answers';
import type { GuardedRoute } from '../route';
import { usersLike } from '../userSearch';
import { validator } from '../validation';

const LIMIT = 10;

/**
 * The first ten active people with the term in a name, by username (`apps/meteor/app/api/server/lib/users.ts`). The
 * real server lists the caller's direct contacts first, and lets roles without `view-outside-room` see nobody else.
 */
export const usersAutocomplete: GuardedRoute = {
  method: 'GET',
  path: 'users.autocomplete',
  params: validator({ properties: { selector: { type: 'string' } }, required: ['selector'] }),
  action({ store, params }) {
    const { term, exceptions = [] } = parsed(params.selector as string);
    const found = usersLike(store, term)
      .filter(({ username }) => !exceptions.includes(username))
      .sort((one, other) => (one.username < other.username ? -1 : 1))
      .slice(0, LIMIT);
    return success({
      items: found.map(({ _id, name, username, nickname, avatarETag }) => ({
        _id,
        name,
        username,
        nickname,
        avatarETag,
        status: 'offline',
      })),
    });
  },
};

function parsed(selector: string): { term: string; exceptions?: string[] } {
  try {
    return { term: '', ...(JSON.parse(selector) as object) };
  } catch (error) {
    throw new ApiError('', (error as Error).message);
  }
}
