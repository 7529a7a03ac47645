import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges';
import type { WorkspaceStore } from '../../store';
import type { Engine } from '../load';
import { unsupported } from './unsupported';

/** The workspace's settings, as far as an app may read them. */
export function createServerSettingBridge({ bridges }: Engine, store: WorkspaceStore): ServerSettingBridge {
  const convert = (id: string): ISetting => {
    const value = store.settings.find(id);
    if (value === undefined) {
      throw new Error(`The Server Setting "${id}" does not exist, or it is forbidden.`);
    }
    const setting = { id, value, packageValue: value, type: typeof value, public: true, required: false };
    return setting as unknown as ISetting;
  };

  return new (class extends bridges.ServerSettingBridge {
    protected async getAll(): Promise<ISetting[]> {
      return Object.keys(store.settings.all()).map(convert);
    }

    protected async getOneById(id: string): Promise<ISetting> {
      return convert(id);
    }

    protected async isReadableById(id: string): Promise<boolean> {
      return store.settings.find(id) !== undefined;
    }

    protected hideGroup = unsupported('hiding a group of settings');
    protected hideSetting = unsupported('hiding a setting');
    protected updateOne = unsupported('changing a workspace setting');
    protected incrementValue = unsupported('changing a workspace setting');
  })();
}
