import { cpus } from 'os';
import type { Measurement } from './measure';
import { findEngine, titleOf } from '../workspace/engine/engines';
import type { Memory } from './memory';
import type { Way } from './ways';

export interface Result {
  readonly way: Way;
  readonly clients: number;
  readonly measurement: Measurement;
}

/** The machine, the Node version and the engine that the figures belong to. */
export function heading(engine = 'deno'): string {
  const processors = cpus();
  const hosted = findEngine(engine);
  return `Node ${process.version}, Apps-Engine ${hosted ? titleOf(hosted) : engine}, ${processors.length} × ${processors[0]?.model}`;
}

/**
 * How long each way takes, and how many times as long as the floor at the same number of clients.
 *
 * @param floor the ways whose medians make up the floor
 */
export function timesReport(results: readonly Result[], floor: readonly Way[]): string {
  const header = ['', 'clients', 'calls', 'median ms', '× floor', 'p95 ms', 'per second'];
  const rows = [...new Set(results.map(({ clients }) => clients))].flatMap((clients) => {
    const own = results.filter((result) => result.clients === clients);
    const parts = own.filter(({ way }) => floor.includes(way));
    const floorMs = parts.reduce((sum, { measurement }) => sum + measurement.percentile(50), 0);
    const floorTitle = `floor: ${floor.map(({ title }) => title).join(' + ')}`;
    return [
      [floorTitle, `${clients}`, '', floorMs.toFixed(1), '1.00', '', ''],
      ...own.map(({ way, measurement }) => [
        way.title,
        `${clients}`,
        `${measurement.count}`,
        measurement.percentile(50).toFixed(1),
        (measurement.percentile(50) / floorMs).toFixed(2),
        measurement.percentile(95).toFixed(1),
        measurement.perSecond.toFixed(0),
      ]),
    ];
  });
  return table([header, ...rows]);
}

export function memoryReport(before?: Memory, after?: Memory): string {
  if (before === undefined || after === undefined) {
    return 'memory: unknown, since this machine has no "ps"';
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

/** Aligns columns: the first to the left, the others, which hold numbers, to the right. */
export function table(rows: ReadonlyArray<readonly string[]>): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))))
    .map((cells) => cells.join('   ').trimEnd())
    .join('\n');
}
