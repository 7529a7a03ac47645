import { createCipheriv, createDecipheriv, randomBytes } from 'crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Locks a text with AES-256-GCM (NIST SP 800-38D), with a fresh 96-bit nonce.
 *
 * @param key 32 bytes
 * @param owner whom it belongs to: it opens for nobody else, however it got under their name
 * @returns nonce, tag and ciphertext, base64
 */
export function seal(text: string, key: Buffer, owner: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(owner, 'utf8'));
  const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), locked]).toString('base64');
}

/** Opens what `seal` locked; undefined when the key or the owner is another, or a bit of it was changed. */
export function open(sealed: string, key: Buffer, owner: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < IV_BYTES + TAG_BYTES) {
    return undefined;
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.slice(0, IV_BYTES));
    decipher.setAAD(Buffer.from(owner, 'utf8'));
    decipher.setAuthTag(bytes.slice(IV_BYTES, IV_BYTES + TAG_BYTES));
    return decipher.update(bytes.slice(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
