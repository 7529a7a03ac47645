import type { JobRun } from '../../ports';
import { toDocument } from '../document';
import { dueAt, type Job, type JobStore } from './jobStore';

/** Lets an app do a job. @param context what was scheduled, and `jobId` */
export type Processor = (context: Record<string, unknown>) => Promise<unknown>;

/** What a timer can wait for at most. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * Runs jobs on one server: those whose processors an app registered there, when they are due and no other server has
 * taken them, one at a time for each processor. A timer does not keep the process from ending.
 */
export class JobRunner {
  private readonly processors = new Map<string, Processor>();
  private readonly busy = new Set<string>();
  private readonly runs = new Set<Promise<JobRun>>();
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;
  private readonly wake = (): void => this.setTimer();

  constructor(
    private readonly jobs: JobStore,
    private readonly now: () => number,
  ) {
    jobs.onChange(this.wake);
  }

  /** @param name `<processor ID>_<app ID>` */
  define(name: string, processor: Processor): void {
    this.processors.set(name, processor);
    this.wake();
  }

  /** Resolves when the jobs that run now, or are due now, are over. */
  async settled(): Promise<void> {
    this.runDue();
    await Promise.all(this.runs);
  }

  /**
   * Runs the processor's first waiting job now or, without one, a job without data; one that is running already comes
   * first.
   * @returns how that went; undefined for a processor that no app registered
   */
  async runNow(processorId: string): Promise<JobRun | undefined> {
    const name = [...this.processors.keys()].find((known) => processorIdOf(known) === processorId);
    if (name === undefined) {
      return undefined;
    }
    let waiting = this.jobs.first((each) => each === name);
    while (this.busy.has(name) || waiting?.lockedAt !== undefined) {
      await this.change();
      waiting = this.jobs.first((each) => each === name);
    }
    return this.run(waiting ?? this.jobs.unsaved(name));
  }

  /** The server goes down: what runs is not heard of again. */
  close(): void {
    this.isClosed = true;
    this.jobs.offChange(this.wake);
    clearTimeout(this.timer);
  }

  private setTimer(): void {
    clearTimeout(this.timer);
    const job = this.nextJob();
    if (job !== undefined && !this.isClosed) {
      const wait = Math.min(Math.max(dueAt(job) - this.now(), 0), LONGEST_WAIT_MS);
      this.timer = setTimeout(() => this.runDue(), wait).unref();
    }
  }

  private runDue(): void {
    for (let job = this.nextJob(); job !== undefined && dueAt(job) <= this.now(); job = this.nextJob()) {
      void this.run(job);
    }
    this.setTimer();
  }

  private nextJob(): Job | undefined {
    return this.jobs.first((name) => this.processors.has(name) && !this.busy.has(name));
  }

  private run(job: Job): Promise<JobRun> {
    this.busy.add(job.name);
    const run = this.process(this.jobs.take(job)).finally(() => this.runs.delete(run));
    this.runs.add(run);
    return run;
  }

  private async process(job: Job): Promise<JobRun> {
    const data = toDocument(job.data);
    const failed = await this.failureOf(job.name, { ...data, jobId: job._id });
    this.busy.delete(job.name);
    if (!this.isClosed) {
      this.jobs.finish(job, failed ?? undefined);
    }
    return { jobId: job._id, data, failed };
  }

  /** The engine logs what a processor throws. */
  private async failureOf(name: string, context: Record<string, unknown>): Promise<string | null> {
    try {
      await this.processors.get(name)?.(context);
      return null;
    } catch (error) {
      return (error as Partial<Error> | undefined)?.message ?? String(error);
    }
  }

  private async change(): Promise<void> {
    await new Promise<void>((resolve) => {
      const heard = (): void => {
        this.jobs.offChange(heard);
        resolve();
      };
      this.jobs.onChange(heard);
    });
  }
}

/** `<processor ID>_<app ID>`: an app's ID has no underscore. */
export function processorIdOf(name: string): string {
  return name.slice(0, name.lastIndexOf('_'));
}
