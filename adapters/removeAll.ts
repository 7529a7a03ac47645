import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

/** Some servers remove one document a call (apps/meteor/app/apps/server/bridges/persistence.ts). */
const MOST_REMOVALS = 10_000;

/**
 * Removes every document with this association.
 *
 * @param mayGoOn is asked before each further removal; default: yes
 * @returns whether none is left
 */
export async function removeAll(
  record: RocketChatAssociationRecord,
  write: IPersistence,
  read: IPersistenceRead,
  mayGoOn: () => boolean = () => true,
): Promise<boolean> {
  for (let removal = 0; removal < MOST_REMOVALS && (removal === 0 || mayGoOn()); removal++) {
    await write.removeByAssociation(record);
    if ((await read.readByAssociation(record)).length === 0) {
      return true;
    }
  }
  return false;
}
