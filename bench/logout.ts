/**
 * `npm run bench`: what a logout through the app costs, by its endpoint and by its command. Beside it: the same three
 * calls made directly to the workspace, a call to an app that does nothing (both together are the floor), a naive app
 * that forwards one call and checks nothing, and a bare app that makes the same three calls. All of them are measured in turns in the same run, so that they see
 * the same machine. It prints figures without judging them.
 */
import { performance } from 'perf_hooks';
import type { EngineName } from '../workspace/engine/engines';
import { BenchWorkspace, type Hosted } from './benchWorkspace';
import { Measurement } from './measure';
import { memoryOf } from './memory';
import { heading, memoryReport, type Result, timesReport } from './report';
import {
  type Authority,
  bareApp,
  bareCall,
  byCommand,
  byEndpoint,
  byEndpointQuietly,
  directly,
  naiveApp,
  type Way,
} from './ways';

const CLIENTS = [1, 16];
/** Time for each number of clients. A round that has begun is finished. */
const MEASURE_MS = 20_000;
const WARM_UP_MS = 4_000;
/** Calls of one way in one round: many more than clients, so that the last ones do not run alone for long. */
const SLICE: Record<number, number> = { 1: 40, 16: 96 };
const CALLER = 'admin'; // exempt from the rate limit, and confirms with TOTP, whose codes are good more than once
const TARGET = 'alice';
const WAYS: readonly Way[] = [directly, bareCall, naiveApp, bareApp, byEndpointQuietly, byEndpoint, byCommand];
const FLOOR: readonly Way[] = [directly, bareCall];

type Workspaces = Readonly<Record<Hosted, BenchWorkspace>>;

/** @throws Error when a call gets an unexpected answer */
export async function benchLogout(engine: EngineName | undefined): Promise<void> {
  console.log(heading(engine));
  const workspaces: Workspaces = {
    product: await BenchWorkspace.start('product', engine, CALLER),
    fixture: await BenchWorkspace.start('fixture', engine, CALLER),
  };
  const { product } = workspaces;
  await product.connect(CALLER);
  for (const clients of CLIENTS) {
    await measure(workspaces, clients, WARM_UP_MS);
  }
  const before = memoryOf(product.pid);
  const results: Result[] = [];
  for (const clients of CLIENTS) {
    results.push(...(await measure(workspaces, clients, MEASURE_MS)));
  }
  console.log(
    `\n${timesReport(results, FLOOR)}\n\n${CLIENTS.map((clients) => whatIsAdded(results, clients)).join('\n')}`,
  );
  console.log(`\n${memoryReport(before, memoryOf(product.pid))}`);
  await Promise.all(Object.values(workspaces).map((workspace) => workspace.stop()));
}

/** What the checks, the record and the brake cost beside the same calls without them, and what telling the person adds. */
function whatIsAdded(results: readonly Result[], clients: number): string {
  const medianOf = (way: Way): number =>
    results.find((each) => each.way === way && each.clients === clients)?.measurement.percentile(50) ?? NaN;
  const times = (one: Way, other: Way): string => `× ${(medianOf(one) / medianOf(other)).toFixed(2)}`;
  return [
    `${clients} clients: checks, record and brake ${times(byEndpointQuietly, bareApp)} of the bare app`,
    `the alarm ${times(byEndpoint, byEndpointQuietly)} of that`,
  ].join('; ');
}

/** Measures the ways in turns; the order is reversed in every round. */
async function measure(workspaces: Workspaces, clients: number, forMs: number): Promise<Result[]> {
  const results = WAYS.map((way) => ({ way, clients, measurement: new Measurement() }));
  const ended: Record<Hosted, string[]> = { product: [], fixture: [] };
  const deadline = performance.now() + forMs;
  for (let round = 0; performance.now() < deadline; round += 1) {
    for (const { way, measurement } of round % 2 === 0 ? results : [...results].reverse()) {
      const workspace = workspaces[way.hosted];
      if (way.settings) {
        await workspace.appSettings(way.settings);
      }
      const sessionIds = (await workspace.devices(TARGET, SLICE[clients])).map(({ sessionId }) => sessionId);
      const code = await workspace.code(CALLER); // good for at least the next 30 s
      const authority: Authority = { as: workspace.login, method: 'totp', code };
      await measurement.run((sessionId) => way.run(workspace, authority, sessionId), sessionIds, clients);
      ended[way.hosted].push(...(way.endsSessions ? sessionIds : []));
    }
  }
  await expectEnded(workspaces.product, ended.product);
  await expectEnded(workspaces.fixture, ended.fixture);
  return results;
}

/** A logout that is fast because it does nothing must not become a figure. */
async function expectEnded(workspace: BenchWorkspace, sessionIds: readonly string[]): Promise<void> {
  const live = await workspace.liveSessions();
  const survivor = sessionIds.find((sessionId) => live.has(sessionId));
  if (survivor !== undefined) {
    throw new Error(`The session ${survivor} was answered as ended and is still alive.`);
  }
}
