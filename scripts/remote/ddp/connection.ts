import { once } from 'events';
import type { RawData, WebSocket } from 'ws';
import { Answers } from './answers';
import { type DdpMessage, decode, encode, streamEventOf } from './codec';
import { SocketError } from './socketError';
import type { StreamListener, WorkspaceSocket } from './workspaceSocket';

/** The version of the protocol that every Rocket.Chat server speaks (Meteor `packages/ddp/DDP.md`). */
const VERSION = '1';
const NORMAL_CLOSURE = 1000;
/** Under which `connect` waits for `connected`: the protocol gives it no ID of its own. */
const GREETING = 'connect';

/**
 * A chat client's connection: methods, streams, and answers to pings. On `ws` rather than Rocket.Chat's own
 * `@rocket.chat/ddp-client`, which sends no headers, knows no time limit, and does not tell the close code
 * (`ee/packages/ddp-client/src/Connection.ts`): the sign of how a session ended.
 */
export class Connection implements WorkspaceSocket {
  readonly closed: Promise<number>;
  private readonly answers: Answers;
  private readonly listeners = new Map<string, StreamListener[]>();

  private constructor(
    private readonly socket: WebSocket,
    private readonly timeoutMs: number,
  ) {
    this.answers = new Answers(timeoutMs);
    socket.on('message', (data: RawData, isBinary) => {
      // By default the library gives a message in one buffer.
      this.receive(isBinary ? undefined : decode((data as Buffer).toString('utf8')));
    });
    // A connection that breaks closes as well; without a listener the error would end the process.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.on('close', (code) => {
        this.answers.close();
        resolve(code);
      });
    });
  }

  /**
   * Waits for the socket to open and greets the server.
   * @throws SocketError `socket-unreachable`, `socket-closed`, `socket-timeout`; the socket is closed then
   */
  static async begin(socket: WebSocket, timeoutMs: number): Promise<Connection> {
    const connection = new Connection(socket, timeoutMs);
    try {
      await once(socket, 'open').catch(() => Promise.reject(SocketError.own('socket-unreachable')));
      const greeting: DdpMessage = { msg: 'connect', version: VERSION, support: [VERSION] };
      await connection.answers.ask(() => connection.send(greeting), GREETING);
      return connection;
    } catch (error) {
      socket.terminate();
      throw error;
    }
  }

  async logIn(authToken: string): Promise<string> {
    const result = await this.call('login', { resume: authToken });
    const { id } = (result ?? {}) as { id?: unknown };
    if (typeof id !== 'string') {
      throw SocketError.own('socket-refused');
    }
    return id;
  }

  call(method: string, ...params: unknown[]): Promise<unknown> {
    return this.answers.ask((id) => this.send({ msg: 'method', method, params, id }));
  }

  async listen(stream: string, event: string, listener: StreamListener): Promise<void> {
    const key = keyOf(stream, event);
    // Before the server says ready: an event may overtake the word.
    this.listeners.set(key, [...(this.listeners.get(key) ?? []), listener]);
    try {
      await this.answers.ask((id) =>
        this.send({ msg: 'sub', id, name: stream, params: [event, { useCollection: false, args: [] }] }),
      );
    } catch (error) {
      const others = this.listeners.get(key)?.filter((each) => each !== listener) ?? [];
      this.listeners.set(key, others);
      throw error;
    }
  }

  close(): void {
    this.answers.close();
    this.socket.close(NORMAL_CLOSURE);
    const silent = setTimeout(() => this.socket.terminate(), this.timeoutMs);
    void this.closed.then(() => clearTimeout(silent));
  }

  private send(message: DdpMessage): void {
    this.socket.send(encode(message));
  }

  private receive(message: DdpMessage | undefined): void {
    switch (message?.msg) {
      case 'connected':
        this.answers.resolve(GREETING, message.session);
        return;
      case 'failed':
        this.answers.reject(GREETING, SocketError.own('socket-refused'));
        return;
      case 'ping':
        this.send({ msg: 'pong', ...(message.id !== undefined && { id: message.id }) });
        return;
      case 'result':
        this.receiveResult(message);
        return;
      case 'ready':
        (Array.isArray(message.subs) ? message.subs : []).forEach((id) => this.answers.resolve(id, undefined));
        return;
      case 'nosub':
        this.answers.reject(message.id, SocketError.ofServer(message.error));
        return;
      case 'changed':
        this.receiveEvent(message);
        return;
      case undefined:
      default:
    }
  }

  private receiveResult({ id, error, result }: DdpMessage): void {
    if (error === undefined) {
      this.answers.resolve(id, result);
    } else {
      this.answers.reject(id, SocketError.ofServer(error));
    }
  }

  private receiveEvent(message: DdpMessage): void {
    const event = streamEventOf(message);
    if (event !== undefined) {
      this.listeners.get(keyOf(event.stream, event.event))?.forEach((listener) => listener(event.args));
    }
  }
}

const keyOf = (stream: string, event: string): string => JSON.stringify([stream, event]);
