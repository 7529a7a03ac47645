import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

interface StoredDocument {
  readonly id: string;
  readonly associations: string[];
  data: object;
}

const keyOf = (record: RocketChatAssociationRecord): string => `${record.getModel()}:${record.getID()}`;

/** As engines with Deno store it: what has no value comes back as null. */
const stored = (data: object): object =>
  JSON.parse(JSON.stringify(data, (_key, value: unknown) => (value === undefined ? null : value))) as object;

/**
 * The engine's persistence in memory: a document is found by all given associations. Removing reads first and removes
 * after a pause, as the real one does (apps/meteor/app/apps/server/bridges/persistence.ts), so that a test can let two
 * servers meet between the two.
 */
export class MemoryPersistence implements IPersistence, IPersistenceRead {
  private documents: StoredDocument[] = [];
  private lastId = 0;
  /** The associations of every read, in order. */
  readonly reads: string[][] = [];
  /** The associations of every document that was created, in order. */
  readonly writes: string[][] = [];

  async create(data: object): Promise<string> {
    return this.createWithAssociations(data, []);
  }

  async createWithAssociation(data: object, association: RocketChatAssociationRecord): Promise<string> {
    return this.createWithAssociations(data, [association]);
  }

  async createWithAssociations(data: object, associations: RocketChatAssociationRecord[]): Promise<string> {
    const id = String(++this.lastId);
    const keys = associations.map(keyOf);
    this.writes.push(keys);
    this.documents.push({ id, associations: keys, data: stored(data) });
    return id;
  }

  async update(id: string, data: object): Promise<string> {
    this.documents.filter((document) => document.id === id).forEach((document) => (document.data = data));
    return id;
  }

  async updateByAssociation(record: RocketChatAssociationRecord, data: object, upsert?: boolean): Promise<string> {
    return this.updateByAssociations([record], data, upsert);
  }

  async updateByAssociations(records: RocketChatAssociationRecord[], data: object, upsert?: boolean): Promise<string> {
    const [found] = this.find(records);
    if (found) {
      return this.update(found.id, data);
    }
    return upsert ? this.createWithAssociations(data, records) : '';
  }

  async read(id: string): Promise<object> {
    return this.documents.filter((document) => document.id === id).map(({ data }) => data)[0];
  }

  async readByAssociation(record: RocketChatAssociationRecord): Promise<object[]> {
    return this.readByAssociations([record]);
  }

  async readByAssociations(records: RocketChatAssociationRecord[]): Promise<object[]> {
    this.reads.push(records.map(keyOf));
    return this.find(records).map(({ data }) => data);
  }

  async remove(id: string): Promise<object> {
    const data = await this.read(id);
    this.documents = this.documents.filter((document) => document.id !== id);
    return data;
  }

  async removeByAssociation(record: RocketChatAssociationRecord): Promise<object[]> {
    return this.removeByAssociations([record]);
  }

  async removeByAssociations(records: RocketChatAssociationRecord[]): Promise<object[]> {
    const found = this.find(records);
    await new Promise((resolve) => setImmediate(resolve));
    this.documents = this.documents.filter((document) => !found.includes(document));
    return found.map(({ data }) => data);
  }

  /** Removes as some servers do: the first document alone. */
  async removeFirst(record: RocketChatAssociationRecord): Promise<object[]> {
    const found = this.find([record]).slice(0, 1);
    this.documents = this.documents.filter((document) => !found.includes(document));
    return found.map(({ data }) => data);
  }

  /** Everything stored, as one text to look for secrets in. */
  dump(): string {
    return JSON.stringify(this.documents);
  }

  private find(records: RocketChatAssociationRecord[]): StoredDocument[] {
    return this.documents.filter(({ associations }) => records.every((record) => associations.includes(keyOf(record))));
  }
}

/** One call of a server to the persistence. */
export interface PersistenceCall {
  readonly kind: 'create' | 'read' | 'remove';
  readonly associations: readonly string[];
}

/**
 * The same persistence as one server sees it, so that a test can decide in which order several servers come.
 *
 * @param before is awaited before each of this server's calls
 */
export function seenBy(
  persistence: MemoryPersistence,
  before: (call: PersistenceCall) => Promise<void> | void,
): MemoryPersistence {
  return new Proxy(persistence, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      const kind = /^(create|read|remove)(WithA|ByA)/.exec(String(name))?.[1] as PersistenceCall['kind'] | undefined;
      if (typeof value !== 'function' || kind === undefined) {
        return value;
      }
      return async (...args: unknown[]): Promise<unknown> => {
        const associations = args
          .flat()
          .flatMap((each) => (each instanceof RocketChatAssociationRecord ? [keyOf(each)] : []));
        await before({ kind, associations });
        return (value as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
