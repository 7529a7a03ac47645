import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { beginCall } from '../adapters/engineCall';
import { Chat, chatWith, sayFailure } from '../conversation/chat';
import { CommandLine, parseCommandLine } from '../core/chat/commandLine';
import { connect, disconnect } from './connection';
import { find } from './find';
import { badFilter, help, misplaced, missingValue, unknownWord } from './help';
import { logout } from './logout';
import { badLog, log, unlock, unlockWhom } from './oversee';
import { status } from './status';

type Handlers = {
  [Kind in CommandLine['kind']]: (line: Extract<CommandLine, { kind: Kind }>, chat: Chat) => Promise<unknown>;
};

const HANDLERS: Handlers = {
  help,
  find,
  connect,
  disconnect,
  status,
  logout,
  log,
  unlock,
  'bad-log': badLog,
  'unlock-whom': unlockWhom,
  misplaced,
  'bad-filter': badFilter,
  'unknown-word': unknownWord,
  'missing-value': missingValue,
};

/**
 * `/logout-session`: reads the command line and hands it to its subcommand. Whatever happens, the caller is told: the
 * engine is silent about a command that throws.
 */
export class LogoutSessionCommand implements ISlashCommand {
  public command = 'logout-session';
  public i18nParamsExample = 'command_params';
  public i18nDescription = 'command_description';
  /*
   * No `permission`: clients neither show nor send a command to those who lack it (apps/meteor/client/lib/chats/flows/
   * processSlashCommand.ts), and none fits everybody who may use this one. `logout-device-management` is unknown to a
   * workspace that never had a licence. Who may do what is checked when it runs.
   */
  public providesPreview = false;

  constructor(private readonly app: IApp) {}

  public async executor(
    context: SlashCommandContext,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<void> {
    const call = beginCall(this.app, read, modify, http, persistence);
    const place = { room: context.getRoom(), threadId: context.getThreadId(), triggerId: context.getTriggerId() };
    const chat = await chatWith(context.getSender(), place, call);
    const line = parseCommandLine(context.getArguments());
    try {
      await (HANDLERS[line.kind] as (line: CommandLine, chat: Chat) => Promise<unknown>)(line, chat);
    } catch (thrown) {
      await sayFailure(thrown, line.kind, chat);
    }
  }
}
