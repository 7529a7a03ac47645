import type { AppMetadataStorage, IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { toDocument } from './document';
import type { Engine } from './load';
import type { AppsState } from './state';

/**
 * The records of the installed apps: who they are, their status, their settings
 * (Rocket.Chat `apps/meteor/ee/server/apps/storage/AppRealStorage.ts`). Like a database it keeps and hands out copies,
 * so an engine that stores a whole record from memory overwrites what another copy has written since.
 */
export function createMetadataStorage({ storage }: Engine, { installed }: AppsState): AppMetadataStorage {
  const byRecordId = (_id: string | undefined): IAppStorageItem => {
    const item = [...installed.values()].find((candidate) => candidate._id === _id);
    if (item === undefined) {
      throw new Error(`No installed app has the record ${String(_id)}.`);
    }
    return item;
  };
  const everything = () => new Map([...installed].map(([id, item]) => [id, toDocument(item)]));

  return new (class extends storage.AppMetadataStorage {
    constructor() {
      super('memory');
    }

    /** The one method that gives back the very object it was given, with the record's ID in it, as the real one does. */
    async create(item: IAppStorageItem): Promise<IAppStorageItem> {
      item._id ??= item.id;
      installed.set(item.id, toDocument(item));
      return item;
    }

    async retrieveOne(id: string): Promise<IAppStorageItem | null> {
      return toDocument(installed.get(id)) ?? null;
    }

    async retrieveAll(): Promise<Map<string, IAppStorageItem>> {
      return everything();
    }

    async retrieveAllPrivate(): Promise<Map<string, IAppStorageItem>> {
      return everything();
    }

    async remove(id: string): Promise<{ success: boolean }> {
      return { success: installed.delete(id) };
    }

    /** How the older engine saves every change: the whole record. */
    async update(item: IAppStorageItem): Promise<IAppStorageItem> {
      const stored = Object.assign(installed.get(item.id) ?? {}, toDocument(item));
      installed.set(item.id, stored);
      return toDocument(stored);
    }

    async updatePartialAndReturnDocument(
      change: Partial<IAppStorageItem>,
      { unsetPermissionsGranted = false } = {},
    ): Promise<IAppStorageItem> {
      const item = Object.assign(byRecordId(change._id), toDocument(change));
      if (unsetPermissionsGranted) {
        delete item.permissionsGranted;
      }
      return toDocument(item);
    }

    async updateStatus(_id: string, status: IAppStorageItem['status']): Promise<boolean> {
      byRecordId(_id).status = status;
      return true;
    }

    async updateSetting(_id: string, setting: IAppStorageItem['settings'][string]): Promise<boolean> {
      byRecordId(_id).settings[setting.id] = toDocument(setting);
      return true;
    }

    async updateAppInfo(_id: string, info: IAppStorageItem['info']): Promise<boolean> {
      byRecordId(_id).info = toDocument(info);
      return true;
    }

    async updateMarketplaceInfo(_id: string, info: IAppStorageItem['marketplaceInfo'] & object): Promise<boolean> {
      byRecordId(_id).marketplaceInfo = toDocument(info);
      return true;
    }
  })();
}
