import type { Router } from 'express';
import type { Room, WorkspaceUser } from './model';

/** One run of a slash command, after `commands.run` has checked its arguments and the caller's access to the room. */
export interface CommandRun {
  /** Lower case, without the slash; `AppHostPort.hasCommand` said yes to it. */
  command: string;
  sender: WorkspaceUser;
  room: Room;
  /** Everything after the command, as it was sent. */
  params: string;
  threadId?: string;
  /** Absent: no modal can be opened. */
  triggerId?: string;
}

/** A job that waits, runs, or failed. */
export interface WaitingJob {
  jobId: string;
  processorId: string;
  kind: 'once' | 'recurring';
  /** Of a recurring one: cron text, a text such as `5 minutes`, or milliseconds. */
  interval?: string | number;
  /** ISO time; null: never. */
  nextRun: string | null;
  /** A server has taken it, and is not done with it. */
  running: boolean;
  data: Record<string, unknown>;
  /** Why its last run failed. */
  failed: string | null;
}

/** How the run of a job went: what the app was given, and why it failed. */
export interface JobRun {
  jobId: string;
  data: Record<string, unknown>;
  failed: string | null;
}

/** Thrown by `AppHostPort.setAppSettings` when a setting is unknown or the app refuses the value. */
export class AppSettingRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AppSettingRefused';
  }
}

/**
 * What the REST side of the workspace needs from the host of the apps.
 * Without a host the workspace still answers everything under `/api/v1` and `/oauth`, and knows no slash command.
 */
export interface AppHostPort {
  /**
   * Answers everything under `/api/apps` (it is mounted there, so it sees `/public/<app ID>/…`, `/private/…` and
   * `/ui.interaction/<app ID>`). Bodies are parsed before it runs: `req.body` is `{}` where there was nothing to parse,
   * and malformed JSON was answered already.
   */
  readonly router: Router;

  /** The version of the Apps-Engine. */
  readonly engineVersion?: string;

  /** Whether some enabled app registered this slash command (lower case, without the slash). */
  hasCommand(command: string): boolean;

  /** Runs the command; resolves when the app is done, also when the command threw (a real server hides that). */
  runCommand(run: CommandRun): Promise<void>;

  /** Posts what a person typed into a room, and shows it to its members. @returns the ID of the message */
  postMessage(room: Room, sender: WorkspaceUser, text: string): string;

  /** Everything the installed apps stored, for `GET /_dev/persistence`. */
  persistence(): Promise<unknown[]>;

  /** Adds documents to what the installed app stored, as if it had. */
  importDocuments(
    documents: ReadonlyArray<{ associations?: Array<{ model: string; id: string }>; data: object }>,
  ): void;

  /** Everything the installed apps logged, the engine's own entries included, for `GET /_dev/app-logs`. */
  logs(): Promise<unknown[]>;

  /** The app's settings: the values in force, by ID. */
  appSettings(): Promise<Record<string, unknown>>;

  /**
   * Saves settings the way the admin page does (through the app's own checks).
   * @throws AppSettingRefused when one is unknown or refused; those before it may have been saved.
   */
  setAppSettings(values: Record<string, unknown>): Promise<void>;

  /** The jobs that the installed apps have scheduled, on all servers. */
  jobs(): WaitingJob[];

  /**
   * Runs the processor's first waiting job now or, without one, a job without data, as the scheduler would. One that a
   * server is running comes first.
   * @returns how it went, once it is over; undefined for a processor that no app has registered
   */
  runJob(processorId: string): Promise<JobRun | undefined>;

  /** How often the engine asked the workspace for something since `forgetCalls` or `reset`, by name. */
  calls(): Record<string, number>;

  /** The counts of `calls` begin anew. */
  forgetCalls(): void;

  /** Starts this server anew on the stored data, as when its process is killed and started again. */
  restart(): Promise<void>;

  /** Brings settings, persistence, logs, posted messages, jobs and counts back to what they were right after boot. */
  reset(): Promise<void>;
}
