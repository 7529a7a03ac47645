/**
 * `npm run bench -- everything`: what it costs to end everything of one person through the app on a workspace without a
 * licence. Beside it: the two calls that are the least, made directly by the same caller (one that lets the workspace
 * verify the code, and `users.logout`); and the app's four calls, made directly and by an app that checks nothing and
 * stores nothing. All of them do it in turns, in the same round.
 */
import { randomUUID } from 'crypto';
import { performance } from 'perf_hooks';
import type { Answer } from '../workspace/client/http';
import { BenchWorkspace, type Hosted } from './benchWorkspace';
import type { PlannedCall } from './plan';
import { heading, table } from './report';
import { median, medianRatio } from './statistics';
import { type Authority, fieldsOf, unexpected } from './ways';

const CALLER = 'admin'; // may end everything of others, and confirms with TOTP, whose codes are good more than once
const TARGET = 'alice';
/** Logins of the person that there are to end, each time. */
const DEVICES = 3;
const MEASURE_MS = 30_000;
const WARM_UP_MS = 5_000;

const LICENCE = '/api/v1/licenses.info';
const TOKENS = '/api/v1/users.removePersonalAccessToken';
const LOGOUT = '/api/v1/users.logout';
/** What the workspace says where the code is right and there is no such token. */
const VERIFIED = 'error-token-does-not-exists';

type Workspaces = Readonly<Record<Hosted, BenchWorkspace>>;

interface Doer {
  readonly title: string;
  readonly hosted: Hosted;
  /** @throws Error when any answer is not the right one */
  run(workspace: BenchWorkspace, authority: Authority, userId: string): Promise<void>;
}

const least: Doer = { title: 'two direct calls', hosted: 'product', run: directly(leastCalls) };
const bareApp: Doer = { title: 'bare app (the same four calls)', hosted: 'fixture', run: byBareApp };
const app: Doer = { title: "app's endpoint", hosted: 'product', run: byApp };
const DOERS: readonly Doer[] = [
  least,
  { title: 'four direct calls', hosted: 'product', run: directly(appsCalls) },
  bareApp,
  app,
];

/** @throws Error when a call gets an unexpected answer */
export async function benchEverything(engine: Parameters<typeof BenchWorkspace.start>[1]): Promise<void> {
  console.log(heading(engine));
  const workspaces: Workspaces = {
    product: await BenchWorkspace.start('product', engine, CALLER),
    fixture: await BenchWorkspace.start('fixture', engine, CALLER),
  };
  await Promise.all(Object.values(workspaces).map((workspace) => workspace.settings({ licence: 'never' })));
  await measure(workspaces, WARM_UP_MS);
  const times = await measure(workspaces, MEASURE_MS);
  await Promise.all(Object.values(workspaces).map((workspace) => workspace.stop()));
  const of = (doer: Doer): readonly number[] => times.get(doer) ?? [];
  const rows = DOERS.map((doer) => [
    doer.title,
    `${of(doer).length}`,
    median(of(doer)).toFixed(1),
    medianRatio(of(doer), of(least)).toFixed(2),
  ]);
  console.log(`\n${table([['', 'rounds', 'median ms', `× ${least.title}`], ...rows])}`);
  console.log(`\napp × bare app: ${medianRatio(of(app), of(bareApp)).toFixed(2)}`);
}

/** Lets each do it in turns; the order is reversed in every round. @returns milliseconds, one for each round */
async function measure(workspaces: Workspaces, forMs: number): Promise<ReadonlyMap<Doer, readonly number[]>> {
  const times = new Map<Doer, number[]>(DOERS.map((doer) => [doer, []]));
  const deadline = performance.now() + forMs;
  for (let round = 0; performance.now() < deadline; round += 1) {
    for (const doer of round % 2 === 0 ? DOERS : [...DOERS].reverse()) {
      const workspace = workspaces[doer.hosted];
      const [{ userId }] = await workspace.devices(TARGET, DEVICES);
      const authority: Authority = { as: workspace.login, method: 'totp', code: await workspace.code(CALLER) };
      const startedAt = performance.now();
      await doer.run(workspace, authority, userId);
      times.get(doer)?.push(performance.now() - startedAt);
    }
  }
  return times;
}

function leastCalls(userId: string): PlannedCall[] {
  return [
    { method: 'post', path: TOKENS, body: { tokenName: `bench-${randomUUID()}` }, withCode: true },
    { method: 'post', path: LOGOUT, body: { userId }, withCode: true },
  ];
}

/** As the app makes them: is there a licence, would a code be asked for, and then the least. */
function appsCalls(userId: string): PlannedCall[] {
  return [
    { method: 'get', path: LICENCE, withCode: false },
    { method: 'post', path: TOKENS, body: { tokenName: `bench-${randomUUID()}` }, withCode: false },
    ...leastCalls(userId),
  ];
}

function directly(callsFor: (userId: string) => PlannedCall[]): Doer['run'] {
  return async (workspace, { as, method: factor, code }, userId) => {
    const userAgent = `bench ${randomUUID()}`; // a known one would not be asked for a code
    for (const { method, path, body, withCode } of callsFor(userId)) {
      const headers = { 'User-Agent': userAgent, 'x-2fa-method': factor, ...(withCode && { 'x-2fa-code': code }) };
      const answer = await workspace.call(path, { method: method.toUpperCase(), as, headers, body });
      if (!isRight(path, withCode, answer)) {
        throw unexpected(path, answer);
      }
    }
  };
}

function isRight(path: string, withCode: boolean, answer: Answer): boolean {
  return path === TOKENS
    ? fieldsOf(answer).errorType === (withCode ? VERIFIED : 'totp-required')
    : answer.status === 200;
}

async function byBareApp(workspace: BenchWorkspace, authority: Authority, userId: string): Promise<void> {
  const steps = appsCalls(userId).map((call) => [call]);
  const answer = await ask(workspace, authority, 'plan', { steps, pool: 1 });
  // Two of the four are answered with 200: the licence, and the logout.
  if (answer.status !== 200 || fieldsOf(answer).done !== 2) {
    throw unexpected('the bare app', answer);
  }
}

async function byApp(workspace: BenchWorkspace, authority: Authority, userId: string): Promise<void> {
  const answer = await ask(workspace, authority, 'sessions/logout.everything', { userId });
  if (answer.status !== 200 || fieldsOf(answer).success !== true) {
    throw unexpected('the app', answer);
  }
}

function ask(workspace: BenchWorkspace, { as, method, code }: Authority, path: string, body: object): Promise<Answer> {
  // Only the bare app passes the User-Agent on.
  const headers = { 'User-Agent': `bench ${randomUUID()}`, 'x-2fa-method': method, 'x-2fa-code': code };
  return workspace.call(workspace.endpoint(path), { as, headers, body });
}
