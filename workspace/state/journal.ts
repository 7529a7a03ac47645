/** Keeps the last `limit` entries, so that a workspace that runs for days does not grow without bound. */
export class Journal<T> {
  private entries: T[] = [];

  constructor(private readonly limit: number) {}

  add(entry: T): void {
    this.entries.push(entry);
    // Trimmed in blocks: a full journal would otherwise copy all its entries on every add.
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
