import { connect, createServer, type Server, type Socket } from 'net';
import type { AddressInfo } from 'net';

export interface ProxyHabits {
  /** Takes this header out of every request. */
  readonly dropsHeader?: string;
  /** Leaves a client's connection open when the workspace has closed its own. */
  readonly holdsSockets?: boolean;
}

/** A reverse proxy before a workspace, with bad habits. */
export class TamperingProxy {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(target: string, habits: ProxyHabits) {
    const { hostname, port } = new URL(target);
    this.server = createServer((client) => this.serve(client, connect(Number(port), hostname), habits));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(client: Socket, workspace: Socket, { dropsHeader, holdsSockets = false }: ProxyHabits): void {
    let isSocket = false;
    [client, workspace].forEach((socket) => this.sockets.add(socket.on('error', () => undefined)));
    client.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1');
      isSocket ||= /^upgrade: websocket/im.test(text);
      const header = dropsHeader && new RegExp(`^${dropsHeader}:.*\r\n`, 'im');
      workspace.write(Buffer.from(header && !isSocket ? text.replace(header, '') : text, 'latin1'));
    });
    // A close frame of the server (RFC 6455, 5.5.1) goes astray together with the end of its connection.
    workspace.on('data', (chunk: Buffer) => {
      if (!(isSocket && holdsSockets && chunk[0] === CLOSE_FRAME)) {
        client.write(chunk);
      }
    });
    client.on('close', () => workspace.destroy());
    workspace.on('close', () => (isSocket && holdsSockets ? undefined : client.end()));
  }
}

const CLOSE_FRAME = 0x88;
