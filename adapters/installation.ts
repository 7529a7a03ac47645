import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { HealthPorts } from '../core/oversight/checkHealth';
import { Random } from '../core/shared/ports';
import { misc } from './misc';

const INSTALLATION = misc('installation');

/** The random ID of this installation, made when it is first asked for. No secret: it only tells one from another. */
export function installation(write: IPersistence, read: IPersistenceRead, random: Random): HealthPorts['installation'] {
  const first = async (): Promise<string | undefined> =>
    ((await read.readByAssociation(INSTALLATION)) as Array<{ readonly id: string }>).map(({ id }) => id).sort()[0];
  return {
    async id() {
      const known = await first();
      if (known !== undefined) {
        return known;
      }
      const made = random.id();
      await write.createWithAssociation({ id: made }, INSTALLATION);
      // Another server may have made one as well: all of them take the same.
      return (await first()) ?? made;
    },
  };
}
