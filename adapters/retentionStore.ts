import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RetentionRun, RetentionRuns } from '../core/audit/retention';
import { asDocument } from './document';
import { removeAll } from './removeAll';
import { misc } from './misc';

const LAST_RUN = misc('retention');

/**
 * The last run of the retention in the app's persistence, one document.
 *
 * Two servers that note their first run at the same moment can make two of it, since nothing in the database forbids
 * that. Then the later one counts, and the next run that is noted takes the place of both.
 */
export function retentionStore(write: IPersistence, read: IPersistenceRead): RetentionRuns {
  return {
    async last() {
      const runs = (await read.readByAssociation(LAST_RUN)) as RetentionRun[];
      return runs.sort((one, other) => other.at - one.at)[0];
    },
    async note(run) {
      if ((await read.readByAssociation(LAST_RUN)).length > 1) {
        await removeAll(LAST_RUN, write, read);
      }
      await write.updateByAssociation(LAST_RUN, asDocument(run), true);
    },
  };
}
