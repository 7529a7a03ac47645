import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { type WebSocket, WebSocketServer } from 'ws';
import { openSocket, type SocketOptions, TIMEOUT_MS, type WorkspaceSocket } from '../../../scripts/remote/socket';

type Message = Record<string, unknown> & { msg: string };

/** The client beside a server that does what the test says. */
describe('the client of a workspace', () => {
  let server: WebSocketServer;
  let url: string;
  let received: Message[];
  let headers: Record<string, unknown>;
  let answer: (message: Message, socket: WebSocket) => void;
  let client: WorkspaceSocket | undefined;

  const send = (socket: WebSocket, message: object): void => socket.send(JSON.stringify(message));
  const greet = (message: Message, socket: WebSocket): void => {
    if (message.msg === 'connect') {
      send(socket, { msg: 'connected', session: 's' });
    }
  };

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    [received, answer, client] = [[], greet, undefined];
    const http = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => http.once('listening', resolve));
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/chat`;
    server = new WebSocketServer({ server: http, path: '/chat/websocket' });
    server.on('connection', (socket, request) => {
      headers = request.headers;
      socket.on('message', (data: Buffer) => {
        const message = JSON.parse(data.toString()) as Message;
        received.push(message);
        answer(message, socket);
      });
    });
    server.once('close', () => http.close());
  });
  afterEach(async () => {
    client?.close();
    await client?.closed;
    server.clients.forEach((socket) => socket.terminate());
    await new Promise((resolve) => server.close(resolve));
    jest.useRealTimers();
  });

  const open = async (options?: SocketOptions): Promise<WorkspaceSocket> => (client = await openSocket(url, options));
  /** The time for an answer is over, however long opening the connection takes on this machine. */
  const passes = (): void => void jest.advanceTimersByTime(TIMEOUT_MS);
  const isCode = (code: string) => ({ name: 'SocketError', code });

  it('keeps the path of the workspace, sends the headers, and greets', async () => {
    await open({ headers: { 'User-Agent': 'test' } });
    expect(received).toEqual([{ msg: 'connect', version: '1', support: ['1'] }]);
    expect(headers).toMatchObject({ 'user-agent': 'test' });
  });

  it('answers pings, with their ID and without', async () => {
    answer = (message, socket) => {
      greet(message, socket);
      if (message.msg === 'method') {
        send(socket, { msg: 'ping' });
        send(socket, { msg: 'ping', id: 'p' });
        send(socket, { msg: 'result', id: message.id, result: 5 });
      }
      if (message.id === 'p') {
        socket.close(4001);
      }
    };
    const socket = await open();
    expect(await socket.call('x', 1, { a: 2 })).toBe(5);
    expect(await socket.closed).toBe(4001);
    expect(received.slice(1)).toEqual([
      { msg: 'method', method: 'x', params: [1, { a: 2 }], id: '1' },
      { msg: 'pong' },
      { msg: 'pong', id: 'p' },
    ]);
  });

  it('hears an event that overtakes the word that it may listen, and not those of others', async () => {
    answer = (message, socket) => {
      greet(message, socket);
      if (message.msg === 'sub') {
        const changed = (collection: string, eventName: string, arg: number): void =>
          send(socket, { msg: 'changed', collection, id: 'id', fields: { eventName, args: [arg] } });
        socket.send('not JSON');
        changed('s', 'e', 1);
        changed('s', 'other', 2);
        changed('other', 'e', 3);
        send(socket, { msg: 'ready', subs: [message.id] });
      }
    };
    const heard: unknown[] = [];
    await (await open()).listen('s', 'e', (args) => heard.push(args));
    expect(heard).toEqual([[1]]);
  });

  it('tells what waits that the server closed the connection, and with which code', async () => {
    answer = (message, socket) => (message.msg === 'connect' ? greet(message, socket) : socket.close(1000));
    const socket = await open();
    await expect(Promise.all([socket.call('x')])).rejects.toMatchObject(isCode('socket-closed'));
    expect(await socket.closed).toBe(1000);
    await expect(socket.listen('s', 'e', () => undefined)).rejects.toMatchObject(isCode('socket-closed'));
  });

  it('ends a connection to a server that says no goodbye', async () => {
    answer = (message, socket) => {
      if (message.msg === 'connect') {
        greet(message, socket);
      } else {
        socket.pause();
        passes();
      }
    };
    const socket = await open();
    await expect(socket.call('x')).rejects.toMatchObject(isCode('socket-timeout'));
    socket.close();
    socket.close();
    passes();
    expect(await socket.closed).toBe(1006);
  });

  it.each<[string, string, (message: Message, socket: WebSocket) => void]>([
    ['does not greet', 'socket-timeout', () => passes()],
    ['speaks another protocol', 'socket-refused', (_message, socket) => send(socket, { msg: 'failed', version: '2' })],
    ['closes at once', 'socket-closed', (_message, socket) => socket.close(1000)],
  ])('gives up on a server that %s', async (_what, code, behaviour) => {
    answer = behaviour;
    await expect(openSocket(url)).rejects.toMatchObject(isCode(code));
  });

  it('says when there is no such workspace, without what was sent', async () => {
    const headersWithSecret = { headers: { 'X-Auth-Token': 'secret' } };
    const elsewhere = openSocket(`${url}/other`, headersWithSecret);
    await expect(elsewhere).rejects.toMatchObject(isCode('socket-unreachable'));
    await expect(openSocket('http://127.0.0.1:1')).rejects.toMatchObject(isCode('socket-unreachable'));
    await expect(openSocket('x')).rejects.toMatchObject(isCode('socket-address'));
  });
});
