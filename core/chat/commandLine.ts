import { announcesSecret, looksLikeCode, looksLikeOption, namesSecret } from './suspectText';

/** What a person typed after `/logout-session`. */
export type CommandLine =
  | { readonly kind: Subcommand }
  | {
      readonly kind: 'logout';
      readonly sessionId: string;
      readonly reason?: string;
      readonly code?: string;
      readonly method?: string;
      /** They know what will happen, and want it where no code is asked for. */
      readonly confirmed: boolean;
    }
  | { readonly kind: 'unknown-word'; readonly nearest: Subcommand }
  | { readonly kind: 'misplaced'; readonly what: Misplaced }
  | { readonly kind: 'missing-value'; readonly option: Option };

export const SUBCOMMANDS = ['help', 'connect', 'disconnect', 'status'] as const;
export type Subcommand = (typeof SUBCOMMANDS)[number];

const OPTIONS = ['code', 'method', 'reason'] as const;
export type Option = (typeof OPTIONS)[number];

/**
 * What stands where a reason would, and might be a code or a password: it must not be recorded, nor repeated.
 * `option`: something like an option that is none, or a word that announces a secret; `digits`: a number that could be a
 * code; `secret-word`: words that name a secret, which may stand beside them; `after-option`: words after an option,
 * which might be the rest of a password; `option-twice`: an option for the second time.
 */
export type Misplaced = 'option' | 'digits' | 'secret-word' | 'after-option' | 'option-twice';

/**
 * What a workspace makes for a session: 17 random letters and digits (Meteor's `Random.id`), or a UUID where sockets have
 * a service of their own (ee/apps/ddp-streamer/src/Client.ts). Any other word may be a password in the wrong place.
 */
const SESSION_ID = /^(?:[A-Za-z0-9]{17}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** Keyboards that mean well make one long dash of two short ones. */
const OPTION = /^(?:--|[–—])([a-z]+)(?:=(.*))?$/is;
const CONFIRMING = /^(?:--|[–—])yes$/i;
/** Words longer than this are no slip of a subcommand's name, and not worth comparing. */
const LONGEST_SLIP = 32;

/**
 * Reads a command line. Any words give a result; what is in them is not checked here.
 *
 * The first word is a subcommand or a session ID. After a session ID comes the reason, and then the options
 * (`--code 123456`, `--code=123456`, `--reason "…"`). Nothing of what looks like a code or password in a wrong place is
 * in the result.
 *
 * @param words as servers hand them out: what stood in straight quotes is one word, without them
 *   (apps/meteor/lib/utils/parseParameters.ts); curly quotes they do not know, and these are looked for here
 */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const [first, ...rest] = tokensOf(words.map(quotedAgain).join(' '));
  if (!first) {
    return { kind: 'help' };
  }
  const subcommand = SUBCOMMANDS.find((each) => each === first.toLowerCase());
  if (subcommand) {
    return { kind: subcommand };
  }
  if (looksLikeOption(first) || announcesSecret(first)) {
    return { kind: 'misplaced', what: 'option' };
  }
  if (SESSION_ID.test(first)) {
    return parseLogout(first, rest);
  }
  const what = secretIn(first);
  return what ? { kind: 'misplaced', what } : { kind: 'unknown-word', nearest: nearestSubcommand(first) };
}

function parseLogout(sessionId: string, typed: readonly string[]): CommandLine {
  const words = typed.filter((word) => !CONFIRMING.test(word));
  const confirmed = words.length < typed.length;
  const values: Partial<Record<Option, string>> = {};
  const reason: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const [, name, inline] = OPTION.exec(words[index]) ?? [];
    const option = OPTIONS.find((each) => each === name?.toLowerCase());
    if (option) {
      const value = inline ?? words[++index];
      if (value === undefined || value === '') {
        return { kind: 'missing-value', option };
      }
      if (looksLikeOption(value)) {
        return { kind: 'misplaced', what: 'option' };
      }
      if (values[option] !== undefined) {
        return { kind: 'misplaced', what: 'option-twice' };
      }
      values[option] = value;
    } else if (looksLikeOption(words[index])) {
      return { kind: 'misplaced', what: 'option' };
    } else if (Object.keys(values).length > 0) {
      return { kind: 'misplaced', what: 'after-option' };
    } else {
      reason.push(words[index]);
    }
  }
  const misplaced = misplacedIn(reason, values);
  if (misplaced) {
    return { kind: 'misplaced', what: misplaced };
  }
  return { kind: 'logout', sessionId, ...values, reason: values.reason ?? (reason.join(' ') || undefined), confirmed };
}

/** What of the words that would be the reason must not be. */
function misplacedIn(words: readonly string[], values: Partial<Record<Option, string>>): Misplaced | undefined {
  if (words.length === 0) {
    return undefined;
  }
  if (announcesSecret(words[0])) {
    return 'option';
  }
  // Two reasons: one of them would be lost.
  return secretIn(words.join(' ')) ?? (values.reason === undefined ? undefined : 'after-option');
}

function secretIn(text: string): Misplaced | undefined {
  if (looksLikeCode(text)) {
    return 'digits';
  }
  return namesSecret(text) ? 'secret-word' : undefined;
}

function tokensOf(text: string): string[] {
  const tokens = text.match(/(?:[^\s"“”]|["“”][^"“”]*(?:["“”]|$))+/g) ?? [];
  return tokens.map((token) => token.replace(/["“”]/g, ''));
}

function quotedAgain(word: string): string {
  return word === '' || /\s/.test(word) ? `"${word.replace(/["“”]/g, '')}"` : word;
}

function nearestSubcommand(word: string): Subcommand {
  const distances = SUBCOMMANDS.map((each) => editDistance(word.toLowerCase().slice(0, LONGEST_SLIP), each));
  return SUBCOMMANDS[distances.indexOf(Math.min(...distances))];
}

/** Levenshtein distance: how many letters to insert, remove or replace. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = previous[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[to.length];
}
