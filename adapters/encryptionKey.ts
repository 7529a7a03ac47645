import { IEnvironmentRead, IEnvironmentWrite } from '@rocket.chat/apps-engine/definition/accessors';
import { randomBytes } from 'crypto';

export const ENCRYPTION_KEY = 'encryption_key';
const KEY_BYTES = 32;

/**
 * The key that locks what the app keeps in people's names.
 *
 * Made once, at the first need, and kept in a hidden setting, so that the app's persistence alone opens nothing. Two
 * servers that make one at the same time may each lock something with a key that is then lost; those people connect
 * again.
 */
export class EncryptionKey {
  constructor(
    private readonly read: IEnvironmentRead,
    private readonly write: IEnvironmentWrite,
  ) {}

  /** The key, 32 bytes; undefined when there is none yet. */
  async find(): Promise<Buffer | undefined> {
    const stored: unknown = await this.read.getSettings().getValueById(ENCRYPTION_KEY);
    const key = Buffer.from(typeof stored === 'string' ? stored : '', 'base64');
    return key.length === KEY_BYTES ? key : undefined;
  }

  /** The key, made now if there was none. It is handed out at once: engines do not wait for the setting to be stored. */
  async findOrMake(): Promise<Buffer> {
    const existing = await this.find();
    if (existing) {
      return existing;
    }
    const key = randomBytes(KEY_BYTES);
    await this.write.getSettings().updateValue(ENCRYPTION_KEY, key.toString('base64'));
    return key;
  }
}
