import { randomUUID } from 'crypto';
import manifest from '../../../../app.json';
import { ACTION, BLOCK } from '../../../../views/ids';
import { type Answer, type Login, send } from '../../../../workspace/client/http';
import { DIRECT } from '../../support/workspace';
import { Browser } from './browser';
import type { ChatWorkspace } from './chatWorkspace';
import { Shown } from './shown';
import { buttonOf, Delivery, Element, ShownMessage, View } from './views';

export const ROOM = 'GENERAL';

/** Where and how a command is typed. */
export interface Typing {
  /** Whether the client can open modals. */
  readonly modals?: boolean;
  readonly roomId?: string;
  readonly threadId?: string;
}

/** What a person types into the fields of a modal. */
export interface Typed {
  readonly code?: string;
  readonly reason?: string;
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
  ) {
    this.browser = new Browser(login);
  }

  /** The same person, their client on another server. */
  at(url: string): Person {
    return new Person(this.username, this.login, this.workspace, url);
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
    return this.step(() => this.sendSubmit(view, typed));
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
    return new Shown((await this.received()).slice(before));
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

  /** Types the command for a session and goes on to the modal that asks for the code. */
  async reachesCode(sessionId: string): Promise<View> {
    const review = (await this.types(sessionId)).opened;
    return (await this.submits(review)).updated;
  }

  sendCommand(line: string, { modals = true, roomId = ROOM, threadId }: Typing = {}): Promise<Answer> {
    const triggerId = modals ? randomUUID() : undefined;
    const command = { command: 'logout-session', roomId, params: line, tmid: threadId, triggerId };
    return this.post('/api/v1/commands.run', command);
  }

  sendSubmit({ id }: Pick<View, 'id'>, { code, reason }: Typed = {}): Promise<Answer> {
    return this.sendState(id, {
      ...(reason !== undefined && { [BLOCK.reason]: { [ACTION.reason]: reason } }),
      ...(code !== undefined && { [BLOCK.code]: { [ACTION.code]: code } }),
    });
  }

  /** Submits a view with any state, as a client that was tampered with can. */
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
