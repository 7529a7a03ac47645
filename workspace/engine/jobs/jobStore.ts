import { randomBytes } from 'crypto';
import { Collection } from '../../state/collection';
import { nextRunOf, timeOf } from './timing';

/** A job as the database keeps it; the names are those of the real documents, `rocketchat_apps_scheduler`. */
export interface Job {
  _id: string;
  /** `<processor ID>_<app ID>`. */
  name: string;
  /** `normal` runs once; `single` is the one recurring job of its processor. */
  type: 'normal' | 'single';
  data: Record<string, unknown>;
  /** Epoch milliseconds; null: never, it is over. */
  nextRunAt: number | null;
  repeatInterval?: string | number;
  lastRunAt?: number;
  /** While a server runs it. */
  lockedAt?: number;
  /** Why its last run failed. */
  failReason?: string;
}

export type NewJob = Pick<Job, 'name' | 'data'>;

/** So long a job belongs to the server that took it, also when that server is gone (Agenda's default). */
const LOCK_MS = 10 * 60 * 1000;

/**
 * The scheduled jobs of all apps, as the servers of a cluster share them: each job is taken by one server. The rules are
 * those of Rocket.Chat's `packages/agenda/src/Agenda.ts` and `Job.ts`.
 */
export class JobStore extends Collection<Job> {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly now: () => number) {
    super(({ _id }) => _id);
  }

  /** @param when read by `timeOf`. */
  scheduleOnce(job: NewJob, when: string | Date): Job {
    return this.store({ ...job, _id: newId(), type: 'normal', nextRunAt: timeOf(when, this.now()) });
  }

  /**
   * A processor has one recurring job: scheduled again it gets the new interval and data, and keeps its next run where
   * the new one would be now.
   */
  scheduleRecurring(job: NewJob, repeatInterval: string | number, skipImmediate: boolean): Job {
    const now = this.now();
    const rhythm = { interval: repeatInterval, nextRunAt: now, ...(skipImmediate && { lastRunAt: now }) };
    const nextRunAt = nextRunOf(rhythm, now);
    const known = this.all().find(({ name, type }) => name === job.name && type === 'single');
    if (known === undefined) {
      return this.store({ ...job, _id: newId(), type: 'single', repeatInterval, nextRunAt });
    }
    const keptRun = nextRunAt <= now ? known.nextRunAt : nextRunAt;
    return this.store({ ...known, ...job, repeatInterval, nextRunAt: keptRun });
  }

  /** A job without data for a processor, which is stored once it is taken. */
  unsaved(name: string): Job {
    return { _id: newId(), name, type: 'normal', data: {}, nextRunAt: this.now() };
  }

  cancel(isMeant: (job: Job) => boolean): void {
    this.all()
      .filter(isMeant)
      .forEach(({ _id }) => this.remove(_id));
    this.changed();
  }

  /** Of the jobs with these names the one that may be taken first, now or later. */
  first(isMeant: (name: string) => boolean): Job | undefined {
    const open = this.all().filter((job) => isMeant(job.name) && dueAt(job) < Infinity);
    return open.sort((one, other) => dueAt(one) - dueAt(other))[0];
  }

  /** A server begins to run it: no other one will, and a job that runs once is not due again. */
  take(job: Job): Job {
    const now = this.now();
    const begun = { ...job, lockedAt: now, lastRunAt: now, failReason: undefined };
    const { repeatInterval: interval } = job;
    begun.nextRunAt = interval === undefined ? null : nextRunOf({ ...begun, interval }, now);
    return this.store(begun);
  }

  /**
   * The run is over. What was scheduled for a recurring job meanwhile is overwritten; a cancelled job stays cancelled; a
   * job that runs once is removed, or stays as failed.
   */
  finish(begun: Job, failReason?: string): void {
    if (this.get(begun._id) === undefined) {
      return;
    }
    if (begun.type === 'normal' && failReason === undefined) {
      this.cancel(({ _id }) => _id === begun._id);
    } else {
      this.store({ ...begun, lockedAt: undefined, failReason });
    }
  }

  /** Calls back whenever the jobs have changed, until `offChange`. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  offChange(listener: () => void): void {
    this.listeners.delete(listener);
  }

  /** Brings jobs back as they waited then; recurring ones that would be late run when they are due next. */
  override restore(jobs: Job[]): void {
    const now = this.now();
    const punctual = (job: Job): Job => {
      const { repeatInterval: interval, nextRunAt } = job;
      const isLate = interval !== undefined && nextRunAt !== null && nextRunAt <= now;
      return isLate ? { ...job, nextRunAt: nextRunOf({ interval, nextRunAt, lastRunAt: now }, now) } : job;
    };
    super.restore(jobs.map(punctual));
    this.changed();
  }

  private store(job: Job): Job {
    this.put(job);
    this.changed();
    return job;
  }

  private changed(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** From when on a server may take it: when it is due, or when the server that took it must have died. */
export function dueAt({ nextRunAt, lockedAt }: Job): number {
  return lockedAt === undefined ? (nextRunAt ?? Infinity) : lockedAt + LOCK_MS;
}

/** Looks like an ID of the database. */
function newId(): string {
  return randomBytes(12).toString('hex');
}
