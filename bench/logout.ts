/**
 * `npm run bench`: what a logout through the app costs, by its endpoint and by its command, beside the same two calls
 * made directly to the workspace (the floor). All ways are measured in turns in the same run, so that they see the same
 * machine. It prints figures and judges none: it fails only when a call is not answered as it should be.
 * `ENGINE=vm` measures the older engine.
 */
import { performance } from 'perf_hooks';
import { connect } from './connect';
import { Measurement } from './measure';
import { memoryOf } from './memory';
import { heading, memoryReport, type Result, timesReport } from './report';
import { byCommand, byEndpoint, directly, type Way } from './ways';
import { BenchWorkspace, type Login } from './workspace';

const CLIENTS = [1, 16];
/** For each number of clients. Rounds that have begun are finished. */
const MEASURE_MS = 16_000;
const WARM_UP_MS = 3_000;
/** Logouts of one way in one round: many more than clients, so that the last ones do not run alone for long. */
const SLICE: Record<number, number> = { 1: 40, 16: 96 };
const CALLER = 'admin'; // exempt from the rate limit, and confirms with TOTP, whose codes are good more than once
const TARGET = 'alice';
const WAYS: readonly Way[] = [byEndpoint, byCommand, directly];

async function main(): Promise<void> {
  console.log(heading(process.env.ENGINE));
  const workspace = await BenchWorkspace.start();
  try {
    const login = await workspace.login(CALLER);
    await connect(workspace, login, CALLER);
    for (const clients of CLIENTS) {
      await measure(workspace, login, clients, WARM_UP_MS);
    }
    const before = memoryOf(workspace.pid);
    const results: Result[] = [];
    for (const clients of CLIENTS) {
      results.push(...(await measure(workspace, login, clients, MEASURE_MS)));
    }
    console.log(`\n${timesReport(results, directly)}\n\n${memoryReport(before, memoryOf(workspace.pid))}`);
  } finally {
    await workspace.stop();
  }
}

/** Measures the ways in turns; the order is turned round with every round. */
async function measure(workspace: BenchWorkspace, login: Login, clients: number, forMs: number): Promise<Result[]> {
  const results = WAYS.map((way) => ({ way, clients, measurement: new Measurement() }));
  const ended: string[] = [];
  const deadline = performance.now() + forMs;
  for (let round = 0; performance.now() < deadline; round += 1) {
    for (const { way, measurement } of round % 2 === 0 ? results : [...results].reverse()) {
      const sessionIds = await workspace.newSessions(TARGET, SLICE[clients]);
      const secondFactor = await workspace.secondFactor(CALLER);
      await measurement.run(way.with(workspace, { login, secondFactor }), sessionIds, clients);
      ended.push(...sessionIds);
    }
  }
  await expectEnded(workspace, ended);
  return results;
}

/** A logout that is fast because it does nothing would be no figure. */
async function expectEnded(workspace: BenchWorkspace, sessionIds: readonly string[]): Promise<void> {
  const live = await workspace.liveSessions();
  const survivor = sessionIds.find((sessionId) => live.has(sessionId));
  if (survivor !== undefined) {
    throw new Error(`The session ${survivor} was answered as ended and is still alive.`);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}
main().catch((error: Error) => {
  console.error(`\nnpm run bench: ${error.message}`);
  process.exitCode = 1;
});
