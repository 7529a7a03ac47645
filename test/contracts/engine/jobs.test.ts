import { setTimeout as pause } from 'timers/promises';
import type { WaitingJob } from '../../../workspace/ports';
import { GENERATIONS, type ProbedHost, startProbedHost } from './hostProcess';

interface Note {
  context: { jobId: string } & Record<string, unknown>;
  begun: number;
  ended: number;
}

const HOUR = 60 * 60 * 1000;
let host: ProbedHost;

const schedule = async (processor: string, more: object = {}): Promise<string> =>
  ((await host.ask({ ask: 'scheduleOnce', processor, when: 'nonsense', ...more })) as { value: string }).value;
const repeat = async (processor: string, interval: string | number, more: object = {}): Promise<string> =>
  ((await host.ask({ ask: 'scheduleRecurring', processor, interval, ...more })) as { value: string }).value;
const notes = async (processor: string): Promise<Note[]> =>
  ((await host.ask({ ask: 'read', by: ['job', processor] })) as { value: Note[] }).value;
const jobs = async (processorId: string): Promise<WaitingJob[]> =>
  (await host.client.jobs()).filter((job) => job.processorId === processorId);
const app = (action: 'enable' | 'disable' | 'update' | 'uninstall' | 'install') => host.client.changeApp(action);
const waitOf = ({ nextRun }: WaitingJob): number => Date.parse(nextRun ?? '') - Date.now();

/** Waits until the processor has run so often. */
async function ran(processor: string, times = 1): Promise<Note[]> {
  for (;;) {
    const found = await notes(processor);
    if (found.length >= times) {
      return found;
    }
    await pause(20);
  }
}

async function gone(processor: string): Promise<void> {
  while ((await jobs(processor)).some(({ running, nextRun }) => running || waitOf({ nextRun } as WaitingJob) < 1000)) {
    await pause(20);
  }
}

/** Measured on Rocket.Chat 6.5.3, or read in `apps/meteor/app/apps/server/bridges/scheduler.ts` and `packages/agenda`. */
describe.each(GENERATIONS)('jobs of an app, engine %s', (engine) => {
  // What the engine tells of an error in the app's process.
  const failure = engine === 'deno' ? 'Internal error' : 'thrown on purpose';
  beforeAll(async () => {
    host = await startProbedHost({ engine, nodes: 2 });
  });
  beforeEach(() => host.client.reset());
  afterAll(() => host.workspace.stop());

  describe('that run once', () => {
    it.each([
      ['at a time that is past', { inMs: -HOUR }],
      ['at an ISO time that is past', { when: '2020-01-01T00:00:00.000Z' }],
      ['at a text that says no time', { when: 'nonsense' }],
      ['soon', { inMs: 50 }],
    ])('%s', async (_case, when) => {
      const jobId = await schedule('note', { ...when, data: { n: 1 } });
      expect((await ran('note')).map(({ context }) => context)).toEqual([{ n: 1, jobId }]);
      await gone('note');
      expect(await jobs('note')).toEqual([]);
    });

    it.each([
      ['a Date', { inMs: HOUR }],
      ['an ISO text', { when: new Date(Date.now() + HOUR).toISOString() }],
      ['a text', { when: '1 hour' }],
      ['a text with "in"', { when: 'in 60 minutes' }],
    ])('wait for %s', async (_case, when) => {
      const jobId = await schedule('note', { ...when, data: { n: 1 } });
      const [waiting] = await jobs('note');
      expect(waiting).toMatchObject({ jobId, kind: 'once', running: false, data: { n: 1 }, failed: null });
      expect(waitOf(waiting)).toBeGreaterThan(HOUR - 120_000);
      expect(waitOf(waiting)).toBeLessThanOrEqual(HOUR);
    });

    it('of a processor that is not registered are stored and never run', async () => {
      const jobId = await schedule('unknown');
      await schedule('note');
      await ran('note');
      expect(await jobs('unknown')).toMatchObject([{ jobId, running: false, failed: null }]);
    });

    it('run one after the other, each once', async () => {
      const ids = [];
      for (let n = 0; n < 3; n += 1) {
        ids.push(await schedule('note', { inMs: 100, data: { ms: 60 } }));
      }
      const found = await ran('note', 3);
      await gone('note');
      expect(found.map(({ context }) => context.jobId).sort()).toEqual(ids.sort());
      expect(await notes('note')).toHaveLength(3);
    });

    it('may schedule another one', async () => {
      await schedule('note', { data: { thenOnce: 'other' } });
      expect(await ran('other')).toMatchObject([{ context: { after: 'note' } }]);
    });

    it('stay when they failed, and never run again', async () => {
      const jobId = await schedule('note', { data: { fail: true } });
      await ran('note');
      await gone('note');
      const failed = {
        jobId,
        nextRun: null,
        running: false,
        failed: failure,
      };
      expect(await jobs('note')).toMatchObject([failed]);
      await schedule('note');
      await ran('note', 2);
      await gone('note');
      expect(await jobs('note')).toMatchObject([failed]);
    });

    // The rule is the database's, not the engine's; from a Deno process so much does not always arrive in time.
    if (engine === 'vm') {
      it('are refused when they are too large for the database', async () => {
        expect(await host.ask({ ask: 'scheduleOnce', processor: 'note', size: 17 * 1024 * 1024 })).toEqual({
          outcome: 'nothing',
        });
        expect(await jobs('note')).toEqual([]);
      });
    }
  });

  describe('that recur', () => {
    it.each<[string | number, number]>([
      ['1 hour', HOUR],
      [HOUR, HOUR],
    ])('every %j run at once and then wait', async (interval, wait) => {
      const jobId = await repeat('note', interval, { data: { n: 2 } });
      expect(await ran('note')).toMatchObject([{ context: { n: 2, jobId } }]);
      await gone('note');
      const [waiting] = await jobs('note');
      expect(waiting).toMatchObject({ jobId, kind: 'recurring', interval, failed: null });
      expect(waitOf(waiting)).toBeGreaterThan(wait - 60_000);
    });

    it.each(['1 hour', '0 3 * * *', '30 0 3 * * *'])('at %j wait when told to', async (interval) => {
      await repeat('note', interval, { skipImmediate: true });
      const [waiting] = await jobs('note');
      expect(waitOf(waiting)).toBeGreaterThan(0);
      if (interval !== '1 hour') {
        expect(new Date(waiting.nextRun ?? '').getHours()).toBe(3);
        expect(new Date(waiting.nextRun ?? '').getSeconds()).toBe(interval.startsWith('30') ? 30 : 0);
      }
    });

    it('at cron text wait in any case', async () => {
      await repeat('note', '0 3 1 1 *');
      expect(await jobs('note')).toHaveLength(1);
      expect(await notes('note')).toEqual([]);
    });

    it('run again and again, also after an error', async () => {
      const jobId = await repeat('note', '* * * * * *', { data: { fail: true } });
      const found = await ran('note', 2);
      expect(found.map(({ context }) => context.jobId)).toEqual([jobId, jobId]);
      expect(await jobs('note')).toMatchObject([{ jobId, kind: 'recurring' }]);
    });

    it('are one for each processor: scheduled again they are changed', async () => {
      const jobId = await repeat('note', '0 3 * * *', { data: { n: 1 } });
      expect(await repeat('note', '2 hours', { data: { n: 2 }, skipImmediate: true })).toBe(jobId);
      expect(await jobs('note')).toMatchObject([{ jobId, interval: '2 hours', data: { n: 2 } }]);
    });
  });

  describe('are cancelled', () => {
    it.each(['the job', 'the processor'])('by the ID of %s', async (by) => {
      const jobId = await schedule('note', { inMs: HOUR });
      const kept = await schedule('other', { inMs: HOUR });
      await host.ask({ ask: 'cancelJob', id: by === 'the job' ? jobId : 'note' });
      expect(await jobs('note')).toEqual([]);
      expect(await jobs('other')).toMatchObject([{ jobId: kept }]);
    });

    it('all at once', async () => {
      await schedule('note', { inMs: HOUR });
      await host.ask({ ask: 'cancelAllJobs' });
      expect(await host.client.jobs()).toEqual([]);
    });

    it('while they run: they do not come back', async () => {
      await repeat('note', '1 hour', { data: { ms: 200 } });
      await host.ask({ ask: 'cancelJob', id: 'note' });
      await ran('note');
      expect(await jobs('note')).toEqual([]);
    });
  });

  describe('in the life of the app and its servers', () => {
    const STARTUP = [
      { processorId: 'hourly', kind: 'recurring', data: { startup: true } },
      { processorId: 'later', kind: 'once', data: { startup: true } },
    ];

    it('are there from the start where the app says so, one for both servers', async () => {
      expect(await host.client.jobs()).toMatchObject(STARTUP);
    });

    it.each(['restart', 'update', 'disable and enable'] as const)('survive: %s', async (what) => {
      const jobId = await schedule('note', { inMs: HOUR });
      const [{ nextRun }] = await jobs('hourly');
      if (what === 'restart') {
        await host.client.dev('restart', {});
      } else {
        await (what === 'update' ? app('update') : app('disable').then(() => app('enable')));
      }
      expect(await jobs('note')).toMatchObject([{ jobId }]);
      // The startup job begins to wait anew.
      expect(await host.client.jobs()).toHaveLength(3);
      expect(Date.parse((await jobs('hourly'))[0].nextRun ?? '')).toBeGreaterThan(Date.parse(nextRun ?? ''));
      expect(await host.client.runJob('note')).toMatchObject({ jobId, failed: null });
      expect(await notes('note')).toMatchObject([{ context: { jobId } }]);
    });

    it('end when it is uninstalled', async () => {
      await schedule('note', { inMs: HOUR });
      await app('uninstall');
      expect(await host.client.jobs()).toEqual([]);
      await app('install');
      expect(await host.client.jobs()).toMatchObject(STARTUP);
    });

    it('that are due while it is disabled are lost', async () => {
      const jobId = await schedule('note', { inMs: HOUR });
      await app('disable');
      // Due now: a time of its own could come before the app is off.
      expect(await host.client.runJob('note')).toMatchObject({ jobId });
      await app('enable');
      expect(await jobs('note')).toEqual([]);
      expect(await notes('note')).toEqual([]);
    });

    it('are brought back by a reset', async () => {
      await host.ask({ ask: 'cancelAllJobs' });
      await schedule('note', { inMs: HOUR });
      await host.client.reset();
      expect(await host.client.jobs()).toMatchObject(STARTUP);
    });
  });

  describe('are run by a developer', () => {
    it('with their data, once', async () => {
      const jobId = await schedule('note', { inMs: HOUR, data: { n: 3 } });
      expect(await host.client.runJob('note')).toEqual({ jobId, data: { n: 3 }, failed: null });
      expect(await notes('note')).toHaveLength(1);
      expect(await jobs('note')).toEqual([]);
    });

    it('and say why they failed', async () => {
      await schedule('note', { inMs: HOUR, data: { fail: true } });
      const { failed } = await host.client.runJob('note');
      expect(failed).toBe(failure);
    });

    it('also when none waits, but not without a processor', async () => {
      expect(await host.client.runJob('other')).toMatchObject({ data: {}, failed: null });
      expect(await notes('other')).toHaveLength(1);
      expect((await host.client.call('/_dev/jobs/unknown/run', { body: {} })).status).toBe(404);
    });

    it('after the run that is under way', async () => {
      await repeat('note', '1 hour', { data: { ms: 200 } });
      const begun = async () => (await jobs('note')).some(({ running }) => running) || (await notes('note')).length > 0;
      while (!(await begun())) {
        await pause(5);
      }
      await host.client.runJob('note');
      const [first, second] = await notes('note');
      expect(second.begun).toBeGreaterThanOrEqual(first.ended);
    });
  });
});
