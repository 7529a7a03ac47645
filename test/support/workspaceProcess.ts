import { type ChildProcess, spawn } from 'child_process';
import * as path from 'path';
import { descendantsOf, type ProcessInfo } from '../e2e/support/processes';

const PROJECT = path.resolve(__dirname, '..', '..');

/** Less than jest waits for a hook, so that nothing is left running then. */
const PATIENCE_MS = 50_000;

export interface WorkspaceProcessOptions {
  engine?: 'deno' | 'vm';
  /** Servers that share the data. */
  nodes?: number;
  /** Path of a packaged app; default: this project's. */
  app?: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * An embedded workspace in a process of its own, as `npm start` runs it, on a free port. The engine cannot be loaded
 * into jest: it would see jest's copies of Node's globals.
 */
export class WorkspaceProcess {
  private static readonly running = new Set<WorkspaceProcess>();
  private output = '';
  private readonly exited: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    const collect = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    WorkspaceProcess.running.add(this);
    this.exited = new Promise<number | null>((resolve) => child.once('exit', resolve)).finally(() =>
      WorkspaceProcess.running.delete(this),
    );
  }

  /** Resolves when the workspace is ready. @throws with what it printed when it ends instead */
  static async start({
    engine = 'deno',
    nodes = 1,
    app,
    env,
  }: WorkspaceProcessOptions = {}): Promise<WorkspaceProcess> {
    const workspace = WorkspaceProcess.spawn({
      PORT: '0',
      QUIET: '1',
      ENGINE: engine,
      NODES: String(nodes),
      ...(app !== undefined && { APP: app }),
      ...env,
    });
    await workspace.until(() => workspace.urls.length === nodes);
    return workspace;
  }

  /** Starts it without waiting for anything. */
  static spawn(env: NodeJS.ProcessEnv): WorkspaceProcess {
    // Not the `tsx` command: that is a process of its own, which does not pass on every signal.
    const child = spawn(process.execPath, ['--import', 'tsx', path.join(PROJECT, 'workspace', 'main.ts')], {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new WorkspaceProcess(child);
  }

  /** Ends every one that still runs. */
  static async stopAll(): Promise<void> {
    await Promise.all([...WorkspaceProcess.running].map((workspace) => workspace.stop('SIGTERM')));
  }

  /** The address of the first server. */
  get url(): string {
    return this.urls[0];
  }

  /** The addresses of all servers. */
  get urls(): string[] {
    return [...this.output.matchAll(/^(?:ready|another server.*:) (http:\S+)/gm)].map(([, url]) => url);
  }

  /** Everything printed so far. */
  get printedText(): string {
    return this.output;
  }

  /** The workspace's process and everything it started. */
  processes(): ProcessInfo[] {
    const pid = this.child.pid ?? -1;
    return [{ pid, parent: process.pid, command: 'workspace/main.ts' }, ...descendantsOf(pid)];
  }

  /** Ends it as Ctrl-C does, or in another way. @returns its exit code; null when the signal killed it */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.child.kill(signal);
    return this.exited;
  }

  /** Waits for its end. @returns its exit code */
  async ended(): Promise<number | null> {
    return this.exited;
  }

  /** Waits until something holds. When it does not in time, or the workspace ends before, throws what it printed. */
  async until(condition: () => boolean): Promise<void> {
    let ended = false;
    void this.exited.then(() => (ended = true));
    const deadline = Date.now() + PATIENCE_MS;
    while (!condition()) {
      if (ended || Date.now() > deadline) {
        await this.stop('SIGTERM');
        throw new Error(`The workspace did not get as far as expected:\n${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
