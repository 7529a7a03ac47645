import {
  type IOnetimeSchedule,
  type IProcessor,
  type IRecurringSchedule,
  StartupType,
} from '@rocket.chat/apps-engine/definition/scheduler';
import type { SchedulerBridge } from '@rocket.chat/apps-engine/server/bridges/SchedulerBridge';
import { toDocument } from '../document';
import type { JobRunner, Processor } from '../jobs/jobRunner';
import type { NewJob } from '../jobs/jobStore';
import type { Engine } from '../load';
import type { AppsState } from '../state';

/** As the engine wraps what an app registered: the other arguments of a processor are the engine's. */
type Registered = Omit<IProcessor, 'processor'> & { processor: Processor };

/** The largest document that MongoDB takes. */
const LARGEST_DATA = 16 * 1024 * 1024;

/**
 * Jobs of the apps (Rocket.Chat `apps/meteor/app/apps/server/bridges/scheduler.ts`, over its fork of Agenda). The engine
 * has put the app's ID behind the processors' IDs.
 *
 * @param runner of the server that this bridge is for
 */
export function createSchedulerBridge(
  { bridges }: Engine,
  { store, jobs }: Pick<AppsState, 'store' | 'jobs'>,
  runner: JobRunner,
): SchedulerBridge {
  /** @returns the job's ID; undefined where the database refuses it, which is logged and nothing else */
  const scheduled = (schedule: () => { _id: string }): string | undefined => {
    try {
      return schedule()._id;
    } catch (error) {
      console.error(`A job could not be scheduled: ${(error as Error).message}`);
      return undefined;
    }
  };

  return new (class extends bridges.SchedulerBridge {
    /** A processor is registered again whenever its app is enabled. */
    protected async registerProcessors(given: IProcessor[] = []): Promise<void | string[]> {
      const started: Array<Promise<void | string>> = [];
      for (const { id, processor, startupSetting } of given as unknown as Registered[]) {
        runner.define(id, processor);
        if (startupSetting?.type === StartupType.RECURRING) {
          started.push(this.scheduleRecurring({ ...startupSetting, id }));
        } else if (startupSetting?.type === StartupType.ONETIME && !hasOneTimeJob(id)) {
          started.push(this.scheduleOnce({ ...startupSetting, id }));
        }
      }
      return started.length === 0 ? undefined : ((await Promise.all(started)) as string[]);
    }

    protected async scheduleOnce({ id, when, data }: IOnetimeSchedule): Promise<void | string> {
      return scheduled(() => jobs.scheduleOnce(newJob(id, data), toDocument(when)));
    }

    protected async scheduleRecurring(given: IRecurringSchedule): Promise<void | string> {
      const { id, interval, skipImmediate = false, data } = given;
      return scheduled(() => jobs.scheduleRecurring(newJob(id, data), interval, skipImmediate));
    }

    /** @param id of a job or of a processor, and then the app's */
    protected async cancelJob(id: string): Promise<void> {
      const [jobId] = id.split('_');
      const isById = isDatabaseId(jobId);
      jobs.cancel(({ _id, name }) => (isById ? _id === jobId : name === id));
    }

    protected async cancelAllJobs(appId: string): Promise<void> {
      jobs.cancel(({ name }) => name.endsWith(`_${appId}`));
    }
  })();

  /** One that failed stays for good, so its processor is not started any more. */
  function hasOneTimeJob(processor: string): boolean {
    return jobs.all().some(({ name, type }) => name === processor && type === 'normal');
  }

  /** Up to 7.x any 12 characters are taken for an ID, too, and then a processor with such a name is not found. */
  function isDatabaseId(text: string): boolean {
    return /^[0-9a-f]{24}$/i.test(text) || (store.version === '6.5' && Buffer.byteLength(text) === 12);
  }
}

/** @throws {Error} when the data are too large for the database */
function newJob(name: string, data: object = {}): NewJob {
  const stored = toDocument(data) as Record<string, unknown>;
  if (JSON.stringify(stored).length > LARGEST_DATA) {
    throw new Error('BSONObj size is invalid');
  }
  return { name, data: stored };
}
