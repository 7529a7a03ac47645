import { openSocket, type SocketOptions, type WorkspaceSocket } from '../../../scripts/remote/socket';

/** The sockets that a test opened. */
export class TestSockets {
  private readonly opened: WorkspaceSocket[] = [];

  async open(url: string, options?: SocketOptions): Promise<WorkspaceSocket> {
    const socket = await openSocket(url, options);
    this.opened.push(socket);
    return socket;
  }

  async loggedIn(url: string, authToken: string, options?: SocketOptions): Promise<WorkspaceSocket> {
    const socket = await this.open(url, options);
    await socket.logIn(authToken);
    return socket;
  }

  /** Ends those that are still open. */
  async close(): Promise<void> {
    this.opened.forEach((socket) => socket.close());
    await Promise.all(this.opened.map(({ closed }) => closed));
  }
}

/** What one event of a stream brought so far, in order. */
export async function collect(
  socket: WorkspaceSocket,
  stream: string,
  event: string,
): Promise<Array<readonly unknown[]>> {
  const heard: Array<readonly unknown[]> = [];
  await socket.listen(stream, event, (args) => heard.push(args));
  return heard;
}

/** The server has answered everything that came before, and what it had to send by then is here. */
export async function caughtUp(socket: WorkspaceSocket): Promise<void> {
  await socket.call('no such method').catch(() => undefined);
}
