import { generateKeyPairSync } from 'crypto';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { Journal } from '../state/journal';
import type { WorkspaceStore } from '../store';
import { Clients } from './clients';
import { PersistenceStore } from './persistence';

/** `GET /_dev/app-logs` shows at least this many of the last entries, at most twice that. */
const LOG_LIMIT = 20_000;

/** What a workspace's database holds about its apps: one for all nodes of a cluster. */
export class AppsState {
  /** Installed apps by id. Every node works on the same objects, as if a change reached all nodes at once. */
  readonly installed = new Map<string, IAppStorageItem>();
  /** Packages by app id. */
  readonly packages = new Map<string, Buffer>();
  readonly persistence = new PersistenceStore();
  readonly logs = new Journal<object>(LOG_LIMIT);
  /** Ids of the apps' own users by app id. */
  readonly appUsers = new Map<string, string>();
  readonly clients: Clients;
  /** With these the engine signs the records of installed apps, and checks on every server that they are unchanged. */
  readonly signingKeys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

  constructor(readonly store: WorkspaceStore) {
    this.clients = new Clients(store);
  }
}
