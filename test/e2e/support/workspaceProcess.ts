import { spawn } from 'child_process';
import { once } from 'events';
import * as path from 'path';
import { createInterface } from 'readline';
import { setTimeout as pause } from 'timers/promises';
import { descendantsOf, ProcessInfo, stillRunning } from './processes';

const PROJECT = path.resolve(__dirname, '..', '..', '..');
/** How long it may take to become ready: less than jest waits for a hook, so that nothing is left running then. */
const BOOT_MS = 50_000;
/** How long processes may take to go once they were told to. */
const PATIENCE_MS = 10_000;

export type Engine = 'deno' | 'vm';

/** How a workspace ended. */
export interface Ending {
  readonly exitCode: number | null;
  /** The processes it had started. */
  readonly children: ProcessInfo[];
  /** Those of them that did not end with it. */
  readonly leftBehind: ProcessInfo[];
  /** What it said on its standard error. */
  readonly complaints: string;
}

export interface WorkspaceProcess {
  readonly urls: readonly string[];
  stop(): Promise<Ending>;
}

/**
 * Starts the embedded workspace as `npm start` does, on a free port.
 *
 * @param environment more of what `workspace/main.ts` reads, such as `NODES`
 * @throws Error with what it printed, when it does not become ready
 */
export async function startWorkspace(
  engine: Engine,
  environment: Readonly<Record<string, string>> = {},
): Promise<WorkspaceProcess> {
  // Without npm or npx in between, which would stand between the signal and the workspace.
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('workspace', 'main.ts')], {
    cwd: PROJECT,
    env: { ...process.env, PORT: '0', QUIET: '1', ENGINE: engine, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) {
    const [error] = (await once(child, 'error')) as [Error];
    throw error;
  }
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let printed = '';
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));

  const nodes = Number(environment.NODES ?? 1);
  const ready = new Promise<string[]>((resolve) => {
    const urls: string[] = [];
    createInterface(child.stdout).on('line', (line) => {
      printed += `${line}\n`;
      const [url] = /http:\/\/127\.0\.0\.1:\d+$/.exec(line) ?? [];
      if (url !== undefined && urls.push(url) === nodes) {
        resolve(urls);
      }
    });
  });
  const failed = exited.then(([code]) => {
    throw new Error(`The workspace ended with ${code} before it was ready:\n${printed}${complaints}`);
  });
  const timer = setTimeout(() => child.kill('SIGTERM'), BOOT_MS);
  const urls = await Promise.race([ready, failed]).finally(() => clearTimeout(timer));
  failed.catch(() => undefined); // from here on its end is nothing unexpected

  return {
    urls,
    async stop() {
      const children = descendantsOf(pid);
      child.kill('SIGTERM');
      const [exitCode] = await exited;
      return { exitCode, children, leftBehind: await leftOf(children), complaints };
    },
  };
}

async function leftOf(children: readonly ProcessInfo[]): Promise<ProcessInfo[]> {
  const deadline = Date.now() + PATIENCE_MS;
  let left = stillRunning(children);
  while (left.length > 0 && Date.now() < deadline) {
    await pause(50);
    left = stillRunning(left);
  }
  return left;
}
