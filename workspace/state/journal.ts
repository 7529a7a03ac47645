/** Keeps the last `limit` entries of what happened: a workspace that runs for days must not grow without bound. */
export class Journal<T> {
  private entries: T[] = [];

  constructor(private readonly limit: number) {}

  add(entry: T): void {
    this.entries.push(entry);
    // Trimmed in blocks, so that a full journal does not move all its entries on every add.
    if (this.entries.length >= this.limit * 2) {
      this.entries = this.entries.slice(-this.limit);
    }
  }

  all(): T[] {
    return this.entries.slice(-this.limit);
  }

  clear(): void {
    this.entries = [];
  }
}
