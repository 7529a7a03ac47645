import type { IncomingMessage } from 'http';
import { type RawData, WebSocket } from 'ws';
import type { AppHostPort } from '../ports';
import { randomId } from '../state/ids';
import type { WorkspaceStore } from '../store';
import { type DdpMessage, DdpError, readMessage, toDdpError } from './ddp';
import { METHODS, type MethodContext } from './methods';
import { checkListening, type StreamEvent } from './streams';

/** The version of the protocol that servers and clients of Rocket.Chat speak. */
const VERSION = '1';
const NORMAL_CLOSURE = 1000;

export interface ClientSocketParts {
  readonly store: WorkspaceStore;
  /** Of this server, at this moment: it gets another one when it is restarted. */
  readonly host: () => AppHostPort | undefined;
}

/** One connection of a chat client (Meteor `packages/ddp-server/livedata_server.js`). */
export class ClientSocket {
  readonly sessionId = randomId();
  private userId: string | undefined;
  private greeted = false;
  private readonly subscriptions = new Map<string, { readonly stream: string; readonly event: string }>();
  /** Methods and subscriptions of one connection are answered one after the other, in the order they came. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: WebSocket,
    private readonly request: IncomingMessage,
    private readonly parts: ClientSocketParts,
  ) {
    socket.on('message', (data: RawData, isBinary) => {
      // By default the library gives a message in one buffer.
      const text = (data as Buffer).toString('utf8');
      this.receive(text, isBinary ? undefined : readMessage(text));
    });
    // A connection that breaks closes as well; without a listener the error would end the workspace.
    socket.on('error', () => undefined);
    socket.on('close', () => parts.store.logins.closeSocket(this.sessionId));
    socket.send('{"server_id":"0"}');
  }

  /** Sends an event of a stream once for each subscription to it, if it is for the user of this connection. */
  tell({ userId, stream, event, args }: StreamEvent): void {
    if (userId !== this.userId) {
      return;
    }
    for (const subscription of this.subscriptions.values()) {
      if (subscription.stream === stream && subscription.event === event) {
        this.send({ msg: 'changed', collection: stream, id: 'id', fields: { eventName: event, args } });
      }
    }
  }

  /** Nothing that is still on its way to it is lost. */
  close(code = NORMAL_CLOSURE): void {
    this.socket.close(code);
  }

  private receive(text: string, message: DdpMessage | undefined): void {
    if (message === undefined || (!this.greeted && message.msg !== 'connect')) {
      const reason = message === undefined ? 'Bad request' : 'Must connect first';
      this.send({ msg: 'error', reason, offendingMessage: message ?? text });
      return;
    }
    switch (message.msg) {
      case 'connect':
        this.greet(message);
        return;
      case 'ping':
        this.send({ msg: 'pong', id: message.id });
        return;
      case 'unsub':
        this.subscriptions.delete(String(message.id));
        this.send({ msg: 'nosub', id: message.id });
        return;
      case 'method':
        this.turn = this.turn.then(() => this.answerMethod(message));
        return;
      case 'sub':
        this.turn = this.turn.then(() => this.answerSubscription(message));
        return;
      case 'pong':
        return;
      default:
        this.send({ msg: 'error', reason: 'Bad request', offendingMessage: message });
    }
  }

  private greet({ version }: DdpMessage): void {
    if (version === VERSION) {
      this.greeted = true;
      this.send({ msg: 'connected', session: this.sessionId });
    } else {
      this.send({ msg: 'failed', version: VERSION });
      this.close();
    }
  }

  private async answerMethod({ method, params, id }: DdpMessage): Promise<void> {
    const name = String(method);
    try {
      if (!Object.hasOwn(METHODS, name)) {
        throw new DdpError(404, `Method '${name}' not found`);
      }
      const [param] = (Array.isArray(params) ? params : []) as unknown[];
      const result = await METHODS[name](this.context(), (param ?? {}) as Record<string, unknown>);
      this.send({ msg: 'result', id, result });
    } catch (error) {
      this.send({ msg: 'result', id, error: toDdpError(error) });
    }
    this.send({ msg: 'updated', methods: [id] });
  }

  private answerSubscription({ name, params, id }: DdpMessage): void {
    const [event] = (Array.isArray(params) ? params : []) as unknown[];
    const stream = String(name);
    try {
      checkListening(this.parts.store, this.user, stream, event);
      this.subscriptions.set(String(id), { stream, event });
      this.send({ msg: 'ready', subs: [id] });
    } catch (error) {
      this.send({ msg: 'nosub', id, error: toDdpError(error) });
    }
  }

  private context(): MethodContext {
    const { parts, sessionId, userId, request } = this;
    return {
      store: parts.store,
      host: parts.host(),
      sessionId,
      userId,
      header: (name) => {
        const value = request.headers[name];
        return Array.isArray(value) ? value[0] : value;
      },
      setUser: (next) => this.setUser(next),
    };
  }

  /** Asks for every subscription anew whether this user may listen, as Meteor does. */
  private setUser(userId: string | undefined): void {
    this.userId = userId;
    for (const [id, { stream, event }] of this.subscriptions) {
      try {
        checkListening(this.parts.store, this.user, stream, event);
      } catch (error) {
        this.subscriptions.delete(id);
        this.send({ msg: 'nosub', id, error: toDdpError(error) });
      }
    }
  }

  private get user() {
    return this.parts.store.users.get(this.userId ?? '');
  }

  private send(message: DdpMessage): void {
    if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }
}
