import { createServer, IncomingMessage, Server } from 'http';
import { AddressInfo } from 'net';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One request of the app, and the reply to it. */
export interface Overheard {
  readonly path: string;
  readonly request: string;
  readonly reply: Reply;
}

/** Changes what the workspace answered. */
export type Lie = (truth: Reply) => Reply;

/** Headers that belong to one connection, not to the request (RFC 9110, section 7.6.1), or are set anew. */
const OF_THE_CONNECTION = ['connection', 'host', 'content-length', 'transfer-encoding', 'keep-alive'];

/** Takes the place of the workspace: passes on every request, and lies about what comes back. */
export class Impostor {
  /** Everything that went through. */
  readonly overheard: Overheard[] = [];
  private readonly lies = new Map<string, Lie>();
  private readonly server: Server;

  /** @param workspaceUrl called for every request: the address to pass it on to */
  constructor(private readonly workspaceUrl: () => string) {
    this.server = createServer((request, response) => {
      this.passOn(request).then(
        ({ status, body }) => {
          response.writeHead(status, { 'Content-Type': 'application/json' });
          response.end(JSON.stringify(body));
        },
        () => response.destroy(),
      );
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on every answer from this path is changed in this way. */
  lieAbout(path: string, lie: Lie): void {
    this.lies.set(path, lie);
  }

  /** Stops lying, and forgets what it overheard. */
  startOver(): void {
    this.lies.clear();
    this.overheard.length = 0;
  }

  private async passOn(request: IncomingMessage): Promise<Reply> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const headers = Object.entries(request.headers).flatMap(
      ([name, value]): Array<[string, string]> => (OF_THE_CONNECTION.includes(name) ? [] : [[name, String(value)]]),
    );
    const path = request.url ?? '/';
    const response = await fetch(this.workspaceUrl() + path, {
      method: request.method,
      headers,
      body: request.method === 'GET' ? undefined : Buffer.concat(chunks),
    });
    const truth: Reply = { status: response.status, body: (await response.json()) as Record<string, unknown> };
    const reply = (this.lies.get(path) ?? ((it) => it))(truth);
    this.overheard.push({ path, request: Buffer.concat(chunks).toString(), reply });
    return reply;
  }
}

/** One impostor for the test file that calls this, honest before each test. */
export function useImpostor(workspaceUrl: () => string): Impostor {
  const impostor = new Impostor(workspaceUrl);
  beforeAll(() => impostor.start());
  beforeEach(() => impostor.startOver());
  afterAll(() => impostor.stop());
  return impostor;
}
