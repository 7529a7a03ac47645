import { type ChildProcess, spawn } from 'child_process';
import * as path from 'path';
import { setTimeout as pause } from 'timers/promises';
import type { EngineName } from '../engine/engines';
import { descendantsOf, type ProcessInfo, stillRunning } from './processes';

const PROJECT = path.resolve(__dirname, '..', '..');
/** How long it may take to become ready: less than jest waits for a hook, so that nothing is left running then. */
const BOOT_MS = 50_000;
/** How long it may take to end, and then each process that it started. */
const PATIENCE_MS = 10_000;

export interface WorkspaceOptions {
  readonly engine?: EngineName;
  /** How many servers share the data. */
  readonly nodes?: number;
  /** Path of a packaged app, or `none`; default: this project's. */
  readonly app?: string;
  /** More of what `workspace/main.ts` reads. */
  readonly env?: NodeJS.ProcessEnv;
}

/** How a workspace ended. */
export interface Ending {
  /** Null when a signal killed it. */
  readonly exitCode: number | null;
  /** The processes that it had started; all of them have ended too. */
  readonly children: readonly ProcessInfo[];
  /** What it printed on its standard error. */
  readonly complaints: string;
}

/**
 * An embedded workspace in a process of its own, as `npm start` runs it, on a free port. The engine cannot be loaded
 * into jest: it would see jest's copies of Node's globals.
 */
export class WorkspaceProcess {
  private static readonly running = new Set<WorkspaceProcess>();
  private output = '';
  private complaints = '';
  private readonly exited: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
      this.complaints += chunk.toString();
    });
    WorkspaceProcess.running.add(this);
    this.exited = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
      child.once('error', () => resolve(null));
    }).finally(() => WorkspaceProcess.running.delete(this));
  }

  /** Resolves when the workspace is ready. @throws Error with what it printed when it does not become ready */
  static async start({ engine = 'deno', nodes = 1, app, env }: WorkspaceOptions = {}): Promise<WorkspaceProcess> {
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

  /**
   * Starts it without waiting for anything. `WORKSPACE_PROGRAM` names a translated `workspace/main.ts` to run instead of
   * the source; the tests make one.
   */
  static spawn(env: NodeJS.ProcessEnv): WorkspaceProcess {
    const all = { ...process.env, ...env };
    // Not by the `tsx` command: that is a process of its own, which does not pass on every signal. Its loader of CommonJS
    // alone starts a third of a second sooner than the one that knows both kinds of modules.
    const source = ['--require', 'tsx/cjs', path.join(PROJECT, 'workspace', 'main.ts')];
    const program = all.WORKSPACE_PROGRAM ? [all.WORKSPACE_PROGRAM] : source;
    const child = spawn(process.execPath, program, { cwd: PROJECT, env: all, stdio: ['ignore', 'pipe', 'pipe'] });
    return new WorkspaceProcess(child);
  }

  /** Ends every workspace that still runs, with the guarantees of `stop`. */
  static async stopAll(): Promise<void> {
    await Promise.all([...WorkspaceProcess.running].map((workspace) => workspace.stop()));
  }

  /** Tells every workspace that still runs to end, without waiting for it: for a process that is about to exit. */
  static killAll(): void {
    WorkspaceProcess.running.forEach(({ child }) => child.kill());
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  /** The address of the first server. */
  get url(): string {
    return this.urls[0];
  }

  /** The addresses of all servers. */
  get urls(): string[] {
    return [...this.output.matchAll(/^(?:ready|another server.*:) (http:\S+)\n/gm)].map(([, url]) => url);
  }

  /** Everything printed so far. */
  get printedText(): string {
    return this.output;
  }

  /** The workspace's process and everything it started. */
  processes(): ProcessInfo[] {
    return [{ pid: this.pid, parent: process.pid, command: 'workspace/main.ts' }, ...descendantsOf(this.pid)];
  }

  /**
   * Ends it, and makes sure that it is gone with everything it had started. One that takes too long is killed.
   *
   * @throws Error when a process that it had started still runs
   */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> {
    const children = descendantsOf(this.pid);
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE_MS);
    const exitCode = await this.exited.finally(() => clearTimeout(timer));
    const left = await afterPatience(children);
    if (left.length > 0) {
      throw new Error(`The workspace ended with ${exitCode} and left these processes: ${JSON.stringify(left)}`);
    }
    return { exitCode, children, complaints: this.complaints };
  }

  /** Waits until it has ended by itself. @returns its exit code */
  async ended(): Promise<number | null> {
    return this.exited;
  }

  /**
   * Waits until something holds.
   *
   * @throws Error with what the workspace printed, when it does not hold in time or the workspace ends before; nothing
   *   is left running then
   */
  async until(condition: () => boolean): Promise<void> {
    let ended = false;
    void this.exited.then(() => (ended = true));
    const deadline = Date.now() + BOOT_MS;
    while (!condition()) {
      if (ended || Date.now() > deadline) {
        await this.stop();
        throw new Error(`The workspace did not get as far as expected:\n${this.output}`);
      }
      await pause(20);
    }
  }
}

/** Those of the processes that still run when they have had their time to end. */
async function afterPatience(processes: readonly ProcessInfo[]): Promise<ProcessInfo[]> {
  const deadline = Date.now() + PATIENCE_MS;
  let left = stillRunning(processes);
  while (left.length > 0 && Date.now() < deadline) {
    await pause(50);
    left = stillRunning(left);
  }
  return left;
}
