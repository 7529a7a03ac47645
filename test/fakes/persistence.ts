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
  /** Every association that was read, in order. */
  readonly reads: string[][] = [];

  async create(data: object): Promise<string> {
    return this.createWithAssociations(data, []);
  }

  async createWithAssociation(data: object, association: RocketChatAssociationRecord): Promise<string> {
    return this.createWithAssociations(data, [association]);
  }

  async createWithAssociations(data: object, associations: RocketChatAssociationRecord[]): Promise<string> {
    const id = String(++this.lastId);
    this.documents.push({
      id,
      associations: associations.map(keyOf),
      data: stored(data),
    });
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

  /** Everything stored, as one text to look for secrets in. */
  dump(): string {
    return JSON.stringify(this.documents);
  }

  private find(records: RocketChatAssociationRecord[]): StoredDocument[] {
    return this.documents.filter(({ associations }) => records.every((record) => associations.includes(keyOf(record))));
  }
}
