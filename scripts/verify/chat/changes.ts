/** Lets somebody wait for something that changes elsewhere, without asking over and over. */
export class Changes {
  private waiting: Array<() => void> = [];

  /** Something changed: whoever waits looks again. */
  announce(): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((lookAgain) => lookAgain());
  }

  /** @returns what the condition gives, once it gives something; undefined when it does not in time */
  async until<T>(condition: () => T | undefined, patienceMs: number): Promise<T | undefined> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const found = condition();
      const left = deadline - Date.now();
      if (found !== undefined || left <= 0) {
        return found;
      }
      await this.next(left);
    }
  }

  private next(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
