import { currentTotp } from '../../../../workspace/rest/secondFactor/methods';
import { passwordDigest } from '../../../../workspace/state/ids';
import { TOTP_SECRET, type Actor } from '../harness';
import type { Scene } from './scene';

/** The code an actor sent, by its name in the recording. */
export function codeFor(name: string, { workspace, values }: Scene, actor: Actor): string | undefined {
  const { store } = workspace;
  const totp = (secondsAgo = 0) => currentTotp(TOTP_SECRET, store.now() - secondsAgo * 1000);
  const right = () => {
    const code = actor.user.totpSecret === undefined ? actor.user.emailCode?.code : totp();
    values['last code'] = code ?? '';
    return code;
  };
  const password = `${actor.user.username}-password`;
  const codes: Record<string, () => string | undefined> = {
    none: () => undefined,
    wrong: () => differentFrom(right() ?? ''),
    abcdef: () => 'abcdef',
    right,
    'right, second mail': right,
    'right, third mail': right,
    'right 30 s ago': () => totp(30),
    'right 60 s ago': () => totp(60),
    'right with a space': () => right()?.replace(/^(...)/, '$1 '),
    'right, ddd-ddd': () => right()?.replace(/^(...)/, '$1-'),
    used: () => values['last code'],
    'the password': () => password,
    'sha256 of another': () => passwordDigest('another'),
    sha256: () => passwordDigest(password),
    SHA256: () => passwordDigest(password).toUpperCase(),
  };
  if (codes[name] === undefined) {
    throw new Error(`the recording has a code that this test does not know: ${name}`);
  }
  return codes[name]();
}

function differentFrom(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}
