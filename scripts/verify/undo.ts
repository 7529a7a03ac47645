/** What was made and has to go again. */
interface Made {
  readonly what: string;
  readonly undo: () => Promise<unknown>;
}

/** Remembers how to take back what a run makes, and takes it back in reverse. */
export class UndoStack {
  private readonly made: Made[] = [];
  private undoing: Promise<string[]> | undefined;

  /** @param what as it is said where it could not be taken back */
  add(what: string, undo: () => Promise<unknown>): void {
    this.made.push({ what, undo });
    if (this.undoing !== undefined) {
      // Of a check that was given up.
      this.undoing = this.undoing.then(async (left) => [...left, ...(await this.inReverse())]);
    }
  }

  /**
   * Takes back everything, the last first; each once, whether or not others fail, and however often this is called.
   * What is added meanwhile is taken back too.
   *
   * @returns what could not be taken back
   */
  all(): Promise<string[]> {
    this.undoing ??= this.inReverse();
    return this.undoing;
  }

  private async inReverse(): Promise<string[]> {
    const left: string[] = [];
    for (let last = this.made.pop(); last !== undefined; last = this.made.pop()) {
      try {
        await last.undo();
      } catch {
        left.push(last.what);
      }
    }
    return left;
  }
}
