import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

/** Some servers remove one document a call (apps/meteor/app/apps/server/bridges/persistence.ts). */
const MOST_REMOVALS = 10_000;

/** Removes every document with this association, on all servers. */
export async function removeAll(
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
