import type { ServerVersion } from '../model';
import { releaseOf } from '../rest/info';
import { LICENCES, type Licence } from '../state/licence';
import type { SettingValue } from '../state/settings';
import type { WorkspaceStore } from '../store';
import { BadDevRequest } from './bodies';

/** What `GET /_dev/state` shows and `POST /_dev/settings` takes: settings by ID, and what else the workspace is. */
export function allSettings(store: WorkspaceStore): Record<string, unknown> {
  const { licence, privateApps, version } = store;
  return { ...store.settings.all(), licence, privateApps, version, release: releaseOf(store) };
}

/** Changes all of the settings or, when one of them is refused, none. @throws BadDevRequest */
export function changeSettings(store: WorkspaceStore, body: unknown): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BadDevRequest('must be an object of settings');
  }
  const changes = Object.entries(body).map(([id, value]: [string, unknown]) => change(store, id, value));
  changes.forEach((apply) => apply());
}

function change(store: WorkspaceStore, id: string, value: unknown): () => void {
  if (id === 'licence') {
    const licence = licenceFrom(value);
    return () => (store.licence = licence);
  }
  if (id === 'version') {
    const version = versionFrom(value);
    return () => (store.version = version);
  }
  if (id === 'privateApps') {
    if (typeof value !== 'boolean') {
      throw new BadDevRequest('"privateApps" must be true or false');
    }
    return () => (store.privateApps = value);
  }
  if (id === 'release') {
    const release = releaseFrom(value);
    return () => (store.release = release);
  }
  const refusal = store.settings.refusal(id, value);
  if (refusal !== undefined) {
    throw new BadDevRequest(refusal);
  }
  return () => store.settings.set(id, value as SettingValue);
}

function licenceFrom(value: unknown): Licence {
  const licence = LICENCES.find((known) => known === value);
  if (licence === undefined) {
    throw new BadDevRequest(
      '"licence" must be true, "gone" (it had one), "never" (it never had one) or "other" (one without device management)',
    );
  }
  return licence;
}

function versionFrom(value: unknown): ServerVersion {
  if (value === '6.5' || value === '7.0' || value === 'late') {
    return value;
  }
  throw new BadDevRequest('"version" must be "6.5", "7.0" or "late"');
}

function releaseFrom(value: unknown): string {
  if (typeof value === 'string' && /^\d+\.\d+\.\d+$/.test(value)) {
    return value;
  }
  throw new BadDevRequest('"release" must be a version such as "6.11.0"');
}
