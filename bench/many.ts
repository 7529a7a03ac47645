/**
 * `npm run bench -- many`: what it costs to find sessions, and to end many, through the app. Beside it: a bare script
 * that makes the same calls with the same pool, and an app that makes them, checks nothing and stores nothing, so that
 * what the engine costs is seen. All of them do it in turns, in the same round.
 */
import { performance } from 'perf_hooks';
import type { Answer } from '../workspace/client/http';
import type { EngineName } from '../workspace/engine/engines';
import { BenchWorkspace, type Hosted } from './benchWorkspace';
import { ending, finding, type Job, type Task } from './jobs';
import { goalsReport, type ManyResult, manyReport, type StageMemory, stageMemoryReport } from './manyReport';
import { memoryOf } from './memory';
import { callsIn, makeCalls, POOL } from './plan';
import { heading } from './report';
import { type Authority, fieldsOf, unexpected } from './ways';

const CALLER = 'admin'; // exempt from the rate limit, and confirms with TOTP, whose codes are good more than once
/** Time for each task. A round that has begun is finished, and there are at least so many. */
const MEASURE_MS = 12_000;
const WARM_UP_MS = 5_000; // the app's process grows for its first 20 searches or so, and is even from then on
const LEAST_ROUNDS = 5;
const LEAST_WARM_UP_ROUNDS = 2;

/** What is measured on workspaces with so many made-up sessions. */
const STAGES: ReadonlyArray<{ readonly sessions: number; readonly tasks: readonly Task[] }> = [
  ...[200, 2_000, 20_000].map((sessions) => ({ sessions, tasks: [finding(sessions)] })),
  { sessions: 0, tasks: [10, 100, 500].map(ending) },
];

type Workspaces = Readonly<Record<Hosted, BenchWorkspace>>;
type Doer = keyof ManyResult['times'];

/** @throws Error when a call gets an unexpected answer */
export async function benchMany(engine: EngineName | undefined): Promise<void> {
  console.log(heading(engine));
  const results: ManyResult[] = [];
  const memories: StageMemory[] = [];
  for (const { sessions, tasks } of STAGES) {
    const workspaces: Workspaces = {
      product: await BenchWorkspace.start('product', engine, CALLER, sessions),
      fixture: await BenchWorkspace.start('fixture', engine, CALLER, sessions),
    };
    for (const task of tasks) {
      await measure(workspaces, task, LEAST_WARM_UP_ROUNDS, WARM_UP_MS);
      const before = memoryOf(workspaces.product.pid);
      const result = await measure(workspaces, task, LEAST_ROUNDS, MEASURE_MS);
      results.push(result);
      memories.push({ title: task.title, before, after: memoryOf(workspaces.product.pid) });
    }
    await Promise.all(Object.values(workspaces).map((workspace) => workspace.stop()));
  }
  console.log(`\n${manyReport(results)}\n\n${stageMemoryReport(memories)}\n\n${goalsReport(results, memories)}`);
}

/** Lets each do it in turns; the order is reversed in every round. */
async function measure(workspaces: Workspaces, task: Task, leastRounds: number, forMs: number): Promise<ManyResult> {
  const times: Record<Doer, number[]> = { script: [], bareApp: [], app: [] };
  const doers = Object.keys(times) as Doer[];
  let calls = 0;
  let appsCalls: Readonly<Record<string, number>> = {};
  const deadline = performance.now() + forMs;
  for (let round = 0; round < leastRounds || performance.now() < deadline; round += 1) {
    for (const doer of round % 2 === 0 ? doers : [...doers].reverse()) {
      const workspace = workspaces[doer === 'bareApp' ? 'fixture' : 'product'];
      // Good for at least the next 30 s.
      const authority: Authority = { as: workspace.login, method: 'totp', code: await workspace.code(CALLER) };
      const job = await task.prepare(workspace, authority);
      await workspace.dev('calls/reset', {});
      const startedAt = performance.now();
      const done = await DO[doer](workspace, authority, job);
      times[doer].push(performance.now() - startedAt);
      if (done !== job.expected) {
        throw new Error(`${task.title}, ${doer}: ${done} sessions instead of ${job.expected}`);
      }
      if (doer === 'app') {
        calls = callsIn(job.plan);
        appsCalls = await workspace.dev('calls');
      }
    }
  }
  return { title: task.title, ends: task.ends, times, calls, appsCalls };
}

/** @returns how many sessions were found or ended */
const DO: Readonly<Record<Doer, (workspace: BenchWorkspace, authority: Authority, job: Job) => Promise<number>>> = {
  async script(workspace, authority, { plan, inAnswers }) {
    return inAnswers(await makeCalls(workspace, authority, plan));
  },
  async bareApp(workspace, authority, { plan, expected }) {
    const answer = await ask(workspace, authority, { path: 'plan', body: { steps: plan, pool: POOL } });
    // It says only how many calls were answered with 200: all but the probe.
    return fieldsOf(answer).done === callsIn(plan) - 1 ? expected : NaN;
  },
  async app(workspace, authority, { asked, inAppsAnswer }) {
    return inAppsAnswer(await ask(workspace, authority, asked));
  },
};

async function ask(
  workspace: BenchWorkspace,
  { as, method, code }: Authority,
  { path, body }: Job['asked'],
): Promise<Answer> {
  // Only the bare app passes the User-Agent on; a known one would not be asked for a code.
  const headers = { 'x-2fa-method': method, 'x-2fa-code': code, 'User-Agent': `bench ${performance.now()}` };
  const answer = await workspace.call(workspace.endpoint(path), { as, headers, body });
  if (answer.status !== 200) {
    throw unexpected(path, answer);
  }
  return answer;
}
