import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { Journal } from '../state/journal';
import type { WorkspaceStore } from '../store';
import { CallCounts } from './calls';
import { Clients } from './clients';
import { JobStore } from './jobs/jobStore';
import { MessageStore } from './messages';
import { PersistenceStore } from './persistence';
import { SettingChanges } from './settingChanges';

/** How many of the last entries `GET /_dev/app-logs` shows; up to twice as many are kept, 1.5 kB each. */
const LOG_LIMIT = 10_000;

/** What a workspace's database holds about its apps, and what reaches all its servers: one for a whole cluster. */
export class AppsState {
  /**
   * The records of the installed apps by ID, as a database keeps them: an engine gets copies and hands in copies
   * (`storages/metadata.ts`), so what it holds can be older than what is here.
   */
  readonly installed = new Map<string, IAppStorageItem>();
  /** Packages by app ID. */
  readonly packages = new Map<string, Buffer>();
  readonly persistence = new PersistenceStore();
  readonly logs = new Journal<object>(LOG_LIMIT);
  /** IDs of the apps' own users by app ID. */
  readonly appUsers = new Map<string, string>();
  readonly clients: Clients;
  readonly messages: MessageStore;
  readonly jobs: JobStore;
  readonly calls = new CallCounts();
  readonly settingChanges = new SettingChanges();

  constructor(readonly store: WorkspaceStore) {
    this.clients = new Clients(store);
    this.messages = new MessageStore(store);
    this.jobs = new JobStore(store.now);
  }
}
