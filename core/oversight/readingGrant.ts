import { AuthorizedCaller } from '../caller/authorizeCaller';
import { READ_ON_MINUTES } from '../shared/limits';
import { Clock, Random } from '../shared/ports';
import { SingleUseStore } from '../shared/singleUse';

const LIFETIME_MS = READ_ON_MINUTES * 60_000;

/** That a code was verified a moment ago, for one reading of the record and for nothing else. */
export interface ReadingGrant {
  /** What is read: order and query. */
  readonly scope: string;
}

export interface GrantPorts {
  readonly grants: SingleUseStore<ReadingGrant>;
  readonly clock: Clock;
  readonly random: Random;
}

/** When a reading that begins now has to show a code again, in milliseconds since the epoch. */
export function readOnUntil({ clock }: Pick<GrantPorts, 'clock'>): number {
  return clock.now() + LIFETIME_MS;
}

/**
 * Lets the next part of a reading be read without another code.
 *
 * @param caller whose code was verified
 * @param until as `readOnUntil` gave it when the code was verified: however often somebody reads on, it stays
 * @returns the grant's unguessable ID; undefined where it could not be stored, so that the next part takes a code
 */
export async function giveGrant(
  caller: AuthorizedCaller,
  scope: string,
  until: number,
  { grants, random }: Pick<GrantPorts, 'grants' | 'random'>,
): Promise<string | undefined> {
  const id = random.id();
  const put = grants.put(id, { scope, ownerId: caller.id, expiresAt: until, turn: 0 });
  return put.then(
    () => id,
    () => undefined,
  );
}

/**
 * Uses a grant up: it lets one part be read, by the person whose code was verified, of just that reading.
 *
 * @param caller proof that the role was checked, now
 * @param id anything of the form of an ID
 * @returns until when the reading can go on; undefined when a code is needed. A grant of somebody else, or for another
 *   reading, is left alone
 */
export async function useGrant(
  caller: AuthorizedCaller,
  scope: string,
  id: string,
  { grants, clock }: Pick<GrantPorts, 'grants' | 'clock'>,
): Promise<number | undefined> {
  const seen = await grants.peek(id);
  if (!seen || seen.ownerId !== caller.id || seen.scope !== scope) {
    return undefined;
  }
  const taken = await grants.take(id, seen);
  const left = taken ? taken.expiresAt - clock.now() : 0;
  // More than a whole lifetime is left only where the clock went back.
  return left > 0 && left <= LIFETIME_MS ? taken?.expiresAt : undefined;
}
