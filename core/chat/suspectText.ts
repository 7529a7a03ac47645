/**
 * What might be a code or a password in a place where it would be recorded. It is refused there with a hint, and
 * neither recorded nor repeated.
 */

/** Any dash that a keyboard or an autocorrection makes, also the minus sign. */
const DASHES = '[\\p{Pd}\u2212]';
const DASHED = new RegExp(`^${DASHES}+[\\p{L}\\p{N}]`, 'u');
/** A name with a value after it. */
const NAMED = /^([\p{L}\p{N}]{1,16})[:=]/u;
const LONE_DASHES = new RegExp(`^${DASHES}+$`, 'u');
/** Words that announce a code or password, in the languages of the app. */
const ANNOUNCING =
  /^(?:code|codes|otp|totp|2fa|mfa|pin|pw|pwd|pass|passwd|password|passwort|kennwort|contraseña|clave|código|codigo|senha|method|reason)$/i;
/** The form of a code from an authenticator app or a mail. */
const CODE = /^\p{Nd}{6}$/u;

/** Whether a word looks like an option that is none, or like the name of a secret with its value. */
export function looksLikeOption(word: string): boolean {
  return DASHED.test(word) || ANNOUNCING.test(NAMED.exec(word)?.[1] ?? '');
}

/** Whether a word alone says that a code or password follows. */
export function announcesSecret(word: string): boolean {
  return LONE_DASHES.test(word) || ANNOUNCING.test(bare(word));
}

/** Whether a text is only digits, or has a word in the form of a code, whatever punctuation is around. */
export function looksLikeCode(text: string): boolean {
  const words = text.split(/\s+/).map(bare);
  return words.some((word) => CODE.test(word)) || /^\p{Nd}+$/u.test(words.join(''));
}

function bare(word: string): string {
  return word.replace(/[^\p{L}\p{N}]+/gu, '');
}
