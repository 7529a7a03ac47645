import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { CodeAttempt, CodeAttempts } from '../core/brake/codeAttempts';
import { LOCKOUT_MS } from '../core/brake/lockout';
import { Clock } from '../core/shared/ports';
import { removeAll } from './removeAll';
import { misc } from './misc';

type StoredAttempt = CodeAttempt & { readonly kind: 'begun' | 'incorrect' };

/**
 * The first of five incorrect codes may be as old as the time in which they count, and the lockout together; a minute
 * more for the call that it came with.
 */
const KEPT_MS = 2 * LOCKOUT_MS + 60_000;

/**
 * The codes of people in the app's persistence, which has no transactions: documents are only added and removed, never
 * changed. That a code was incorrect is a document of its own beside the one that it was begun with, so that at no
 * moment an attempt counts neither as open nor as incorrect.
 *
 * One person's documents stay few: a begun one is there while a call is under way, and before a sixth incorrect one
 * the person is locked out. What a call that died has left is cleared away when that person's are read later.
 */
export function codeAttempts(
  write: IPersistence,
  read: IPersistenceRead,
  { clock }: { readonly clock: Clock },
): CodeAttempts {
  const store = async (attempt: StoredAttempt): Promise<void> => {
    await write.createWithAssociations(attempt, [ofPerson(attempt.callerId), ofAttempt(attempt.id)]);
  };
  const remove = ({ id }: CodeAttempt): Promise<boolean> => removeAll(ofAttempt(id), write, read);

  return {
    begin: ({ id, callerId, at }) => store({ kind: 'begun', id, callerId, at }),
    async of(callerId) {
      const all = (await read.readByAssociation(ofPerson(callerId))) as StoredAttempt[];
      const now = clock.now();
      const over = all.filter(({ at }) => Math.abs(now - at) > KEPT_MS);
      await Promise.all(over.map(remove)).catch(() => undefined); // the next one who reads tries again
      const known = all.filter((each) => !over.includes(each));
      const incorrect = known.filter(({ kind }) => kind === 'incorrect').map(attemptOf);
      const ended = new Set(incorrect.map(({ id }) => id));
      return { open: known.filter(({ id }) => !ended.has(id)).map(attemptOf), incorrect };
    },
    async end(attempt, result) {
      if (result === 'over') {
        await write.removeByAssociation(ofAttempt(attempt.id));
        return;
      }
      const { id, callerId } = attempt;
      await store({ kind: 'incorrect', id, callerId, at: clock.now() });
    },
    async clear(callerId) {
      await removeAll(ofPerson(callerId), write, read);
    },
  };
}

function attemptOf({ id, callerId, at }: StoredAttempt): CodeAttempt {
  return { id, callerId, at };
}

/** Words between colons keep the two kinds apart: an ID of a person has none. */
function ofPerson(callerId: string): RocketChatAssociationRecord {
  return misc(`codes:of:${callerId}`);
}

function ofAttempt(id: string): RocketChatAssociationRecord {
  return misc(`codes:attempt:${id}`);
}
