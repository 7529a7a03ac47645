import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { Caller } from '../core/authorizeCaller';
import { blocksOf, Message } from '../views/messages';
import { Modal, ViewContext } from '../views/modals';
import { Language, languageOf } from '../views/texts/languages';
import { callerOf } from './caller';
import { AllChatPorts, chatPorts, EngineCall } from './chatPorts';

/** One person, in one place, in their language: whom the app talks with and how. */
export interface Chat {
  readonly caller: Caller;
  readonly ports: AllChatPorts;
  readonly language: Language;
  readonly view: ViewContext;
  /** Hours. */
  readonly utcOffset: number;
  /** The room they are in; empty where it is not known. */
  readonly roomId: string;
  readonly threadId?: string;
  /** Allows to open one modal, for five seconds. */
  readonly triggerId?: string;
  /** Says something to this person alone; where it is not known in which room, the log has to do. */
  say(message: Message): Promise<void>;
  /** Opens a modal. Goes by notification, since the engine logs what a handler returns. */
  open(modal: Modal, triggerId: string): Promise<void>;
  /** How many wrong codes the workspace takes before it wants another mail; undefined when it does not say. */
  mailedCodeTries(): Promise<number | undefined>;
  /** Leaves a line in the app's log. */
  note(event: string, result: string, correlationId?: string): void;
}

export interface Place {
  readonly room?: IRoom;
  readonly threadId?: string;
  readonly triggerId?: string;
}

/** Sets a chat up for what the engine just called the app for. */
export async function chatWith(user: IUser, place: Place, call: EngineCall): Promise<Chat> {
  const { app, read, modify } = call;
  const ports = chatPorts(call);
  const serverSettings = read.getEnvironmentReader().getServerSettings();
  const serverSetting = async (id: string): Promise<unknown> => {
    try {
      return (await serverSettings.getValueById(id)) as unknown;
    } catch {
      // Neither language nor number of tries is worth failing for.
      return undefined;
    }
  };
  const language = languageOf(user.settings?.preferences?.language ?? (await serverSetting('Language')));
  const note: Chat['note'] = (event, result, correlationId = '-') => ports.log.note({ event, correlationId, result });
  const view: ViewContext = { appId: app.getID(), t: language.t };
  return {
    caller: callerOf(user),
    ports,
    language,
    view,
    utcOffset: user.utcOffset ?? 0,
    roomId: place.room?.id ?? '',
    // Engines with Deno hand out null for what is not there.
    threadId: place.threadId ?? undefined,
    triggerId: place.triggerId ?? undefined,
    async say(message) {
      if (!place.room) {
        return note('message', 'not-told');
      }
      const builder = modify
        .getNotifier()
        .getMessageBuilder()
        .setRoom(place.room)
        .setText(message.text)
        .setParseUrls(false);
      const blocks = blocksOf(message, view);
      if (blocks.length > 0) {
        builder.setBlocks(blocks as Parameters<typeof builder.setBlocks>[0]);
      }
      if (place.threadId) {
        builder.setThreadId(place.threadId);
      }
      await modify.getNotifier().notifyUser(user, builder.getMessage());
    },
    open: (modal, triggerId) => modify.getUiController().openSurfaceView(modal, { triggerId }, user),
    async mailedCodeTries() {
      const limit = await serverSetting('Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts');
      return typeof limit === 'number' && limit > 0 ? limit : undefined;
    },
    note,
  };
}
