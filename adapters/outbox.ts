import { IModify, IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { Notice } from '../core/alarm/notice';
import { Outbox, SendingMemory } from '../core/alarm/outbox';
import { Clock, Random } from '../core/shared/ports';
import { asDocument } from './document';
import { misc } from './misc';

/** The processor of the job that sends what waits. */
export const ALARM_JOB = 'send-alarms';

const NOTICES = misc('alarms');
const MEMORY = misc('alarms-memory');
const TURNS = misc('alarms-turns');

interface StoredTurn {
  readonly id: string;
  readonly until: number;
}

/**
 * The outbox in the app's persistence, one document per notice.
 *
 * A turn is taken as `singleUseStore` lets one of many use a value: whoever wants it files a claim and reads all; the
 * first that is not over has it.
 */
export function outbox(
  write: IPersistence,
  read: IPersistenceRead,
  modify: IModify,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Outbox {
  return {
    async put(notice) {
      // The ID of the document, or on 6.5 an object in its place. Nothing at all means not stored.
      const stored: unknown = await write.createWithAssociations(asDocument(notice), recordsOf(notice.id));
      if (!stored) {
        throw new Error('the notice was not stored');
      }
    },
    async all() {
      const notices = (await read.readByAssociation(NOTICES)) as Notice[];
      return notices.sort((a, b) => a.at - b.at);
    },
    async update(notice) {
      await write.updateByAssociations(recordsOf(notice.id), asDocument(notice));
    },
    async remove(id) {
      await write.removeByAssociation(noticeWithId(id));
    },
    async memory() {
      const [memory] = (await read.readByAssociation(MEMORY)) as SendingMemory[];
      return memory ?? {};
    },
    async remember(memory) {
      await write.updateByAssociation(MEMORY, asDocument(memory), true);
    },
    async takeTurn(until) {
      const id = random.id();
      const claim: StoredTurn = { id, until };
      await write.createWithAssociations(claim, [TURNS, turnWithId(id)]);
      const claims = (await read.readByAssociation(TURNS)) as StoredTurn[];
      const over = claims.filter((each) => each.until <= clock.now());
      await Promise.all(over.map((each) => write.removeByAssociation(turnWithId(each.id))));
      const giveBack = async (): Promise<void> => {
        await write.removeByAssociation(turnWithId(id));
      };
      const [first = claim] = claims.filter((each) => !over.includes(each));
      if (first.id === id) {
        return { giveBack };
      }
      await giveBack();
      return { takenUntil: first.until };
    },
    async schedule(at) {
      // Nothing in its data: the engine writes that to the app's log. A time that is past means at once.
      const id = await modify.getScheduler().scheduleOnce({ id: ALARM_JOB, when: new Date(at) });
      if (!id) {
        throw new Error('the job was not scheduled');
      }
    },
  };
}

function recordsOf(id: string): RocketChatAssociationRecord[] {
  return [NOTICES, noticeWithId(id)];
}

function noticeWithId(id: string): RocketChatAssociationRecord {
  return misc(`alarm:${id}`);
}

function turnWithId(id: string): RocketChatAssociationRecord {
  return misc(`alarm-turn:${id}`);
}
