import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { Clock, Random } from '../core/shared/ports';
import { SingleUseMeta, SingleUseStore } from '../core/shared/singleUse';
import { asDocument } from './document';
import { misc } from './misc';

interface Claim {
  readonly claimant: string;
  readonly expiresAt: number;
}

/**
 * Single use on top of a persistence that reads and removes in two steps.
 *
 * Whoever wants a value files a claim for its turn and reads all claims. The first of them goes on, if the value is
 * still there then: a claim that came after the winner had cleaned up finds nothing. This rests on claims coming back
 * in the order in which they were stored. A database with one primary does that; the engine's interface does not
 * promise it, and where it does not hold, two who ask within the same milliseconds might both be first.
 *
 * @param kind sets the keys of different stores apart, as the words between colons do within one: keys come from clients
 */
export function singleUseStore<T>(
  kind: string,
  write: IPersistence,
  read: IPersistenceRead,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): SingleUseStore<T> {
  type Stored = T & SingleUseMeta & { readonly key: string };
  const keyRecord = (key: string): RocketChatAssociationRecord => misc(`${kind}:key:${key}`);
  const claimRecord = (claimant: string): RocketChatAssociationRecord => misc(`${kind}:claimant:${claimant}`);
  const all = misc(`${kind}:all`);
  const find = async (key: string): Promise<Stored | undefined> => {
    const found = (await read.readByAssociation(keyRecord(key))) as Stored[];
    return found.sort((a, b) => b.turn - a.turn)[0];
  };

  return {
    async put(key, value) {
      const stored = (await read.readByAssociation(all)) as Array<Stored | Claim>;
      const over = stored.filter(({ expiresAt }) => expiresAt <= clock.now());
      const recordOf = (old: Stored | Claim) => ('claimant' in old ? claimRecord(old.claimant) : keyRecord(old.key));
      await Promise.all(over.map((old) => write.removeByAssociation(recordOf(old))));
      await write.createWithAssociations(asDocument({ ...value, key }), [keyRecord(key), all]);
    },
    peek: find,
    async take(key, { turn, expiresAt }) {
      const claimant = random.id();
      const claims = misc(`${kind}:claim:${key}:${turn}`);
      const own = claimRecord(claimant);
      const claim: Claim = { claimant, expiresAt };
      // Among all, so that the claim of a server that stopped here is cleared away with what it was for.
      await write.createWithAssociations(claim, [claims, own, all]);
      try {
        const [first] = (await read.readByAssociation(claims)) as Claim[];
        const value = first?.claimant === claimant ? await find(key) : undefined;
        if (value?.turn !== turn) {
          return undefined;
        }
        await write.removeByAssociation(keyRecord(key));
        return value;
      } finally {
        await write.removeByAssociation(own);
      }
    },
  };
}
