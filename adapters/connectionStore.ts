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
      const newestFirst = stored.sort((a, b) => b.savedAt - a.savedAt);
      for (const each of opener ? newestFirst : []) {
        const tokens = opener && open(each.sealed, opener, userId);
        if (tokens !== undefined) {
          const { id, accessExpiresAt, expiresAt } = each;
          return { ...(JSON.parse(tokens) as Tokens), id, userId, accessExpiresAt, expiresAt };
        }
      }
      return undefined;
    },
    async save({ id, userId, accessExpiresAt, expiresAt, accessToken, refreshToken }) {
      const sealed = seal(JSON.stringify({ accessToken, refreshToken }), await key.findOrMake(), userId);
      const stored: StoredConnection = { id, userId, savedAt: clock.now(), accessExpiresAt, expiresAt, sealed };
      await write.createWithAssociations(stored, [ALL, ofUser(userId), withId(id)]);
      // Only now the older ones, so that there is one at every moment.
      const older = (await storedOf(userId)).filter((each) => each.id !== id);
      await Promise.all(older.map((each) => write.removeByAssociation(withId(each.id))));
    },
    remove: (userId) => removeAll(ofUser(userId), write, read),
  };
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
