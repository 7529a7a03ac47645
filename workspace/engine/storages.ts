import type { AppConsole, ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import type {
  AppLogStorage,
  AppMetadataStorage,
  AppSourceStorage,
  IAppStorageItem,
} from '@rocket.chat/apps-engine/server/storage';
import { toDocument } from './document';
import type { Engine } from './load';
import type { AppsState } from './state';

/** The records of the installed apps: who they are, their status, their settings. */
export function createMetadataStorage({ storage }: Engine, { installed }: AppsState): AppMetadataStorage {
  const known = (_id: string | undefined): IAppStorageItem => {
    const item = [...installed.values()].find((candidate) => candidate._id === _id);
    if (item === undefined) {
      throw new Error(`No installed app has the record ${String(_id)}.`);
    }
    return item;
  };

  return new (class extends storage.AppMetadataStorage {
    constructor() {
      super('memory');
    }

    async create(item: IAppStorageItem): Promise<IAppStorageItem> {
      item._id ??= item.id;
      installed.set(item.id, item);
      return item;
    }

    async retrieveOne(id: string): Promise<IAppStorageItem | null> {
      return installed.get(id) ?? null;
    }

    async retrieveAll(): Promise<Map<string, IAppStorageItem>> {
      return new Map(installed);
    }

    async retrieveAllPrivate(): Promise<Map<string, IAppStorageItem>> {
      return new Map(installed);
    }

    async remove(id: string): Promise<{ success: boolean }> {
      return { success: installed.delete(id) };
    }

    /** How the older engine saves every change. */
    async update(item: IAppStorageItem): Promise<IAppStorageItem> {
      installed.set(item.id, item);
      return item;
    }

    async updatePartialAndReturnDocument(
      change: Partial<IAppStorageItem>,
      { unsetPermissionsGranted = false } = {},
    ): Promise<IAppStorageItem> {
      const item = Object.assign(known(change._id), change);
      if (unsetPermissionsGranted) {
        delete item.permissionsGranted;
      }
      return item;
    }

    async updateStatus(_id: string, status: IAppStorageItem['status']): Promise<boolean> {
      known(_id).status = status;
      return true;
    }

    async updateSetting(_id: string, setting: IAppStorageItem['settings'][string]): Promise<boolean> {
      known(_id).settings[setting.id] = setting;
      return true;
    }

    async updateAppInfo(_id: string, info: IAppStorageItem['info']): Promise<boolean> {
      known(_id).info = info;
      return true;
    }

    async updateMarketplaceInfo(_id: string, info: IAppStorageItem['marketplaceInfo'] & object): Promise<boolean> {
      known(_id).marketplaceInfo = info;
      return true;
    }
  })();
}

/** The apps' packages. */
export function createSourceStorage({ storage }: Engine, { packages }: AppsState): AppSourceStorage {
  return new (class extends storage.AppSourceStorage {
    async store({ id }: IAppStorageItem, zip: Buffer): Promise<string> {
      packages.set(id, zip);
      return id;
    }

    async fetch({ id }: IAppStorageItem): Promise<Buffer> {
      const zip = packages.get(id);
      if (zip === undefined) {
        throw new Error(`The package of the app ${id} is gone.`);
      }
      return zip;
    }

    async update(item: IAppStorageItem, zip: Buffer): Promise<string> {
      return this.store(item, zip);
    }

    async remove({ id }: IAppStorageItem): Promise<void> {
      packages.delete(id);
    }
  })();
}

/** What the apps logged and what the engine logged on their behalf: copied when stored, as a database would. */
export function createLogStorage({ storage, AppConsole: Console }: Engine, { logs }: AppsState): AppLogStorage {
  const entriesOf = (appId: unknown) =>
    (logs.all() as ILoggerStorageEntry[]).filter((entry) => appId === undefined || entry.appId === appId);

  class Logs extends storage.AppLogStorage {
    constructor() {
      super('memory');
    }

    async findPaginated(query: { appId?: string }) {
      const found = entriesOf(query.appId);
      return { logs: found, total: found.length };
    }

    /** The late engine hands over an entry, the older one an app's id and its logger. */
    async storeEntries(entry: ILoggerStorageEntry | string, logger?: AppConsole): Promise<ILoggerStorageEntry> {
      const stored = typeof entry === 'string' ? Console.toStorageEntry(entry, logger as AppConsole) : entry;
      const document = toDocument(stored);
      logs.add(document);
      return document;
    }

    async getEntriesFor(appId: string): Promise<ILoggerStorageEntry[]> {
      return entriesOf(appId);
    }

    async removeEntriesFor(appId: string): Promise<void> {
      const kept = (logs.all() as ILoggerStorageEntry[]).filter((entry) => entry.appId !== appId);
      logs.clear();
      kept.forEach((entry) => logs.add(entry));
    }
  }
  return new Logs();
}
