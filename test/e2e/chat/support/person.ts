import { randomUUID } from 'crypto';
import { setTimeout as pause } from 'timers/promises';
import manifest from '../../../../app.json';
import { ACTION, BLOCK } from '../../../../views/ids';
import { type Answer, type Login, send } from '../../../../workspace/client/http';
import { DIRECT } from '../../support/workspace';
import { Browser } from './browser';
import type { ChatWorkspace } from './chatWorkspace';
import { Fields, Typed } from './fields';
import { Shown } from './shown';
import { buttonOf, Delivery, Element, problemIn, ShownMessage, View } from './views';

export const ROOM = 'GENERAL';

/** Where and how a command is typed. */
export interface Typing {
  /** Whether the client can open modals. */
  readonly modals?: boolean;
  readonly roomId?: string;
  readonly threadId?: string;
}

/** One person with their client, on one of the workspace's servers. */
export class Person {
  readonly browser: Browser;

  constructor(
    readonly username: string,
    readonly login: Login,
    private readonly workspace: ChatWorkspace,
    /** The server that their client talks with. */
    private readonly url: string = workspace.url,
    private readonly fields = new Fields(),
  ) {
    this.browser = new Browser(login);
  }

  /** The same person, their client on another server. */
  at(url: string): Person {
    return new Person(this.username, this.login, this.workspace, url, this.fields);
  }

  /** Types `/logout-session …`. */
  types(line: string, typing: Typing = {}): Promise<Shown> {
    return this.step(() => this.sendCommand(line, typing));
  }

  /** Clicks a button of a message or of the open modal. */
  clicks(where: ShownMessage | View, actionId: string): Promise<Shown> {
    return this.step(() => this.sendClick(where, buttonOf(where, actionId)));
  }

  /** Submits a modal. */
  submits(view: View, typed: Typed = {}): Promise<Shown> {
    return this.submitsState(view, this.fields.type(view, typed));
  }

  /** Submits a modal with any state, as a client that was tampered with can. */
  async submitsState({ id }: Pick<View, 'id'>, state: unknown): Promise<Shown> {
    const shown = await this.step(() => this.sendState(id, state));
    return (await this.workspace.keepsDialogs()) ? shown : shown.withoutAnswers;
  }

  /** Goes on after a submit that was not enough: in the dialog where it is still open, or by the message's button. */
  async goesOn(after: Shown): Promise<{ readonly said: string | undefined; readonly view: View }> {
    if (await this.workspace.keepsDialogs()) {
      return { said: problemIn(after.updated), view: after.updated };
    }
    const { message } = after;
    return { said: message.text, view: (await this.clicks(message, ACTION.goOn)).opened };
  }

  /** What stands in a field of a modal: as it was filled in, or as it was typed. */
  sees(view: View, blockId: string): unknown {
    return this.fields.valueIn(view, blockId);
  }

  /**
   * Submits a dialog after which the app says something and opens the next one, once the client has surely closed the
   * first.
   */
  async submitsToNext(view: View, typed: Typed): Promise<{ readonly message: ShownMessage; readonly next: View }> {
    return this.toNext(() => this.submits(view, typed));
  }

  /** Waits for the dialog that opens some time after what a step brought. */
  async toNext(step: () => Promise<Shown>): Promise<{ readonly message: ShownMessage; readonly next: View }> {
    const before = (await this.received()).length;
    const { message } = await step();
    for (;;) {
      const since = (await this.received()).slice(before);
      const opened = since.find((each) => each.kind === 'modal' && each.type === 'modal.open');
      if (opened?.kind === 'modal' && opened.view) {
        this.fields.open(opened.view);
        return { message, next: opened.view };
      }
      await pause(50);
    }
  }

  /** Chooses the app's entry in the menu of a message. */
  choosesInMenu(message: { readonly _id: string; readonly rid: string }): Promise<Shown> {
    const { _id: mid, rid } = message;
    const payload = { context: 'messageAction' };
    return this.step(() =>
      this.sendInteraction({ type: 'actionButton', actionId: ACTION.messageMenu, payload, mid, rid }),
    );
  }

  /** Closes a modal without submitting it. */
  closes(view: View): Promise<Shown> {
    return this.step(() => this.sendInteraction({ type: 'viewClosed', payload: { view, isCleared: false } }));
  }

  /** Does something, and sees what their client was shown because of it. */
  async step(action: () => Promise<Answer>): Promise<Shown> {
    const before = (await this.received()).length;
    const answer = await action();
    expect(answer.status).toBe(200);
    const shown = (await this.received()).slice(before);
    shown.forEach((each) => each.kind === 'modal' && each.type === 'modal.open' && this.fields.open(each.view));
    return new Shown(shown);
  }

  /** Everything that their client was shown so far. */
  received(): Promise<Delivery[]> {
    return this.workspace.deliveries(this.username);
  }

  /** Lets the app act for them, before any logout. */
  async connects(): Promise<Answer> {
    const link = (await this.types('connect', { modals: false })).message.text.match(/https?:\S+/)?.[0] ?? '';
    const page = await this.browser.opens(await this.browser.allows(link));
    expect(page.status).toBe(200);
    return page;
  }

  /** Follows the button of the connect modal, and allows what the workspace asks. */
  consents(modal: View): Promise<Shown> {
    const link = buttonOf(modal, ACTION.consent).url ?? '';
    return this.step(async () => this.browser.opens(await this.browser.allows(link)));
  }

  /** Types the command for a session. @returns the dialog that opens */
  async opensDialog(sessionId: string): Promise<View> {
    return (await this.types(sessionId)).opened;
  }

  sendCommand(line: string, { modals = true, roomId = ROOM, threadId }: Typing = {}): Promise<Answer> {
    const triggerId = modals ? randomUUID() : undefined;
    const command = { command: 'logout-session', roomId, params: line, tmid: threadId, triggerId };
    return this.post('/api/v1/commands.run', command);
  }

  sendSubmit(view: View, typed: Typed = {}): Promise<Answer> {
    return this.sendState(view.id, this.fields.type(view, typed));
  }

  sendState(viewId: unknown, state: unknown): Promise<Answer> {
    return this.sendInteraction({ type: 'viewSubmit', payload: { view: { id: viewId, state } } });
  }

  sendClick(where: ShownMessage | View, { actionId, value }: Element): Promise<Answer> {
    const inModal = 'id' in where;
    const container = inModal ? { type: 'view', id: where.id } : { type: 'message', id: 'aMessage' };
    const place = inModal ? {} : { rid: where.roomId, mid: 'aMessage' };
    const payload = { blockId: BLOCK.actions, value };
    return this.sendInteraction({ type: 'blockAction', actionId, payload, container, ...place });
  }

  sendInteraction(interaction: object): Promise<Answer> {
    return this.post(`/api/apps/ui.interaction/${manifest.id}`, { triggerId: randomUUID(), ...interaction });
  }

  private post(path: string, body: unknown): Promise<Answer> {
    return send(this.url + path, { as: this.login, body, headers: { 'User-Agent': DIRECT } });
  }
}
