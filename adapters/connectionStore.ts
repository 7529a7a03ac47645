import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { Connection, ConnectionStore } from '../core/connection/connection';
import { AppError } from '../core/shared/errors';
import { CONNECT_LINK_MINUTES } from '../core/shared/limits';
import { Clock, Random } from '../core/shared/ports';
import { removeAll } from './removeAll';
import { open, seal } from './seal';
import { misc } from './misc';

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

/** That somebody disconnected: it outlives every link that was open then. */
interface StoredDisconnect {
  readonly id: string;
  readonly userId: string;
  readonly at: number;
}

type Tokens = Pick<Connection, 'accessToken' | 'refreshToken'>;

export interface ConnectionStoreTools {
  /** The key that locks tokens, 32 bytes; undefined while there is none. */
  readonly key: () => Promise<Buffer | undefined>;
  readonly clock: Clock;
  readonly random: Random;
}

const ALL = misc('connections');
const ALL_DISCONNECTS = misc('disconnects');
/** Twice as long as a link to connect works, since a callback takes some time as well. */
const DISCONNECT_LIFETIME_MS = 2 * CONNECT_LINK_MINUTES * 60_000;

/** People's connections in the app's persistence, their tokens encrypted. */
export function connectionStore(
  write: IPersistence,
  read: IPersistenceRead,
  { key, clock, random }: ConnectionStoreTools,
): ConnectionStore {
  const disconnects = async (userId: string): Promise<string[]> =>
    ((await read.readByAssociation(disconnectsOf(userId))) as StoredDisconnect[]).map(({ id }) => id);
  const remove = async (userId: string): Promise<void> => {
    await removeAll(ofUser(userId), write, read);
  };
  /** Removes what a new connection takes the place of, and what is over of others. Never what was stored after it. */
  const removeOver = async (stored: StoredConnection): Promise<void> => {
    const all = (await read.readByAssociation(ALL)) as StoredConnection[];
    const over = all.filter((each) =>
      each.userId === stored.userId ? newestFirst(each, stored) > 0 : each.expiresAt <= clock.now(),
    );
    await Promise.all(over.map((each) => write.removeByAssociation(withId(each.id))));
  };
  /** A note stands for all earlier ones of that person: whoever knows it knows them, and whoever does not is refused. */
  const removeNotesOver = async (noted: StoredDisconnect): Promise<void> => {
    const all = (await read.readByAssociation(ALL_DISCONNECTS)) as StoredDisconnect[];
    const over = all.filter(
      ({ id, userId, at }) =>
        at + DISCONNECT_LIFETIME_MS <= clock.now() ||
        (userId === noted.userId && (at < noted.at || (at === noted.at && id < noted.id))),
    );
    await Promise.all(over.map(({ id }) => write.removeByAssociation(disconnectWithId(id))));
  };

  return {
    async find(userId) {
      const [stored, opener] = await Promise.all([
        read.readByAssociation(ofUser(userId)) as Promise<StoredConnection[]>,
        key(),
      ]);
      for (const each of opener ? stored.sort(newestFirst) : []) {
        const tokens = opener && open(each.sealed, opener, userId);
        if (tokens !== undefined) {
          const { id, connectedAt, accessExpiresAt, expiresAt } = each;
          return { ...(JSON.parse(tokens) as Tokens), id, userId, connectedAt, accessExpiresAt, expiresAt };
        }
      }
      return stored.length > 0 ? 'unreadable' : undefined;
    },
    disconnects,
    async save({ id, userId, connectedAt, accessExpiresAt, expiresAt, accessToken, refreshToken }, known) {
      const lock = await key();
      if (!lock) {
        throw new AppError('error-connect-failed');
      }
      const sealed = seal(JSON.stringify({ accessToken, refreshToken }), lock, userId);
      const times = { savedAt: clock.now(), connectedAt, accessExpiresAt, expiresAt };
      const stored: StoredConnection = { id, userId, ...times, sealed };
      await write.createWithAssociations(stored, [ALL, ofUser(userId), withId(id)]);
      try {
        // Only now: a disconnect is noted before it deletes, so either it is seen here or it deletes what was just stored.
        if ((await disconnects(userId)).some((each) => !known.includes(each))) {
          await write.removeByAssociation(withId(id));
          return false;
        }
      } catch (error) {
        // Whether they disconnected is not known, so nothing may stay.
        await write.removeByAssociation(withId(id));
        throw error;
      }
      await removeOver(stored);
      return true;
    },
    remove,
    async disconnect(userId) {
      const noted: StoredDisconnect = { id: random.id(), userId, at: clock.now() };
      const records = [ALL_DISCONNECTS, disconnectsOf(userId), disconnectWithId(noted.id)];
      await write.createWithAssociations(noted, records);
      await remove(userId);
      await removeNotesOver(noted).catch(() => undefined); // the next disconnect tries again
    },
  };
}

function newestFirst(a: StoredConnection, b: StoredConnection): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1);
}

/** Deletes everybody's connections. */
export async function removeConnections(write: IPersistence, read: IPersistenceRead): Promise<void> {
  await removeAll(ALL, write, read);
}

function ofUser(userId: string): RocketChatAssociationRecord {
  return misc(`connection-of-${userId}`);
}

function withId(id: string): RocketChatAssociationRecord {
  return misc(`connection-${id}`);
}

function disconnectsOf(userId: string): RocketChatAssociationRecord {
  return misc(`disconnects-of-${userId}`);
}

function disconnectWithId(id: string): RocketChatAssociationRecord {
  return misc(`disconnect-${id}`);
}
