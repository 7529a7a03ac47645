import { createHmac } from 'crypto';

const KEY_BYTES = 32;

/**
 * The key that locks people's tokens, derived from the secret of the OAuth client that they were granted to: whoever
 * deletes or renews the client ends the tokens, and makes them unreadable as well.
 *
 * HKDF-SHA-256 (RFC 5869) without salt. Written out, since Node 14, on which Rocket.Chat 6.5 runs apps, lacks
 * `crypto.hkdfSync`; one block of output is all that is needed.
 *
 * @param secret of the app's own OAuth client
 * @returns 32 bytes
 */
export function tokenKey(secret: string, appId: string): Buffer {
  return hkdfSha256(Buffer.from(secret, 'utf8'), Buffer.from(`${appId}:connection-tokens`, 'utf8'));
}

/** The first 32 bytes of HKDF-SHA-256 with an empty salt (RFC 5869, sections 2.2 and 2.3). */
export function hkdfSha256(secret: Buffer, info: Buffer): Buffer {
  const extracted = createHmac('sha256', Buffer.alloc(KEY_BYTES)).update(secret).digest();
  return createHmac('sha256', extracted)
    .update(Buffer.concat([info, Buffer.from([1])]))
    .digest();
}
