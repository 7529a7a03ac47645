import { createHash, randomBytes, randomInt } from 'crypto';

/** Letters and digits that are hard to mistake for each other, as Meteor's `Random.id` uses them. */
const UNMISTAKABLE = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

function randomText(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A document id as a real workspace makes them: 17 characters. */
export function randomId(): string {
  return randomText(17, UNMISTAKABLE);
}

/** A secret for login tokens, client secrets, codes: 256 bits, URL-safe, 43 characters. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Six decimal digits, as in a mailed code. */
export function randomDigits(): string {
  return randomText(6, '0123456789');
}

/** How a real workspace stores a login token (Meteor `Accounts._hashLoginToken`). */
export function hashLoginToken(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}

/** What a client sends in place of a password (Meteor `SHA256(password)`), and what is sent as a `password` code. */
export function passwordDigest(password: string): string {
  return createHash('sha256').update(password).digest('hex');
}
