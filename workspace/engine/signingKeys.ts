import { generateKeyPairSync } from 'crypto';
import * as path from 'path';
import { kept } from '../kept';
import { PROJECT } from './prepare/folder';

export interface SigningKeys {
  /** PEM, SPKI. */
  readonly publicKey: string;
  /** PEM, PKCS #8. */
  readonly privateKey: string;
}

let keys: Promise<SigningKeys> | undefined;

/**
 * With these the engine signs the records of installed apps, and checks on every server that they are unchanged. They
 * protect nothing here: the records are in the memory of a workspace, and end with it. So one pair does for all
 * workspaces on this machine; to find its primes takes a fifth of a second of processor time.
 */
export function signingKeys(): Promise<SigningKeys> {
  keys ??= kept({ folder: path.join(PROJECT, '.cache', 'keys'), inputs: [], make }).then(
    (text) => JSON.parse(text) as SigningKeys,
  );
  return keys;
}

async function make(): Promise<string> {
  const pair: SigningKeys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return JSON.stringify(pair);
}
