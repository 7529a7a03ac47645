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
/** Words beside which a password stands, in the languages of the app. */
const PASSWORD_WORDS = new Set(
  (
    'pw pwd pass passwd password passwords passcode passphrase passwort kennwort contraseña contraseñas contrasena ' +
    'clave claves senha senhas secret secrets secreto segredo geheimnis'
  ).split(' '),
);
/** Words beside which a code stands. They are also the names of devices and methods, as in "2FA phone lost". */
const CODE_WORDS = new Set('code codes otp totp 2fa mfa pin código códigos codigo codigos'.split(' '));
/** Names of options that were written without their dashes. */
const OPTION_NAMES = new Set(['method', 'reason']);
/** The form of a code from an authenticator app or a mail. */
const CODE_LENGTH = 6;
const DIGITS = /^\p{Nd}+$/u;
const HAS_DIGIT = /\p{Nd}/u;
const SEPARATORS = /[^\p{L}\p{N}]+/u;
/** Letters with digits right after or before them. */
const GLUED = /^(?:(\p{L}+)\p{Nd}+|\p{Nd}+(\p{L}+))$/u;
/** What says by its form that it is no code: addresses, dates, times, tickets. Nothing longer is compared. */
const PLAIN_NUMBERS = [
  /^https?:\/\/[^\s]+$/i,
  /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/\d{1,2}|:\d{1,5})?$/,
  /^(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])(?:[-./](?:0?[1-9]|[12]\d|3[01]))?(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/,
  /^(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:(?:19|20)\d\d|[23]\d)$/,
  /^(?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d$/,
  /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/,
  // With a dash, six digits might still be a code.
  /^[A-Z]{2,10}(?:\d+|-(?!\d{6}$)\d+)$/,
];
const LONGEST_PLAIN = 200;
const YEAR = /^(?:19|20)\d\d$/;

/** Whether a word looks like an option that is none, or like the name of a secret with its value. */
export function looksLikeOption(word: string): boolean {
  return DASHED.test(word) || isAnnouncing(NAMED.exec(word)?.[1] ?? '');
}

/** Whether a word alone says that a code or password follows. */
export function announcesSecret(word: string): boolean {
  return LONE_DASHES.test(word) || isAnnouncing(bare(word));
}

/**
 * Whether a text names a password, or a code together with anything that has a digit, so that one of its words may be
 * that password or code: `lost pw hunter2`, `hunter2 is my password`, `code731946`.
 */
export function namesSecret(text: string): boolean {
  const parts = partsOf(text);
  return parts.some((part) => PASSWORD_WORDS.has(part)) || hasNamedNumber(text, parts);
}

/**
 * Whether a text names a password or code together with something that no plain word is: with a digit, or after a colon
 * or an equals sign. Unlike `namesSecret` it lets pass what people write about passwords: `password leaked`.
 */
export function tellsSecret(text: string): boolean {
  const words = text.normalize('NFKC').split(/\s+/);
  return (
    words.some(
      (word) => isAnnouncing(NAMED.exec(word)?.[1] ?? '') || (/[:=]$/.test(word) && isAnnouncing(bare(word))),
    ) ||
    words.some((word, index) => /^[:=]/.test(word) && index > 0 && isAnnouncing(bare(words[index - 1]))) ||
    hasNamedNumber(text, partsOf(text))
  );
}

/** Whether a text is only digits, however many, or holds a code. */
export function looksLikeCode(text: string): boolean {
  return DIGITS.test(bare(text)) || holdsCode(text);
}

/**
 * Whether a text has a number in the form of a code: six digits, in groups or not, whatever punctuation is around and
 * between. Dates, times, IP and web addresses are none, nor is a number with letters right beside it, such as that of a
 * ticket.
 */
export function holdsCode(text: string): boolean {
  return numbersOf(text.normalize('NFKC').split(/\s+/)).some(hasCode);
}

/** A number as it was written: its groups of digits. */
type Written = readonly string[];

/** The numbers with nothing but punctuation and spaces between them, run by run. */
function numbersOf(words: readonly string[]): Written[][] {
  const runs: Written[][] = [[]];
  const end = (): void => void runs.push([]);
  for (const word of words) {
    if (isPlainNumber(word)) {
      end();
      continue;
    }
    let groups: string[] = [];
    for (const part of word.split(SEPARATORS)) {
      if (DIGITS.test(part)) {
        groups.push(part);
      } else if (part !== '') {
        runs[runs.length - 1].push(groups);
        groups = [];
        end();
      }
    }
    runs[runs.length - 1].push(groups);
  }
  return runs.map((run) => run.filter((groups) => groups.length > 0));
}

/** Whether numbers that stand side by side have six digits together, and are not a day with its year. */
function hasCode(run: readonly Written[]): boolean {
  return run.some((_number, from) => {
    let digits = 0;
    let to = from;
    while (to < run.length && digits < CODE_LENGTH) {
      digits += run[to++].reduce((sum, group) => sum + Array.from(group.slice(0, 2 * CODE_LENGTH + 2)).length, 0);
    }
    return digits === CODE_LENGTH && !(to - from > 1 && isDay(run.slice(from, to)));
  });
}

/** A year with a day or month, as in `Nov 23, 2026`. */
function isDay(numbers: readonly Written[]): boolean {
  const groups = ([] as string[]).concat(...numbers);
  return groups.some((group) => YEAR.test(group)) && groups.every((group) => YEAR.test(group) || Number(group) <= 31);
}

function isPlainNumber(word: string): boolean {
  if (word.length > LONGEST_PLAIN || !HAS_DIGIT.test(word)) {
    return false;
  }
  const trimmed = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return (
    PLAIN_NUMBERS.some((form) => form.test(trimmed)) &&
    !partsOf(trimmed).some((part) => isGlued(part) || isAnnouncing(part))
  );
}

/** Whether a word for a code or password stands together with anything that has a digit, and may be that. */
function hasNamedNumber(text: string, parts: readonly string[]): boolean {
  if (!parts.some((part) => isGlued(part) || PASSWORD_WORDS.has(part) || CODE_WORDS.has(part))) {
    return false;
  }
  const words = text.normalize('NFKC').split(/\s+/);
  const doubtful = partsOf(words.filter((word) => !isPlainNumber(word)).join(' '));
  return doubtful.some((part) => !CODE_WORDS.has(part) && HAS_DIGIT.test(part));
}

function isAnnouncing(word: string): boolean {
  const name = word.normalize('NFKC').toLowerCase();
  return PASSWORD_WORDS.has(name) || CODE_WORDS.has(name) || OPTION_NAMES.has(name);
}

/** Whether a word for a code or password has digits right beside it: `code731946`. */
function isGlued(part: string): boolean {
  const [, before, after] = GLUED.exec(part) ?? [];
  const name = before ?? after ?? '';
  return !CODE_WORDS.has(part) && (PASSWORD_WORDS.has(name) || CODE_WORDS.has(name));
}

/** A text's words and numbers, without the punctuation, also that inside a word. */
function partsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().split(SEPARATORS).filter(Boolean);
}

function bare(word: string): string {
  return word.replace(/[^\p{L}\p{N}]+/gu, '');
}
