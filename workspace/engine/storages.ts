import type { AppConsole, ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import type { AppLogStorage, AppSourceStorage, IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { toDocument } from './document';
import type { Engine } from './load';
import type { AppsState } from './state';

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

    /** The late engine hands over an entry, the older one an app's ID and its logger. */
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
