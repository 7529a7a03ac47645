import { SocketError } from './socketError';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: SocketError) => void;
  readonly timer: NodeJS.Timeout;
}

/** The questions that were asked over one connection and wait for their answer. Each is answered once. */
export class Answers {
  private readonly waiting = new Map<string, Waiting>();
  private asked = 0;
  private closed = false;

  /** @param timeoutMs after which a question is given up, with `socket-timeout` */
  constructor(private readonly timeoutMs: number) {}

  /**
   * Asks one question.
   * @param send sends it, under this ID; not called once the connection is closed
   * @param id by default one that was not used before
   */
  ask(send: (id: string) => void, id = this.nextId()): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        reject(SocketError.own('socket-closed'));
        return;
      }
      const timer = setTimeout(() => this.reject(id, SocketError.own('socket-timeout')), this.timeoutMs);
      this.waiting.set(id, { resolve, reject, timer });
      send(id);
    });
  }

  /** Ignores an ID that nothing waits for: an answer that came too late. */
  resolve(id: unknown, value: unknown): void {
    this.take(id)?.resolve(value);
  }

  reject(id: unknown, error: SocketError): void {
    this.take(id)?.reject(error);
  }

  /** The connection is over: nothing that waits, or asks from now on, gets an answer. */
  close(): void {
    this.closed = true;
    [...this.waiting.keys()].forEach((id) => this.reject(id, SocketError.own('socket-closed')));
  }

  private nextId(): string {
    this.asked += 1;
    return String(this.asked);
  }

  private take(id: unknown): Waiting | undefined {
    const waiting = typeof id === 'string' ? this.waiting.get(id) : undefined;
    if (waiting !== undefined) {
      clearTimeout(waiting.timer);
      this.waiting.delete(id as string);
    }
    return waiting;
  }
}
