import { once } from 'events';
import type { Server } from 'http';
import { setTimeout as pause } from 'timers/promises';
import { WebSocketServer } from 'ws';
import { ClientSocket, type ClientSocketParts } from './clientSocket';
import { eventsOf, type PostedMessages, toUser, type StreamEvent } from './streams';

const GOING_AWAY = 1001;
/** How long clients have to say goodbye when the server ends. */
const GOODBYE_MS = 500;

export interface SocketParts extends ClientSocketParts {
  readonly messages?: PostedMessages;
}

/** The websockets of one server. */
export interface Sockets {
  /** Ends all connections, and takes no new ones. May be called twice. */
  close(): Promise<void>;
  /** Breaks all connections without a word, as when the server's process is killed, and takes new ones. */
  cut(): void;
}

const NO_MESSAGES: PostedMessages = { get: () => undefined };

/**
 * Lets chat clients connect at `/websocket`. They are told what is delivered to their people on any server of the
 * workspace, by the same way as every other client of it: `store.onDelivery`. What a person's client would ignore was left
 * out there already (`engine/clients.ts`): a real server sends it, and the client drops it. A socket is closed, with code
 * 1000, when its login token ends.
 *
 * @param server listens already
 */
export function attachSockets(server: Server, { messages = NO_MESSAGES, ...parts }: SocketParts): Sockets {
  const { store } = parts;
  const open = new Set<ClientSocket>();
  const listening = new WebSocketServer({ server, path: '/websocket' });
  listening.on('connection', (socket, request) => {
    const client = new ClientSocket(socket, request, parts);
    open.add(client);
    socket.on('close', () => open.delete(client));
  });

  const tell = (event: StreamEvent): void => open.forEach((client) => client.tell(event));
  store.onDelivery((delivery) => {
    if (open.size > 0) {
      eventsOf(store, messages, delivery).forEach(tell);
    }
  });
  store.logins.onSocketEvent(({ kind, userId, sessionId, code }) => {
    if (kind === 'force_logout') {
      tell(toUser(userId, 'force_logout'));
    } else {
      open.forEach((client) => client.sessionId === sessionId && client.close(code));
    }
  });
  // What its people were logged in with does not exist any more.
  store.onRestore(() => open.forEach((client) => client.close(GOING_AWAY)));

  return {
    async close() {
      listening.close();
      const left = [...listening.clients];
      left.forEach((socket) => socket.close(GOING_AWAY));
      const goodbyes = Promise.all(left.map((socket) => once(socket, 'close')));
      await Promise.race([goodbyes, pause(GOODBYE_MS, undefined, { ref: false })]);
      listening.clients.forEach((socket) => socket.terminate());
    },
    cut: () => listening.clients.forEach((socket) => socket.terminate()),
  };
}
