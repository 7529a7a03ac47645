import {
  IAppInstallationContext,
  IAppUninstallationContext,
  IConfigurationExtend,
  IConfigurationModify,
  IHttp,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import {
  IUIKitInteractionHandler,
  IUIKitResponse,
  UIKitActionButtonInteractionContext,
  UIKitBlockInteractionContext,
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { beginCall } from './adapters/engineCall';
import { watchLoggers } from './adapters/engineLog';
import { forgetPeople, prepareConnecting } from './adapters/lifecycle';
import { provideSettings } from './adapters/settings';
import { LogoutSessionCommand } from './commands/LogoutSessionCommand';
import { checkSetting } from './conversation/checkSetting';
import { AuditEndpoint } from './endpoints/AuditEndpoint';
import { AuditExportEndpoint } from './endpoints/AuditExportEndpoint';
import { HealthEndpoint } from './endpoints/HealthEndpoint';
import { LogoutAllEndpoint } from './endpoints/LogoutAllEndpoint';
import { LogoutEverythingEndpoint } from './endpoints/LogoutEverythingEndpoint';
import { LogoutManyEndpoint } from './endpoints/LogoutManyEndpoint';
import { ListSessionsEndpoint } from './endpoints/ListSessionsEndpoint';
import { LogoutSessionEndpoint } from './endpoints/LogoutSessionEndpoint';
import { OAuthCallbackEndpoint } from './endpoints/OAuthCallbackEndpoint';
import { actionButton } from './interactions/actionButton';
import { blockAction } from './interactions/blockActions';
import { viewClosed } from './interactions/viewClosed';
import { viewSubmit } from './interactions/viewSubmit';
import { alarmJob } from './jobs/alarmJob';
import { hourlyJob } from './jobs/hourlyJob';
import { ACTION } from './views/ids';

/** Wiring only: what is registered, and who gets what. */
export class SessionLogoutApp extends App implements IUIKitInteractionHandler {
  public async onInstall(
    _context: IAppInstallationContext,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
  ): Promise<void> {
    await prepareConnecting(beginCall(this, read, modify, http, persistence));
  }

  public async onUninstall(
    _context: IAppUninstallationContext,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
  ): Promise<void> {
    await forgetPeople(beginCall(this, read, modify, http, persistence));
  }

  public async onPreSettingUpdate(
    { newSetting }: ISettingUpdateContext,
    _configuration: IConfigurationModify,
    read: IRead,
    _http: IHttp,
  ): Promise<ISetting> {
    return checkSetting(newSetting, read);
  }

  public async executeBlockActionHandler(
    context: UIKitBlockInteractionContext,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    return blockAction(context, beginCall(this, read, modify, http, persistence));
  }

  public async executeViewSubmitHandler(
    context: UIKitViewSubmitInteractionContext,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    return viewSubmit(context, beginCall(this, read, modify, http, persistence));
  }

  public async executeViewClosedHandler(
    context: UIKitViewCloseInteractionContext,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    return viewClosed(context, beginCall(this, read, modify, http, persistence));
  }

  public async executeActionButtonHandler(
    context: UIKitActionButtonInteractionContext,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    return actionButton(context, beginCall(this, read, modify, http, persistence));
  }

  protected async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await provideSettings(configuration);
    await configuration.api.provideApi({
      visibility: ApiVisibility.PUBLIC,
      security: ApiSecurity.UNSECURE,
      endpoints: [
        new LogoutSessionEndpoint(this),
        new ListSessionsEndpoint(this),
        new LogoutManyEndpoint(this),
        new LogoutAllEndpoint(this),
        new LogoutEverythingEndpoint(this),
        new AuditEndpoint(this),
        new AuditExportEndpoint(this),
        new HealthEndpoint(this),
        new OAuthCallbackEndpoint(this),
      ],
    });
    await configuration.scheduler.registerProcessors([hourlyJob(this), alarmJob(this)]);
    // Who sees it is up to clients; who may use it is checked when it is used.
    configuration.ui.registerButton({
      actionId: ACTION.messageMenu,
      labelI18n: 'message_menu_label',
      context: UIActionButtonContext.MESSAGE_ACTION,
      when: { hasOnePermission: ['logout-device-management', 'logout-other-user'] },
    });
    await this.provideCommand(configuration);
  }

  /**
   * Engines with Deno keep an app's commands when it is disabled, and refuse them as existing when it is enabled again
   * (server/managers/AppSlashCommandManager.ts). The kept one leads to the new one, so there is no reason to stop.
   */
  private async provideCommand(configuration: IConfigurationExtend): Promise<void> {
    try {
      await configuration.slashCommands.provideSlashCommand(new LogoutSessionCommand(this));
    } catch {
      this.getLogger().warn('The command /logout-session was there already, and is kept.');
    }
  }
}

watchLoggers(SessionLogoutApp.prototype);
