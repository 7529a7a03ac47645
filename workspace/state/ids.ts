import { createHash, randomBytes, randomInt } from 'crypto';

/** Letters and digits that are hard to confuse, as in Meteor's `Random.id`. */
const UNMISTAKABLE = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

function randomText(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A document ID as a real workspace makes it: 17 characters. */
export function randomId(): string {
  return randomText(17, UNMISTAKABLE);
}

/** A secret for login tokens and client secrets: 256 bits, URL-safe, 43 characters. */
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

/** What a client sends instead of a password (Meteor `SHA256(password)`), and as a code of the method `password`. */
export function passwordDigest(password: string): string {
  return createHash('sha256').update(password).digest('hex');
}
