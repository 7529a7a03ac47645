import type { Memory } from './memory';
import { table } from './report';
import { median, medianRatio } from './statistics';

export interface ManyResult {
  readonly title: string;
  /** How many sessions it ends; undefined if it only looks for some. */
  readonly ends?: number;
  /** In milliseconds, one of each for every round. */
  readonly times: Readonly<Record<'script' | 'bareApp' | 'app', readonly number[]>>;
  /** Requests to the workspace that it takes. */
  readonly calls: number;
  /** What the engine was asked for by the app, by name. */
  readonly appsCalls: Readonly<Record<string, number>>;
}

/** Before and after one task was measured. */
export interface StageMemory {
  readonly title: string;
  readonly before?: Memory;
  readonly after?: Memory;
}

/** How many times as long as the script the app may take. */
const MOST_TIMES = 1.3;
/** How many times as much for each session a batch of the largest size may take as one of the size before. */
const MOST_GROWTH = 1.3;
/** How many times the memory of before. */
const MOST_MEMORY = 1.1;
const HTTP = 'http.call';

export function manyReport(results: readonly ManyResult[]): string {
  const header = ['', 'rounds', 'calls', 'app: calls', 'others', 'script ms', 'bare app ms', 'app ms'];
  const ratios = ['app ms/call', 'bare app × script', 'app × bare app', 'app × script'];
  const rows = results.map((result) => {
    const { title, calls, appsCalls, times } = result;
    const others = Object.entries(appsCalls).filter(([name]) => name !== HTTP);
    return [
      title,
      `${times.app.length}`,
      `${calls}`,
      `${appsCalls[HTTP]}`,
      `${others.reduce((sum, [, count]) => sum + count, 0)}`,
      ...[times.script, times.bareApp, times.app].map((each) => median(each).toFixed(0)),
      (median(times.app) / calls).toFixed(1),
      medianRatio(times.bareApp, times.script).toFixed(2),
      medianRatio(times.app, times.bareApp).toFixed(2),
      medianRatio(times.app, times.script).toFixed(2),
    ];
  });
  return table([[...header, ...ratios], ...rows]);
}

export function stageMemoryReport(memories: readonly StageMemory[]): string {
  const cell = (value?: number): string => value?.toFixed(0) ?? '-';
  return table([
    ['memory (resident, MiB)', 'workspace before', 'after', 'deno with the app before', 'after'],
    ...memories.map(({ title, before, after }) => [
      title,
      ...[before?.workspace, after?.workspace, before?.deno, after?.deno].map(cell),
    ]),
  ]);
}

/** Every goal, and whether it is met. */
export function goalsReport(results: readonly ManyResult[], memories: readonly StageMemory[]): string {
  return table([
    ['goal', 'at most', 'measured', ''],
    ...results.map(({ title, times }) =>
      goal(`${title}: time, × script`, MOST_TIMES, medianRatio(times.app, times.script)),
    ),
    ...results.map(({ title, calls, appsCalls }) => goal(`${title}: calls, × script`, 1, appsCalls[HTTP] / calls)),
    ...growthGoals(results),
    ...memories.map(({ title, before, after }) =>
      goal(`${title}: memory of the app's process, × before`, MOST_MEMORY, ofApp(after) / ofApp(before)),
    ),
  ]);
}

/** Whether a batch costs more for each session when it is larger. */
function growthGoals(results: readonly ManyResult[]): string[][] {
  const batches = results.filter(({ ends }) => ends !== undefined);
  const perCall = ({ times, calls }: ManyResult): number => median(times.app) / calls;
  return batches
    .slice(1)
    .map((batch, index) =>
      goal(
        `${batch.title}: time per call, × ${batches[index].title}`,
        MOST_GROWTH,
        perCall(batch) / perCall(batches[index]),
      ),
    );
}

function goal(title: string, most: number, measured: number): string[] {
  const verdict = Number.isNaN(measured) ? 'unknown' : measured <= most ? 'met' : 'NOT MET';
  return [title, most.toFixed(2), measured.toFixed(2), verdict];
}

/** The memory of the process in which the app runs. */
function ofApp(memory?: Memory): number {
  return memory?.deno ?? memory?.workspace ?? NaN;
}
