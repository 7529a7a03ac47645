import { execFileSync } from 'child_process';
import * as fs from 'fs';

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process that this one started, directly or through others, and that still runs. */
export function descendantsOf(pid: number): ProcessInfo[] {
  const all = running();
  const childrenOf = (parent: number): ProcessInfo[] =>
    all.filter((each) => each.parent === parent).flatMap((child) => [child, ...childrenOf(child.pid)]);
  return childrenOf(pid);
}

/** Those of the processes that still run; another process that got the same number does not count. */
export function stillRunning(processes: readonly ProcessInfo[]): ProcessInfo[] {
  const all = running();
  return processes.filter(({ pid, command }) => all.some((each) => each.pid === pid && each.command === command));
}

/** Small Linux images have no `ps`, and other systems no `/proc`. */
function running(): ProcessInfo[] {
  return fs.existsSync('/proc/self/stat') ? fromProc() : fromPs();
}

function fromProc(): ProcessInfo[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      // proc_pid_stat(5): pid (comm) state ppid ...; a zombie has ended, whether or not its parent has noticed.
      const [, command, state, parent] = /^\d+ \((.*)\) (\S) (\d+)/s.exec(statOf(pid)) ?? [];
      return command === undefined || state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}

function statOf(pid: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return ''; // it has ended since the folder was read
  }
}

function fromPs(): ProcessInfo[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,comm='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined || state.startsWith('Z')
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
