import { randomUUID } from 'crypto';
import { setTimeout as pause } from 'timers/promises';
import { ActionManager } from '../../../workspace/web/client/actionManager';
import type { ClientGeneration } from '../../../workspace/web/client/generations';
import type {
  ServerInteraction,
  UserInteraction,
  View,
  ViewBlock,
  ViewElement,
} from '../../../workspace/web/client/interactions';
import { ModalSlot } from '../../../workspace/web/client/modalSlot';
import { afterAnswer, type OpenView } from '../../../workspace/web/client/openView';
import { TRIGGER_LIFETIME_MS, Triggers } from '../../../workspace/web/client/triggers';
import { initialValues, stateOf, type Values, withValue } from '../../../workspace/web/client/values';
import type { RemoteLogin } from '../../remote/login';
import { openSocket, SocketError, type WorkspaceSocket } from '../../remote/socket';
import { logOutBy } from '../logOutBy';
import { Changes } from './changes';
import { Failed } from '../outcomes';
import type { Targets } from '../targets';
import { TEXTS } from '../texts';

/** A message that only this person is shown, as it comes over the socket. */
export interface ShownMessage {
  readonly _id: string;
  readonly rid: string;
  readonly msg?: string;
  readonly blocks?: readonly ViewBlock[];
}

export interface WebClientOptions {
  readonly login: Pick<RemoteLogin, 'remote' | 'userId' | 'authToken'>;
  readonly appId: string;
  /** The room in which commands are typed. Nothing is posted there. */
  readonly roomId: string;
  readonly generation: ClientGeneration;
  readonly targets: Targets;
}

const COMMAND = 'logout-session';
/**
 * A server takes ten calls of one method in ten seconds over one connection
 * (`DDP_Rate_Limit_Connection_By_Method`, apps/meteor/server/settings/rate.ts).
 */
const METHOD_WINDOW_MS = 10_000;
const MOST_TRIES = 3;
/** How long to wait for what the app shows: a step may take up to ten seconds where the workspace is slow. */
const PATIENCE_MS = 15_000;

/**
 * A person's web client: one socket, over which commands go and dialogs and messages come, and the web client's own
 * rules about triggers and views, in the generation that came with the server. What the client would ignore is not seen.
 */
export class WebClient {
  readonly messages: ShownMessage[] = [];
  private open: OpenView | undefined;
  private values: Values = {};
  private readonly triggers = new Triggers(randomUUID, () => performance.now());
  private readonly modals = new ModalSlot((modal) => {
    this.open = modal && { view: modal.view };
    this.values = modal ? initialValues(modal.view.blocks) : {};
    this.changes.announce();
  });
  private readonly actions: ActionManager;
  private readonly changes = new Changes();

  private constructor(
    private readonly options: WebClientOptions,
    private readonly socket: WorkspaceSocket,
  ) {
    this.actions = new ActionManager(options.generation, {
      triggers: this.triggers,
      modals: this.modals,
      post: (appId, interaction) => this.post(appId, interaction),
      emit: (viewId, interaction) => this.receiveFor(viewId, interaction),
      toast: () => undefined,
      // What is waited for in case an answer is late must not keep the process.
      afterLifetime: () => pause(TRIGGER_LIFETIME_MS, undefined, { ref: false }),
    });
  }

  /** Connects, resumes the person's login, and listens to what apps send to this person. */
  static async start(options: WebClientOptions): Promise<WebClient> {
    const { remote, authToken, userId } = options.login;
    const socket = await openSocket(remote.url);
    try {
      await socket.logIn(authToken);
      const client = new WebClient(options, socket);
      await socket.listen('stream-notify-user', `${userId}/uiInteraction`, ([interaction]) =>
        client.actions.handle(interaction as ServerInteraction),
      );
      await socket.listen('stream-notify-user', `${userId}/message`, ([message]) => client.receive(message));
      return client;
    } catch (error) {
      socket.close();
      throw error;
    }
  }

  close(): void {
    this.socket.close();
  }

  /** Ends the login in the way that takes its session off the workspace's list. */
  async logOut(): Promise<void> {
    await logOutBy(this.socket);
  }

  /** The dialog on the screen. */
  get dialog(): View | undefined {
    return this.open?.view;
  }

  /**
   * Types `/logout-session …` as the web client does (apps/meteor/client/lib/chats/flows/processSlashCommand.ts).
   * Resolves when the server has run the command; what the app shows may follow later.
   */
  async types(line: string): Promise<void> {
    const { roomId, appId, targets } = this.options;
    targets.requireOwnLine(line);
    const msg = { _id: randomUUID().replace(/-/g, '').slice(0, 17), rid: roomId, msg: `/${COMMAND} ${line}` };
    for (let tries = 1; ; tries += 1) {
      try {
        const triggerId = this.triggers.make(appId);
        await this.socket.call('slashCommand', { cmd: COMMAND, params: line, msg, triggerId });
        return;
      } catch (error) {
        if (!(error instanceof SocketError) || error.code !== 'too-many-requests' || tries >= MOST_TRIES) {
          throw error;
        }
        await pause(METHOD_WINDOW_MS);
      }
    }
  }

  /** Fills in a field of the open dialog. */
  fill(element: ViewElement, value: unknown, blockId: string | undefined): void {
    this.values = withValue(this.values, element.actionId ?? '', value, element.blockId ?? blockId);
  }

  /** Presses the button at the foot of the open dialog. */
  async submit(): Promise<void> {
    const view = this.requireDialog();
    const submitted = { ...view, state: stateOf(this.values) };
    await this.emit({ type: 'viewSubmit', viewId: view.id, payload: { view: submitted } });
  }

  /** Presses a button of a message. */
  async press(message: ShownMessage, { actionId = '', blockId, value }: ViewElement): Promise<void> {
    const container = { type: 'message', id: message._id } as const;
    const place = { rid: message.rid, mid: message._id };
    await this.emit({ type: 'blockAction', actionId, payload: { blockId, value }, container, ...place });
  }

  /** Goes away from the dialog, if there is one: × tells the app that it is over. */
  async leaveDialog(): Promise<void> {
    const view = this.dialog;
    if (view !== undefined) {
      const payload = { viewId: view.id, view: { ...view, state: stateOf(this.values) }, isCleared: true };
      await this.emit({ type: 'viewClosed', payload });
    }
  }

  /**
   * Waits until something holds.
   *
   * @throws Failed when it does not in time. @param expected what was waited for, in words
   */
  async until<T>(condition: () => T | undefined, expected: string): Promise<T> {
    const found = await this.changes.until(condition, PATIENCE_MS);
    if (found === undefined) {
      throw new Failed(expected, this.lastShown());
    }
    return found;
  }

  /** What this person saw last, in words. */
  lastShown(): string {
    const last = this.messages[this.messages.length - 1];
    return this.dialog ? TEXTS.aDialog(this.dialog.title.text) : last?.msg ? TEXTS.aMessage(last.msg) : TEXTS.nothing;
  }

  requireDialog(): View {
    if (this.dialog === undefined) {
      throw new Failed(TEXTS.anOpenDialog, this.lastShown());
    }
    return this.dialog;
  }

  private emit(interaction: UserInteraction): Promise<void> {
    return this.actions.emitInteraction(this.options.appId, interaction);
  }

  private async post(appId: string, interaction: object): Promise<ServerInteraction> {
    const answer = await this.options.login.remote.post(`/api/apps/ui.interaction/${appId}`, interaction);
    if (answer.status !== 200) {
      throw new Error(`the interaction was answered with ${answer.status}`);
    }
    return (answer.body ?? {}) as ServerInteraction;
  }

  private receive(message: unknown): void {
    this.messages.push(message as ShownMessage);
    this.changes.announce();
  }

  private receiveFor(viewId: string, interaction: ServerInteraction): void {
    if (this.open?.view.id === viewId) {
      this.open = afterAnswer(this.open, interaction);
      this.changes.announce();
    }
  }
}
