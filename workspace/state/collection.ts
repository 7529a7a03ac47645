/** Documents by ID, in memory. A document may be changed in place, except for its indexed fields. */
export class Collection<T> {
  protected documents = new Map<string, T>();

  constructor(private readonly idOf: (document: T) => string) {}

  get(id: string): T | undefined {
    return this.documents.get(id);
  }

  all(): T[] {
    return [...this.documents.values()];
  }

  /** Adds the document, or replaces the one with the same ID. */
  put(document: T): T {
    this.documents.set(this.idOf(document), document);
    this.indexed(document);
    return document;
  }

  remove(id: string): T | undefined {
    const document = this.documents.get(id);
    if (document !== undefined) {
      this.documents.delete(id);
      this.unindexed(document);
    }
    return document;
  }

  /** A deep copy that later changes do not affect. */
  snapshot(): T[] {
    return structuredClone(this.all());
  }

  restore(snapshot: T[]): void {
    for (const id of [...this.documents.keys()]) {
      this.remove(id);
    }
    for (const document of structuredClone(snapshot)) {
      this.put(document);
    }
  }

  /** Called for the indexes of subclasses. */
  protected indexed(_document: T): void {}
  protected unindexed(_document: T): void {}
}
