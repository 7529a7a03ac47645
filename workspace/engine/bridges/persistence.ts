import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import type { PersistenceBridge } from '@rocket.chat/apps-engine/server/bridges';
import type { Engine } from '../load';
import type { Association, UpdateResult } from '../persistence';
import type { AppsState } from '../state';

/**
 * What an app stores and reads, by association (Rocket.Chat `apps/meteor/app/apps/server/bridges/persistence.ts`).
 *
 * Where the types promise an ID, 6.5 hands out what the database driver told it: `{acknowledged, insertedId}` for a new
 * document (measured), and counts for an update. Late versions give the ID of the new document, or an empty text.
 */
export function createPersistenceBridge(
  { bridges }: Engine,
  { store, persistence }: Pick<AppsState, 'store' | 'persistence'>,
): PersistenceBridge {
  const created = (insertedId: string): string =>
    store.version === '6.5' ? ({ acknowledged: true, insertedId } as unknown as string) : insertedId;
  const updated = (result: UpdateResult): string =>
    store.version === '6.5' ? (result as unknown as string) : (result.upsertedId ?? '');

  return new (class extends bridges.PersistenceBridge {
    protected async purge(appId: string): Promise<void> {
      persistence.purge(appId);
    }

    protected async create(data: object, appId: string): Promise<string> {
      return created(persistence.create(appId, checked(data)));
    }

    protected async createWithAssociations(
      data: object,
      by: RocketChatAssociationRecord[],
      appId: string,
    ): Promise<string> {
      return created(persistence.create(appId, checked(data), plain(by)));
    }

    /** For an unknown ID nothing, which its type does not say. */
    protected async readById(id: string, appId: string): Promise<object> {
      return persistence.read(appId, id) as object;
    }

    protected async readByAssociations(by: RocketChatAssociationRecord[], appId: string): Promise<object[]> {
      return persistence.readByAssociations(appId, plain(by));
    }

    protected async remove(id: string, appId: string): Promise<object | undefined> {
      return persistence.remove(appId, id);
    }

    protected async removeByAssociations(
      by: RocketChatAssociationRecord[],
      appId: string,
    ): Promise<object[] | undefined> {
      const removed = persistence.removeByAssociations(appId, plain(by));
      return removed.length === 0 ? undefined : removed;
    }

    protected async update(): Promise<string> {
      throw new Error('Not implemented.'); // the real one says exactly this
    }

    protected async updateByAssociations(
      by: RocketChatAssociationRecord[],
      data: object,
      upsert: boolean,
      appId: string,
    ): Promise<string> {
      return updated(persistence.updateByAssociations(appId, plain(by), checked(data), upsert));
    }
  })();
}

/** Records are instances with private fields, or plain objects when they come from Deno. */
function plain(associations: readonly RocketChatAssociationRecord[]): Association[] {
  return associations.map((record) => {
    const { model, id } = JSON.parse(JSON.stringify(record)) as Association;
    return { model, id };
  });
}

function checked(data: object): object {
  if (typeof data !== 'object') {
    throw new Error('Attempted to store an invalid data type, it must be an object.');
  }
  return data;
}
