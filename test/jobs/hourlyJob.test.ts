import { auditStore } from '../../adapters/auditStore';
import { retentionStore } from '../../adapters/retentionStore';
import { dayOf } from '../../core/audit/auditEntry';
import { hourlyJob } from '../../jobs/hourlyJob';
import { engineWorld } from '../fakes/engine';
import { recorded } from '../fakes/record';

const DAY_MS = 86_400_000;
const now = Date.now();
// The days that go are counted from the one on which the job runs: midnight must not come in between.
beforeEach(() => jest.useFakeTimers({ now, doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => jest.useRealTimers());
const ago = (days: number): number => now - days * DAY_MS;
const run = (world: ReturnType<typeof engineWorld>): Promise<void> =>
  hourlyJob(world.app).processor({}, world.read, world.modify, world.http, world.persistence);

test('old days go, the others stay, and the run is noted', async () => {
  const world = engineWorld({ keep_days: 2 });
  const log = auditStore(world.persistence, world.persistence);
  for (const days of [4, 3, 2, 1, 0]) {
    await log.append(recorded(`e${days}`, ago(days)));
  }
  await retentionStore(world.persistence, world.persistence).note({
    at: now - 3_600_000,
    removedBefore: dayOf(ago(5)),
  });
  await run(world);
  const left = await Promise.all([4, 3, 2, 1, 0].map((days) => log.entriesOf(dayOf(ago(days)))));
  expect(left.map(({ length }) => length)).toEqual([0, 0, 1, 1, 1]);
  expect(await retentionStore(world.persistence, world.persistence).last()).toMatchObject({
    removedBefore: dayOf(ago(2)),
  });
  expect(world.lines).toEqual([JSON.stringify({ event: 'retention', correlationId: '-', result: 'done' })]);
});

test('a run with nothing to do says nothing', async () => {
  const world = engineWorld();
  await run(world);
  await run(world);
  world.lines.length = 0;
  await run(world);
  expect(world.lines).toEqual([]);
});

test('a store that is down is told by its code, and never thrown at the scheduler', async () => {
  const world = engineWorld();
  world.persistence.readByAssociation = async () => {
    throw new Error('mongodb://somebody:secret@database');
  };
  await run(world);
  expect(world.lines.join()).toContain('error-internal');
  expect(world.lines.join()).not.toContain('secret');
});

test('what engine 1.62 gives a job as `this` is where its lines go: any other log is lost there', async () => {
  const world = engineWorld();
  const lines: string[] = [];
  const given = { getLogger: () => ({ entries: [], info: (line: string) => lines.push(line) }) };
  await hourlyJob(world.app).processor.call(given, {}, world.read, world.modify, world.http, world.persistence);
  expect(lines).toEqual([JSON.stringify({ event: 'retention', correlationId: '-', result: 'waits' })]);
  expect(world.lines).toEqual([]);
});
