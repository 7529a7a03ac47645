import manifest from '../../app.json';
import type { Remote } from '../remote/rest';
import { CouldNotTry } from './outcomes';
import { TEXTS } from './texts';

/** The version of the app; undefined for somebody who may not see it (`:id`, the permission `manage-apps`). */
export async function appVersion(remote: Remote): Promise<string | undefined> {
  const { app } = ((await remote.get(`/api/apps/${manifest.id}`)).body ?? {}) as { app?: { version?: string } };
  return app?.version;
}

/** The setting of the app; undefined for somebody who may not see it (`:id/settings`, the permission `manage-apps`). */
export async function allowedRoles(remote: Remote): Promise<string[] | undefined> {
  const { body } = await remote.get(`/api/apps/${manifest.id}/settings`);
  const { settings } = (body ?? {}) as {
    settings?: Readonly<Record<string, { value?: unknown; packageValue?: unknown } | undefined>>;
  };
  const { value, packageValue } = settings?.allowed_roles ?? {};
  const list = value ?? packageValue;
  return typeof list === 'string' ? list.split(',').map((role) => role.trim()) : undefined;
}

/** The IDs of the roles of whoever is logged in. */
export async function rolesOf(remote: Remote): Promise<string[]> {
  const { roles } = ((await remote.get('/api/v1/me')).body ?? {}) as { roles?: string[] };
  return roles ?? [];
}

/** Custom roles have random IDs, and a setting may name them by their names. */
export function isCustomRole(id: string): boolean {
  return /^[A-Za-z0-9]{17}$/.test(id);
}

interface Room {
  readonly _id: string;
  readonly t?: string;
  readonly archived?: boolean;
  /** Read-only. */
  readonly ro?: boolean;
}

/** A room of this person, to type commands in (apps/meteor/app/api/server/v1/rooms.ts). */
export async function anyRoom(remote: Remote): Promise<string> {
  const { body } = await remote.get('/api/v1/rooms.get');
  const { update = [] } = (body ?? {}) as { update?: readonly Room[] };
  const room = update.find(({ t, archived, ro }) => ['c', 'p', 'd'].includes(t ?? '') && !archived && !ro);
  if (room === undefined) {
    throw new CouldNotTry(TEXTS.noRoom);
  }
  return room._id;
}
