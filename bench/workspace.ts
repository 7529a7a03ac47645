import { type ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { join } from 'path';
import { createInterface } from 'readline';
import type { Readable } from 'stream';
import app from '../app.json';

const ROOT = join(__dirname, '..');

/** Somebody's login, as the two headers of a call. */
export type Login = Readonly<{ 'X-User-Id': string; 'X-Auth-Token': string }>;

/** The embedded workspace, in a process of its own, as `npm start` runs it. */
export class BenchWorkspace {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** @throws Error when it ends before it is ready; what it said is on this process's stderr. */
  static async start(): Promise<BenchWorkspace> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'workspace/main.ts'], {
      cwd: ROOT,
      env: { ...process.env, PORT: '0', QUIET: '1', NODES: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // However the bench ends, the workspace must not stay behind.
    process.once('exit', () => child.kill());
    const url = await addressIn(child.stdout);
    // Read on, or a full pipe would stop the workspace.
    child.stdout.resume();
    return new BenchWorkspace(child, url);
  }

  get pid(): number {
    if (this.child.pid === undefined) {
      throw new Error('The workspace has no process.');
    }
    return this.child.pid;
  }

  /** Where the app's endpoints are. */
  get appUrl(): string {
    return `${this.url}/api/apps/public/${app.id}`;
  }

  /** Ends the workspace and everything it started. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill();
      await ended;
    }
  }

  async login(username: string): Promise<Login> {
    const { userId, authToken } = await this.dev<{ userId: string; authToken: string }>('tokens', { username });
    return { 'X-User-Id': userId, 'X-Auth-Token': authToken };
  }

  /** Somebody's second factor right now: for TOTP good for at least the next 30 s. */
  async secondFactor(username: string): Promise<{ method: string; code: string }> {
    return this.dev(`code/${username}`);
  }

  /** @returns ids of new sessions that are alive */
  async newSessions(username: string, count: number): Promise<string[]> {
    const sessions = await this.dev<Array<{ sessionId: string }>>('sessions', { username, count });
    return sessions.map(({ sessionId }) => sessionId);
  }

  /** @returns the texts of the messages somebody was sent */
  async messagesOf(username: string): Promise<string[]> {
    const messages = await this.dev<Array<{ text?: string }>>(`messages/${username}`);
    return messages.map(({ text = '' }) => text);
  }

  /** @returns ids of the sessions that are still alive */
  async liveSessions(): Promise<Set<string>> {
    const { sessions } = await this.dev<{ sessions: Array<{ sessionId: string; logoutAt?: string }> }>('state');
    return new Set(sessions.filter(({ logoutAt }) => logoutAt === undefined).map(({ sessionId }) => sessionId));
  }

  private async dev<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/_dev/${path}`, {
      ...(body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`/_dev/${path} answered ${response.status}: ${await response.text()}`);
    }
    return (await response.json()) as T;
  }
}

/** Waits for the line that says where the workspace is. */
async function addressIn(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /^ready (\S+)$/.exec(line)?.[1];
    if (url !== undefined) {
      return url;
    }
  }
  throw new Error('The workspace ended before it was ready.');
}
