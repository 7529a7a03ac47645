import { execFileSync } from 'child_process';

/** Resident memory, in MiB. */
export interface Memory {
  workspace: number;
  /** The Deno process the app runs in; undefined if the app runs in the workspace's own process. */
  deno?: number;
}

/** @param pid of the workspace @returns undefined if the machine has no `ps` */
export function memoryOf(pid: number): Memory | undefined {
  const processes = listProcesses();
  const workspace = processes?.find((each) => each.pid === pid);
  const deno = processes?.find((each) => each.parent === pid && each.command.endsWith('deno'));
  return workspace && { workspace: workspace.mebibytes, deno: deno?.mebibytes };
}

function listProcesses() {
  try {
    const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' });
    return list.split('\n').map((line) => {
      const [pid, parent, kibibytes, command = ''] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), mebibytes: Number(kibibytes) / 1024, command };
    });
  } catch {
    return undefined;
  }
}
