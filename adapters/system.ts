import { randomBytes } from 'crypto';
import { Clock, Random } from '../core/shared/ports';

export const systemClock: Clock & { sleep(milliseconds: number): Promise<void> } = {
  now: () => Date.now(),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

/** IDs of 144 random bits and states of 256, written in base64url. */
export const secureRandom: Random & { state(): string } = {
  id: () => base64url(18),
  state: () => base64url(32),
};

function base64url(bytes: number): string {
  return randomBytes(bytes).toString('base64').replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
