import { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { callerOf } from '../adapters/caller';
import { EngineCall } from '../adapters/engineCall';
import { AllChatPorts, chatPorts } from '../adapters/ports';
import { Caller } from '../core/caller/caller';
import { toAppError } from '../core/shared/errors';
import { blocksOf, errorText, Message, plainText } from '../views/messages';
import { Modal, ViewContext } from '../views/modals';
import { Reader } from '../views/sessionLabel';
import { knownOffset } from '../views/time';
import { Language, languageOf } from '../views/texts/languages';

/** One person, in one place, in their language: whom the app talks with, and how. */
export interface Chat {
  readonly caller: Caller;
  readonly ports: AllChatPorts;
  readonly language: Language;
  readonly view: ViewContext;
  /** In hours. */
  readonly utcOffset: number;
  /** Who they are to a list that they read now. */
  reader(): Reader;
  /** The room they are in; empty where it is not known. */
  readonly roomId: string;
  readonly threadId?: string;
  /** Allows one modal to be opened, for five seconds. */
  readonly triggerId?: string;
  /** Ties what is said about a failure to the log. */
  readonly correlationId: string;
  /**
   * Says something to this person alone. Never throws: what was done stays done when it could not be told.
   *
   * @param replaced the ID of a message said before, in whose place clients show this one
   * @returns whether it was said; otherwise the log has a line, and the caller of this may know another way
   */
  say(message: Message, replaced?: Said): Promise<boolean>;
  /** Opens a modal. Goes by notification, since the engine logs what a handler returns. */
  open(modal: Modal, triggerId: string): Promise<void>;
  /** Lays a modal over the one that is open under its ID, by notification as well. */
  update(modal: Modal, triggerId: string): Promise<void>;
  /** How many incorrect codes the workspace accepts before it wants another mail; undefined when it does not say. */
  mailedCodeTries(): Promise<number | undefined>;
  /** See `keepsDialogs`. */
  keepsDialogs(): Promise<boolean>;
  /** Leaves a line in the app's log, under the chat's own correlation ID unless another is given. */
  note(event: string, result: string, correlationId?: string): void;
}

const TRIES_TO_SAY = 2;

/** A message that is said again under the same ID takes the place of the one before, where that stood. */
export interface Said {
  readonly id: string;
  readonly at: Date;
}

/** Where a person is. Whatever a client says of this decides nothing. */
export interface Place {
  readonly room?: IRoom;
  readonly threadId?: string;
  readonly triggerId?: string;
}

/** Sets up a chat for what the engine just called the app for. */
export async function chatWith(user: IUser, place: Place, call: EngineCall, ports = chatPorts(call)): Promise<Chat> {
  const { app, read, modify } = call;
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
  const correlationId = ports.random.id();
  const note: Chat['note'] = (event, result, id = correlationId) =>
    ports.log.note({ event, correlationId: id, result });
  const view: ViewContext = { appId: app.getID(), t: language.t };
  const built = (message: Message, room: IRoom): IMessage => {
    const builder = modify
      .getNotifier()
      .getMessageBuilder()
      .setRoom(room)
      .setText(plainText(message))
      .setParseUrls(false);
    const blocks = blocksOf(message, view);
    if (blocks.length > 0) {
      builder.setBlocks(blocks as Parameters<typeof builder.setBlocks>[0]);
    }
    if (place.threadId) {
      builder.setThreadId(place.threadId);
    }
    return builder.getMessage();
  };
  const utcOffset = knownOffset(user.utcOffset);
  return {
    caller: callerOf(user),
    ports,
    language,
    view,
    utcOffset,
    reader: () => ({ callerId: user.id, now: ports.clock.now(), utcOffset }),
    roomId: place.room?.id ?? '',
    // Engines with Deno hand out null for what is not there.
    threadId: place.threadId ?? undefined,
    triggerId: place.triggerId ?? undefined,
    correlationId,
    async say(message, replaced) {
      for (let tries = 0; place.room && tries < TRIES_TO_SAY; tries++) {
        try {
          // The builder gives no ID; the server keeps one that is there (apps/server/converters/messages.js).
          const again = replaced && { id: replaced.id, createdAt: replaced.at };
          await modify.getNotifier().notifyUser(user, { ...built(message, place.room), ...again });
          return true;
        } catch {
          // Once more, and then the log has to do.
        }
      }
      note('message', 'not-told');
      return false;
    },
    open: (modal, triggerId) => modify.getUiController().openSurfaceView(modal, { triggerId }, user),
    update: (modal, triggerId) => modify.getUiController().updateSurfaceView(modal, { triggerId }, user),
    async mailedCodeTries() {
      const limit = await serverSetting('Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts');
      return typeof limit === 'number' && limit > 0 ? limit : undefined;
    },
    keepsDialogs: () => keepsDialogs(ports),
    note,
  };
}

/**
 * Whether this workspace's web client keeps a dialog open when its submit is answered with an update: those before 6.8
 * close it whatever the answer is (apps/meteor/client/views/modal/uikit/UiKitModal.tsx).
 */
export async function keepsDialogs({ versions }: Pick<AllChatPorts, 'versions'>): Promise<boolean> {
  const version = await versions.current();
  return version !== undefined && (version.major > 6 || (version.major === 6 && version.minor >= 8));
}

/**
 * Tells a person that something failed, in words that lead to the log.
 *
 * @returns whether it was said
 */
export async function sayFailure(thrown: unknown, event: string, chat: Chat): Promise<boolean> {
  const error = toAppError(thrown, 'error-internal');
  chat.note(event, error.code);
  return chat.say({ text: errorText(error, chat.view.t, { request: chat.correlationId }, chat.utcOffset) });
}
