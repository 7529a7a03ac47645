import { randomBytes } from 'crypto';
import { toDocument } from './document';

/** What a document is found by: a kind of thing (`user`, `misc`, …) and an ID. */
export interface Association {
  model: string;
  id: string;
}

export interface StoredDocument {
  _id: string;
  appId: string;
  associations?: Association[];
  data: object;
}

/** What MongoDB's driver tells of an update of one document. */
export interface UpdateResult {
  acknowledged: true;
  matchedCount: number;
  modifiedCount: number;
  upsertedCount: number;
  /** The ID of the document that was added, if one was. */
  upsertedId: string | null;
}

/**
 * What the installed apps stored. The rules are those of the real bridge over MongoDB
 * (Rocket.Chat `apps/meteor/app/apps/server/bridges/persistence.ts`).
 */
export class PersistenceStore {
  private documents = new Map<string, StoredDocument>();
  /** IDs of documents by one association; a document is in the set of each of its associations. */
  private idsByAssociation = new Map<string, Set<string>>();

  all(): StoredDocument[] {
    return [...this.documents.values()].map(toDocument);
  }

  /** Those created last, oldest first. */
  newest(limit: number): StoredDocument[] {
    return [...this.documents.values()].slice(-limit).map(toDocument);
  }

  create(appId: string, data: object, associations?: readonly Association[]): string {
    return this.add({
      _id: randomBytes(12).toString('hex'), // an ObjectId
      appId,
      ...(associations && { associations: associations.map(({ model, id }) => ({ model, id })) }),
      data: toDocument(data),
    });
  }

  read(appId: string, id: string): object | undefined {
    const document = this.documents.get(id);
    return document?.appId === appId ? toDocument(document.data) : undefined;
  }

  /** The data of every document that has *all* of the associations, oldest first; none for no associations. */
  readByAssociations(appId: string, associations: readonly Association[]): object[] {
    return this.find(appId, associations).map(({ data }) => toDocument(data));
  }

  remove(appId: string, id: string): object | undefined {
    const document = this.documents.get(id);
    if (document?.appId !== appId) {
      return undefined;
    }
    this.drop(document);
    return document.data;
  }

  /** @returns the data of the removed documents */
  removeByAssociations(appId: string, associations: readonly Association[]): object[] {
    const found = this.find(appId, associations);
    found.forEach((document) => this.drop(document));
    return found.map(({ data }) => data);
  }

  /**
   * Replaces the data of one document whose associations are exactly these, in this order (the real query compares the
   * whole array); without one, creates it if `upsert`.
   *
   * @returns what a database tells of it
   */
  updateByAssociations(
    appId: string,
    associations: readonly Association[],
    data: object,
    upsert: boolean,
  ): UpdateResult {
    const wanted = associations.map(keyOf).join('\n');
    const found = this.find(appId, associations).find(
      (document) => document.associations?.map(keyOf).join('\n') === wanted,
    );
    if (found !== undefined) {
      found.data = toDocument(data);
      return { acknowledged: true, matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null };
    }
    const upsertedId = upsert ? this.create(appId, data, associations) : null;
    const upsertedCount = upsertedId === null ? 0 : 1;
    return { acknowledged: true, matchedCount: 0, modifiedCount: 0, upsertedCount, upsertedId };
  }

  purge(appId: string): void {
    for (const document of this.documents.values()) {
      if (document.appId === appId) {
        this.drop(document);
      }
    }
  }

  snapshot(): StoredDocument[] {
    return this.all();
  }

  restore(snapshot: readonly StoredDocument[]): void {
    this.documents.clear();
    this.idsByAssociation.clear();
    snapshot.forEach((document) => this.add(toDocument(document)));
  }

  private find(appId: string, associations: readonly Association[]): StoredDocument[] {
    const sets = associations.map((association) => this.idsByAssociation.get(keyOf(association)));
    const smallest = sets.reduce((one, other) => ((other?.size ?? 0) < (one?.size ?? 0) ? other : one), sets[0]);
    return [...(smallest ?? [])]
      .filter((id) => sets.every((set) => set?.has(id)))
      .map((id) => this.documents.get(id))
      .filter((document): document is StoredDocument => document?.appId === appId);
  }

  private add(document: StoredDocument): string {
    this.documents.set(document._id, document);
    for (const association of document.associations ?? []) {
      const key = keyOf(association);
      const ids = this.idsByAssociation.get(key) ?? new Set();
      this.idsByAssociation.set(key, ids.add(document._id));
    }
    return document._id;
  }

  private drop(document: StoredDocument): void {
    this.documents.delete(document._id);
    for (const association of document.associations ?? []) {
      const key = keyOf(association);
      const ids = this.idsByAssociation.get(key);
      ids?.delete(document._id);
      if (ids?.size === 0) {
        this.idsByAssociation.delete(key);
      }
    }
  }
}

function keyOf({ model, id }: Association): string {
  return JSON.stringify([model, id]);
}
