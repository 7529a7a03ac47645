import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { Connection, ConnectionStore } from '../core/connection';
import { Clock } from '../core/ports';
import { EncryptionKey } from './encryptionKey';
import { open, seal } from './seal';

interface StoredConnection {
  readonly id: string;
  readonly userId: string;
  readonly savedAt: number;
  readonly connectedAt: number;
  readonly accessExpiresAt: number;
  readonly expiresAt: number;
  /** The tokens, locked for this user. */
  readonly sealed: string;
}

type Tokens = Pick<Connection, 'accessToken' | 'refreshToken'>;

const ALL = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'connections');
/** Some servers remove one document a call (apps/meteor/app/apps/server/bridges/persistence.ts). */
const MOST_REMOVALS = 10_000;

/** People's connections in the app's persistence, their tokens encrypted. */
export function connectionStore(
  write: IPersistence,
  read: IPersistenceRead,
  key: EncryptionKey,
  clock: Clock,
): ConnectionStore {
  const storedOf = async (userId: string): Promise<StoredConnection[]> =>
    (await read.readByAssociation(ofUser(userId))) as StoredConnection[];

  return {
    async find(userId) {
      const [stored, opener] = await Promise.all([storedOf(userId), key.find()]);
      for (const each of opener ? stored.sort(newestFirst) : []) {
        const tokens = opener && open(each.sealed, opener, userId);
        if (tokens !== undefined) {
          const { id, connectedAt, accessExpiresAt, expiresAt } = each;
          return { ...(JSON.parse(tokens) as Tokens), id, userId, connectedAt, accessExpiresAt, expiresAt };
        }
      }
      return undefined;
    },
    async save({ id, userId, connectedAt, accessExpiresAt, expiresAt, accessToken, refreshToken }) {
      const sealed = seal(JSON.stringify({ accessToken, refreshToken }), await key.findOrMake(), userId);
      const times = { savedAt: clock.now(), connectedAt, accessExpiresAt, expiresAt };
      const stored: StoredConnection = { id, userId, ...times, sealed };
      await write.createWithAssociations(stored, [ALL, ofUser(userId), withId(id)]);
      // Only now the others: who saves at the same time on another server agrees on which of the two stays.
      const all = (await read.readByAssociation(ALL)) as StoredConnection[];
      const newest = all.filter((each) => each.userId === userId).sort(newestFirst)[0];
      const over = all.filter((each) => (each.userId === userId ? each !== newest : each.expiresAt <= clock.now()));
      await Promise.all(over.map((each) => write.removeByAssociation(withId(each.id))));
    },
    remove: (userId) => removeAll(ofUser(userId), write, read),
  };
}

function newestFirst(a: StoredConnection, b: StoredConnection): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1);
}

/** Deletes everybody's connections. */
export function removeConnections(write: IPersistence, read: IPersistenceRead): Promise<void> {
  return removeAll(ALL, write, read);
}

async function removeAll(
  record: RocketChatAssociationRecord,
  write: IPersistence,
  read: IPersistenceRead,
): Promise<void> {
  for (let removal = 0; removal < MOST_REMOVALS; removal++) {
    await write.removeByAssociation(record);
    if ((await read.readByAssociation(record)).length === 0) {
      return;
    }
  }
}

function ofUser(userId: string): RocketChatAssociationRecord {
  return new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `connection-of-${userId}`);
}

function withId(id: string): RocketChatAssociationRecord {
  return new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `connection-${id}`);
}
