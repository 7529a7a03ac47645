import type { WorkspaceUser } from '../model';
import type { WorkspaceStore } from '../store';

/**
 * Active people whose username, name or nickname contains the text, in any case
 * (`apps/meteor/server/models/raw/Users.js`, `findActiveByUsernameOrNameRegexWithExceptionsAndConditions`).
 */
export function usersLike(store: WorkspaceStore, text: string): WorkspaceUser[] {
  const wanted = text.toLowerCase();
  return store.users
    .all()
    .filter(({ active, type }) => active && type !== 'app')
    .filter(({ username, name, nickname }) =>
      [username, name, nickname].some((each) => each?.toLowerCase().includes(wanted)),
    );
}

/** A user by ID or by exact username; `Alice`, `@alice` and `alice ` are not `alice`. */
export function userByIdOrUsername(store: WorkspaceStore, idOrUsername: string): WorkspaceUser | undefined {
  return store.users.get(idOrUsername) ?? store.users.all().find(({ username }) => username === idOrUsername);
}
