import {
  IConfigurationExtend,
  IConfigurationModify,
  IHttp,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import { checkedSetting, provideSettings } from './adapters/settings';
import { LogoutSessionEndpoint } from './endpoints/LogoutSessionEndpoint';

/** Wiring only: what is registered, and who gets what. */
export class SessionLogoutApp extends App {
  public async onPreSettingUpdate(
    { newSetting }: ISettingUpdateContext,
    _configuration: IConfigurationModify,
    _read: IRead,
    _http: IHttp,
  ): Promise<ISetting> {
    return checkedSetting(newSetting);
  }

  protected async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await provideSettings(configuration);
    await configuration.api.provideApi({
      visibility: ApiVisibility.PUBLIC,
      security: ApiSecurity.UNSECURE,
      endpoints: [new LogoutSessionEndpoint(this)],
    });
  }
}
