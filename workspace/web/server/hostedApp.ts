import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { AppHost } from '../../engine/host';
import type { WorkspaceUser } from '../../model';
import type { WorkspaceStore } from '../../store';
import type { ActionButton } from '../client/actionButtons';
import type { SlashCommand } from '../client/slashCommand';

/** The installed app, as far as people see it. */
export interface HostedApp {
  readonly id: string;
  readonly name: string;
  /** A `data:` URL. */
  readonly icon?: string;
  readonly commands: readonly SlashCommand[];
  readonly actionButtons: readonly ActionButton[];
}

/** @returns undefined while no app is installed */
export async function hostedApp(
  host: AppHost,
  store: WorkspaceStore,
  reader: WorkspaceUser,
): Promise<HostedApp | undefined> {
  const { app } = host;
  if (app === undefined) {
    return undefined;
  }
  const { info, languageContent } = app.getStorageItem();
  const translate = translator(languageContent as Languages, reader.language ?? store.settings.get('Language'));
  return {
    id: app.getID(),
    name: app.getName(),
    icon: info.iconFileContent,
    commands: commandsOf(host, app.getID()).map((command) => ({
      command: command.command.toLowerCase(),
      appId: app.getID(),
      params: translate(command.i18nParamsExample),
      description: translate(command.i18nDescription),
      allowed: command.permission === undefined || store.hasPermission(reader, command.permission),
    })),
    actionButtons: (await host.actionButtons()).map(({ appId, actionId, context, labelI18n, variant, when }) => ({
      appId,
      actionId,
      context,
      label: translate(labelI18n),
      variant,
      when,
    })),
  };
}

/** The engine keeps them to itself, and tells its bridges of each command only once, when the app is enabled. */
function commandsOf(host: AppHost, appId: string): ISlashCommand[] {
  const { providedCommands } = host.manager.getCommandManager() as unknown as {
    providedCommands?: Map<string, Map<string, { slashCommand: ISlashCommand }>>;
  };
  const commands = [...(providedCommands?.get(appId)?.values() ?? [])].map(({ slashCommand }) => slashCommand);
  return commands.filter(({ command }) => host.hasCommand(command.toLowerCase()));
}

type Languages = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Clients look a text up in the reader's language, then without its region, then in English. */
function translator(languages: Languages, language: string): (key?: string) => string {
  const chain = [language, language.split('-')[0], 'en'];
  return (key = '') => chain.map((code) => languages[code]?.[key]).find((text) => text !== undefined) ?? key;
}
