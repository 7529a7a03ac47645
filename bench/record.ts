/**
 * `npm run bench -- record`: what it costs to read a page of the record when it holds a few days, and when it holds more
 * than a year. Both workspaces are asked in turns, in the same round.
 */
import { performance } from 'perf_hooks';
import { dayOf } from '../core/audit/auditEntry';
import { daysLater, startOf } from '../core/audit/days';
import type { EngineName } from '../workspace/engine/engines';
import type { StoredDocument } from '../workspace/client/views';
import { BenchWorkspace } from './benchWorkspace';
import { heading, table } from './report';
import { median, medianRatio } from './statistics';
import { fieldsOf, unexpected } from './ways';

const CALLER = 'admin';
const ENTRIES_A_DAY = 500;
const SIZES = [2_000, 200_000];
const ROUNDS = 100;
const WARM_UP_ROUNDS = 5;
const PAGE = 50;
/** How many times as long a page may take in the largest record as in the smallest. */
const MOST_TIMES = 1.3;
/** Documents that are put there at once: what the development route accepts. */
const PLANTED_AT_ONCE = 2_000;

/** What is read: the newest page, and one day in the middle of the smallest record. */
const READINGS: ReadonlyArray<{ readonly title: string; readonly query: string; readonly expected: number }> = [
  { title: `the newest ${PAGE}`, query: `limit=${PAGE}`, expected: PAGE },
  { title: 'a page of one day, two days ago', query: `limit=${PAGE}&from=${ago(2)}&to=${ago(2)}`, expected: PAGE },
];

/** @throws Error when a call gets an unexpected answer */
export async function benchRecord(engine: EngineName | undefined): Promise<void> {
  console.log(heading(engine));
  const workspaces: BenchWorkspace[] = [];
  for (const size of SIZES) {
    const workspace = await BenchWorkspace.start('product', engine, CALLER);
    workspaces.push(workspace);
    await fill(workspace, size);
  }
  const rows: string[][] = [];
  const goals: string[][] = [];
  for (const { title, query, expected } of READINGS) {
    const times: number[][] = SIZES.map(() => []);
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      const order = SIZES.map((_, index) => (round % 2 === 0 ? index : SIZES.length - 1 - index));
      for (const index of order) {
        const took = await read(workspaces[index], query, expected);
        if (round >= WARM_UP_ROUNDS) {
          times[index].push(took);
        }
      }
    }
    SIZES.forEach((size, index) =>
      rows.push([`${title}, of ${size.toLocaleString('en')} entries`, `${ROUNDS}`, median(times[index]).toFixed(1)]),
    );
    const ratio = medianRatio(times[1], times[0]);
    const verdict = ratio <= MOST_TIMES ? 'met' : 'NOT MET';
    goals.push([`${title}: time, × the smaller record`, MOST_TIMES.toFixed(2), ratio.toFixed(2), verdict]);
  }
  await Promise.all(workspaces.map((workspace) => workspace.stop()));
  console.log(`\n${table([['', 'rounds', 'median ms'], ...rows])}\n`);
  console.log(table([['goal', 'at most', 'measured', ''], ...goals]));
}

/** @returns how long it took, in milliseconds */
async function read(workspace: BenchWorkspace, query: string, expected: number): Promise<number> {
  const headers = { 'x-2fa-method': 'totp', 'x-2fa-code': await workspace.code(CALLER) };
  const startedAt = performance.now();
  const answer = await workspace.call(workspace.endpoint(`audit?${query}`), { as: workspace.login, headers });
  const took = performance.now() - startedAt;
  const { entries } = fieldsOf(answer);
  if (answer.status !== 200 || !Array.isArray(entries) || entries.length !== expected) {
    throw unexpected(query, answer);
  }
  return took;
}

/** Puts so many entries into the record, as many each day, from today backwards; each has its outcome apart. */
async function fill(workspace: BenchWorkspace, size: number): Promise<void> {
  await workspace.store([
    {
      associations: [{ model: 'misc', id: 'retention' }],
      data: { at: Date.now(), removedBefore: ago(size / ENTRIES_A_DAY), finishedOn: ago(0) },
    },
  ]);
  for (let planted = 0; planted < size; planted += PLANTED_AT_ONCE / 2) {
    const numbers = Array.from(
      { length: Math.min(PLANTED_AT_ONCE / 2, size - planted) },
      (_, index) => planted + index,
    );
    await workspace.store(numbers.flatMap(documentsOf));
  }
}

function documentsOf(number: number): StoredDocument[] {
  const day = ago(Math.floor(number / ENTRIES_A_DAY));
  const associations = [{ model: 'misc', id: `audit-${day}` }];
  const id = `bench-entry-${number}`;
  const entry = {
    id,
    at: startOf(day) + (number % ENTRIES_A_DAY),
    correlationId: `bench-${number}`,
    action: 'logout',
    via: 'api',
    callerId: 'aCaller',
    callerUsername: 'olivia',
    callerRoles: ['user', 'security-officer'],
    sessionId: `session-${number}`,
    reason: 'stolen laptop',
  };
  const outcome = { result: 'done', workspaceStatus: 200, secondFactor: 'totp', durationMs: 84 };
  return [
    { associations, data: { kind: 'entry', entry } },
    { associations, data: { kind: 'outcome', entryId: id, outcome } },
  ];
}

function ago(days: number): string {
  return daysLater(dayOf(Date.now()), -days);
}
