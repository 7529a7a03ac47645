import { randomBytes } from 'crypto';
import { Clock, Random } from '../core/ports';

export const systemClock: Clock = { now: () => Date.now() };

/** Ids of 144 random bits, written in base64url. */
export const secureRandom: Random = {
  id: () => randomBytes(18).toString('base64').replace(/\+/g, '-').replace(/\//g, '_'),
};
