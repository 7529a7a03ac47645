import type { Request } from 'express';
import type { WorkspaceUser } from '../model';
import type { WorkspaceStore } from '../store';

/** `<method> <path below /_dev>`: what it does, for a developer, and what it answers (nothing: `{"ok": true}`). */
export type DevRoutes = Record<string, [description: string, answer: (request: Request) => unknown]>;

/** What the path or the body names does not exist. Thrown with a message for a developer. */
export class NotThere extends Error {}

/** @throws NotThere */
export function userNamed(store: WorkspaceStore, username: string): WorkspaceUser {
  const found = store.users.byUsername(username);
  if (found === undefined) {
    throw new NotThere(`no user "${username}"`);
  }
  return found;
}
