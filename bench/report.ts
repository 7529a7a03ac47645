import { cpus } from 'os';
import type { Measurement } from './measure';
import type { Memory } from './memory';
import { table } from './table';
import type { Way } from './ways';

export interface Result {
  way: Way;
  clients: number;
  measurement: Measurement;
}

const ENGINES: Record<string, string> = { deno: '1.59 (Deno)', vm: '1.42 (VM)' };

/** What the figures depend on. */
export function heading(engine = 'deno'): string {
  const processors = cpus();
  return `Node ${process.version}, Apps-Engine ${ENGINES[engine] ?? engine}, ${processors.length} × ${processors[0]?.model}`;
}

/** How long a logout takes in every way, and how many times as long as in the way that is the floor. */
export function timesReport(results: readonly Result[], floor: Way): string {
  const header = ['logout', 'clients', 'sessions', 'median ms', '× floor', 'p95 ms', '× floor', 'sessions/s'];
  const rows = results.map(({ way, clients, measurement }) => {
    const least = results.find((result) => result.way === floor && result.clients === clients)?.measurement;
    const cells = [50, 95].flatMap((percent) => {
      const time = measurement.percentile(percent);
      return [time.toFixed(1), least ? (time / least.percentile(percent)).toFixed(2) : '-'];
    });
    return [way.title, `${clients}`, `${measurement.count}`, ...cells, measurement.perSecond.toFixed(0)];
  });
  return table([header, ...rows]);
}

export function memoryReport(before?: Memory, after?: Memory): string {
  if (before === undefined || after === undefined) {
    return 'memory: unknown, this machine has no "ps"';
  }
  const cells = (title: string, of: (memory: Memory) => number | undefined): string[] => [
    title,
    ...[before, after].map((memory) => of(memory)?.toFixed(0) ?? '-'),
  ];
  return table([
    ['memory (resident, MiB)', 'after warm-up', 'at the end'],
    cells('workspace with the engine', ({ workspace }) => workspace),
    cells('deno with the app', ({ deno }) => deno),
  ]);
}
