import { removeOldDays, RetentionPorts, RetentionRun } from '../../../core/audit/retention';
import { budgetFrom } from '../../../core/shared/budget';
import { AppError } from '../../../core/shared/errors';
import { settings, settingsOf } from '../../fakes/ports';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A record that is cleared away, its clock, and what happened to it. */
function retained(start: string, { keepDays = 30, last }: { keepDays?: number; last?: RetentionRun } = {}) {
  let time = Date.parse(start);
  let startedAt = time;
  let keep: number | Error = keepDays;
  let run = last;
  const removed: string[] = [];
  const clock = { now: () => time };
  const world = {
    removed,
    notes: 0,
    reads: 0,
    /** How long the removal of a day takes, in milliseconds; `undefined`: it never ends. */
    takes: (_day: string): number | undefined => 0,
    failing: false,
    run: () => run,
    pass: (milliseconds: number) => void (time += milliseconds),
    keep: (value: number | Error) => void (keep = value),
    async hour() {
      startedAt = time;
      const result = await removeOldDays(ports());
      time = startedAt + HOUR_MS;
      return result;
    },
  };
  const ports = (): RetentionPorts => ({
    settings: settingsOf(keep instanceof Error ? keep : { ...settings, keepDays: keep }),
    retention: {
      last: async () => (world.reads++, run),
      note: async (noted) => void (world.notes++, (run = noted)),
    },
    oldEntries: {
      async removeDay(day, mayGoOn) {
        if (world.failing) {
          throw new Error('the store is down');
        }
        const cost = world.takes(day);
        while (cost === undefined && mayGoOn()) {
          time += 1_000;
        }
        time += cost ?? 0;
        removed.push(day);
        return cost !== undefined;
      },
    },
    clock,
    budget: budgetFrom(startedAt, clock),
  });
  return world;
}

const ranOn = (at: string, removedBefore: string, finishedOn?: string): RetentionRun => ({
  at: Date.parse(at),
  removedBefore,
  finishedOn,
});

test('whole days go: today and the last `keep_days` days stay', async () => {
  const last = ranOn('2027-03-30T10:00:00Z', '2027-02-27', '2027-03-30');
  const world = retained('2027-03-31T00:00:00Z', { keepDays: 30, last });
  expect(await world.hour()).toBe('done');
  expect(world.removed).toEqual(['2027-02-27', '2027-02-28']);
  expect(world.run()).toEqual(ranOn('2027-03-31T00:00:00Z', '2027-03-01', '2027-03-31'));
});

test.each([
  ['the end of a month', '2026-12-01T00:00:00Z', 1, '2026-11-30'],
  ['the end of a year', '2027-01-01T23:59:59.999Z', 1, '2026-12-31'],
  ['a leap day', '2028-03-01T12:00:00Z', 1, '2028-02-29'],
  ['no leap day', '2027-03-01T12:00:00Z', 1, '2027-02-28'],
  ['a year with a leap day', '2028-03-01T12:00:00Z', 365, '2027-03-02'],
])('%s', async (_name, now, keepDays, firstKept) => {
  const before = new Date(Date.parse(now) - DAY_MS).toISOString();
  const last = ranOn(before, new Date(Date.parse(firstKept) - DAY_MS).toISOString().slice(0, 10));
  const world = retained(now, { keepDays, last });
  await world.hour();
  expect(world.run()?.removedBefore).toBe(firstKept);
  expect(world.removed).toHaveLength(1);
});

test('the first run of all removes nothing; the next one begins at the first day that can have entries', async () => {
  const world = retained('2026-12-05T09:00:00Z', { keepDays: 30 });
  expect(await world.hour()).toBe('waits');
  expect(world.removed).toEqual([]);
  expect(await world.hour()).toBe('done');
  expect(world.removed).toEqual(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04']);
});

test('once a day, and otherwise one document is read and nothing else', async () => {
  const world = retained('2027-03-31T00:00:00Z', { last: ranOn('2027-03-30T23:00:00Z', '2027-02-28') });
  const results: string[] = [];
  for (let hour = 0; hour < 25; hour++) {
    results.push(await world.hour());
  }
  expect(results.map((result, hour) => (result === 'nothing-due' ? '' : hour)).join('')).toBe('024');
  expect(world.removed).toEqual(['2027-02-28', '2027-03-01']);
  expect([world.reads, world.notes]).toEqual([25, 2]);
});

test.each([
  ['lost while the app was off for a day and a half', 36, ['done']],
  ['lost while the server was down for three days', 72, ['waits', 'done']],
])('runs that were %s are made up for', async (_name, hours, expected) => {
  const world = retained('2027-03-31T00:00:00Z', { last: ranOn('2027-03-30T23:00:00Z', '2027-02-28') });
  await world.hour();
  world.pass(hours * HOUR_MS);
  const results: string[] = [];
  while (results.length < expected.length) {
    results.push(await world.hour());
  }
  expect(results).toEqual(expected);
  const today = new Date(Date.parse('2027-03-31T01:00:00Z') + (hours + expected.length - 1) * HOUR_MS);
  expect(world.run()?.removedBefore).toBe(new Date(today.getTime() - 30 * DAY_MS).toISOString().slice(0, 10));
});

describe('a clock that cannot be right', () => {
  const last = ranOn('2027-03-30T23:00:00Z', '2027-02-28', '2027-03-30');

  test('ten years ahead for less than an hour removes nothing, and nothing is lost by it', async () => {
    const world = retained('2037-03-31T00:00:00Z', { last });
    expect(await world.hour()).toBe('waits');
    world.pass(Date.parse('2027-03-31T01:00:00Z') - Date.parse('2037-03-31T01:00:00Z'));
    expect([await world.hour(), await world.hour()]).toEqual(['waits', 'done']);
    expect(world.removed).toEqual(['2027-02-28']);
  });

  test('ahead, and still so an hour later, is believed', async () => {
    const world = retained('2027-05-01T00:00:00Z', { last });
    expect([await world.hour(), await world.hour()]).toEqual(['waits', 'done']);
    expect(world.run()?.removedBefore).toBe('2027-04-01');
  });

  test('back removes nothing, however often it runs', async () => {
    const world = retained('2027-01-01T00:00:00Z', { last });
    const results = [await world.hour(), await world.hour(), await world.hour()];
    expect(results).toEqual(['waits', 'done', 'nothing-due']);
    expect(world.removed).toEqual([]);
    expect(world.run()?.removedBefore).toBe('2027-02-28');
  });
});

describe('the setting', () => {
  const last = ranOn('2027-03-30T23:00:00Z', '2027-02-28', '2027-03-30');

  test('0 keeps everything for good', async () => {
    const world = retained('2027-03-31T00:00:00Z', { keepDays: 0, last });
    expect([await world.hour(), await world.hour()]).toEqual(['done', 'nothing-due']);
    expect(world.removed).toEqual([]);
  });

  test('made smaller removes more the next day, made larger removes nothing', async () => {
    const world = retained('2027-03-31T00:00:00Z', { last });
    await world.hour();
    world.keep(20);
    world.pass(23 * HOUR_MS);
    await world.hour();
    expect(world.removed).toEqual([
      '2027-02-28',
      ...Array.from({ length: 11 }, (_, i) => `2027-03-${String(i + 1).padStart(2, '0')}`),
    ]);
    world.keep(400);
    world.pass(23 * HOUR_MS);
    await world.hour();
    expect(world.removed).toHaveLength(12);
    expect(world.run()?.removedBefore).toBe('2027-03-12');
  });

  test('that cannot be read removes nothing, and the run says so until it can be', async () => {
    const world = retained('2027-03-31T00:00:00Z', { last });
    world.keep(new AppError('error-settings-unreadable'));
    expect(await world.hour()).toBe('error-settings-unreadable');
    expect(world.run()).toMatchObject({ removedBefore: '2027-02-28', problem: 'error-settings-unreadable' });
    world.keep(30);
    expect(await world.hour()).toBe('done');
    expect(world.run()?.problem).toBeUndefined();
  });
});

test('what does not fit into one call is gone on with at the next one', async () => {
  const world = retained('2027-03-31T00:00:00Z', { last: ranOn('2027-03-30T23:00:00Z', '2027-02-19') });
  world.takes = () => 5_000;
  expect(await world.hour()).toBe('unfinished');
  expect(world.removed).toEqual(['2027-02-19', '2027-02-20', '2027-02-21', '2027-02-22', '2027-02-23']);
  expect(await world.hour()).toBe('done');
  expect(world.removed).toHaveLength(10);
  expect(world.run()?.removedBefore).toBe('2027-03-01');
});

test('a day that is not all gone is begun with again', async () => {
  const world = retained('2027-03-31T00:00:00Z', { last: ranOn('2027-03-30T23:00:00Z', '2027-02-28') });
  world.takes = () => undefined;
  expect(await world.hour()).toBe('unfinished');
  expect(world.run()).toMatchObject({ removedBefore: '2027-02-28' });
  world.takes = () => 0;
  expect(await world.hour()).toBe('done');
  expect(world.removed).toEqual(['2027-02-28', '2027-02-28']);
});

test('a store that fails leaves the rest for the next run, which the last one says', async () => {
  const world = retained('2027-03-31T00:00:00Z', { last: ranOn('2027-03-30T23:00:00Z', '2027-02-27') });
  world.failing = true;
  expect(await world.hour()).toBe('error-internal');
  expect(world.run()).toMatchObject({ removedBefore: '2027-02-27', problem: 'error-internal' });
  world.failing = false;
  expect(await world.hour()).toBe('done');
  expect(world.removed).toEqual(['2027-02-27', '2027-02-28']);
});
