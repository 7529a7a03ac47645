import { Notice } from './notice';

/** Where notices wait until a job of the scheduler sends them. */
export interface Outbox {
  /** Stores a notice, in one write. @throws when it could not be stored */
  put(notice: Notice): Promise<void>;
  /** All notices, oldest first. */
  all(): Promise<Notice[]>;
  /** Puts a notice with what is left of it in the place of itself. */
  update(notice: Notice): Promise<void>;
  remove(id: string): Promise<void>;
  /** What one run of the job leaves to the next. */
  memory(): Promise<SendingMemory>;
  remember(memory: SendingMemory): Promise<void>;
  /**
   * Lets one job send at a time: the scheduler runs each job on one server only, but two jobs can run on two servers.
   *
   * @param until when the turn is over even if it is never given back, in milliseconds since the epoch
   * @returns how to give it back; or until when somebody else has it, at most
   */
  takeTurn(until: number): Promise<Turn | { readonly takenUntil: number }>;
  /** Has the job run at this time, or at once. @throws when that could not be arranged */
  schedule(at: number): Promise<void>;
}

export interface Turn {
  giveBack(): Promise<void>;
}

/** Times in milliseconds since the epoch. */
export interface SendingMemory {
  /** When the room last got a message. */
  readonly roomToldAt?: number;
  /** For when the job last scheduled itself. */
  readonly scheduledFor?: number;
}
