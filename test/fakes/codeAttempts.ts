import { CodeAttempt, CodeAttempts, KnownAttempts } from '../../core/brake/codeAttempts';
import { Clock } from '../../core/shared/ports';

/** The codes of people in memory, each call a turn of the event loop long, so that calls can meet. */
export class MemoryCodeAttempts implements CodeAttempts {
  private open: CodeAttempt[] = [];
  private incorrect: CodeAttempt[] = [];
  /** Makes it fail as a store that is down would. */
  refusing: Partial<Record<keyof CodeAttempts, boolean>> = {};
  /** What it was asked to do, in order. */
  readonly calls: Array<keyof CodeAttempts> = [];

  constructor(private readonly clock: Clock) {}

  async begin(attempt: CodeAttempt): Promise<void> {
    await this.called('begin');
    this.open.push(attempt);
  }

  async of(callerId: string): Promise<KnownAttempts> {
    await this.called('of');
    const own = (each: CodeAttempt): boolean => each.callerId === callerId;
    return { open: this.open.filter(own), incorrect: this.incorrect.filter(own) };
  }

  async end(attempt: CodeAttempt, result: 'incorrect' | 'over'): Promise<void> {
    await this.called('end');
    this.open = this.open.filter(({ id }) => id !== attempt.id);
    if (result === 'incorrect') {
      this.incorrect.push({ ...attempt, at: this.clock.now() });
    }
  }

  async clear(callerId: string): Promise<void> {
    await this.called('clear');
    this.open = this.open.filter((each) => each.callerId !== callerId);
    this.incorrect = this.incorrect.filter((each) => each.callerId !== callerId);
  }

  private async called(name: keyof CodeAttempts): Promise<void> {
    this.calls.push(name);
    await new Promise((resolve) => setImmediate(resolve));
    if (this.refusing[name]) {
      throw new Error('the store is down');
    }
  }
}

/** Has somebody send so many incorrect codes, one after the other. */
export async function sendIncorrect(count: number, callerId: string, attempts: CodeAttempts): Promise<void> {
  for (let index = 0; index < count; index++) {
    const attempt = { id: `incorrect-${callerId}-${++sent}`, callerId, at: Date.now() };
    await attempts.begin(attempt);
    await attempts.end(attempt, 'incorrect');
  }
}
let sent = 0;
