/** What a person typed after `/logout-session`. */
export type CommandLine =
  | { readonly kind: Subcommand }
  | {
      readonly kind: 'logout';
      readonly sessionId: string;
      readonly reason?: string;
      readonly code?: string;
      readonly method?: string;
    }
  | { readonly kind: 'unknown-word'; readonly word: string; readonly nearest: Subcommand }
  | { readonly kind: 'unknown-option'; readonly option: string }
  | { readonly kind: 'missing-value'; readonly option: string };

export const SUBCOMMANDS = ['help', 'connect', 'disconnect', 'status'] as const;
export type Subcommand = (typeof SUBCOMMANDS)[number];

const OPTIONS = ['code', 'method', 'reason'] as const;
type Option = (typeof OPTIONS)[number];

/** Mistyped or future subcommands look like this; ids of sessions are 17 random letters and digits. */
const WORD = /^[a-z]{1,10}$/i;
/** Keyboards that mean well make one long dash of two short ones. */
const OPTION = /^(?:--|[–—])([^=]+)(?:=(.*))?$/s;

/**
 * Reads a command line. Any words give a result; what is in them is not checked here.
 *
 * The first word is a subcommand or a session id. After a session id come options (`--code 123456`, `--code=123456`),
 * and whatever else there is counts as the reason.
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
  if (WORD.test(first) || isNearly(first) || !/^[A-Za-z0-9_-]+$/.test(first) || OPTION.test(first)) {
    return { kind: 'unknown-word', word: first, nearest: nearestSubcommand(first) };
  }
  return parseLogout(first, rest);
}

function parseLogout(sessionId: string, words: readonly string[]): CommandLine {
  const values: Partial<Record<Option, string>> = {};
  const reason: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const [, name, inline] = OPTION.exec(words[index]) ?? [];
    if (name === undefined) {
      reason.push(words[index]);
      continue;
    }
    const option = OPTIONS.find((each) => each === name.toLowerCase());
    if (!option) {
      return { kind: 'unknown-option', option: name };
    }
    const value = inline ?? words[++index];
    if (value === undefined || value === '') {
      return { kind: 'missing-value', option };
    }
    values[option] = value;
  }
  return { kind: 'logout', sessionId, ...values, reason: values.reason ?? (reason.join(' ') || undefined) };
}

function tokensOf(text: string): string[] {
  const tokens = text.match(/(?:[^\s"“”]|["“”][^"“”]*(?:["“”]|$))+/g) ?? [];
  return tokens.map((token) => token.replace(/["“”]/g, ''));
}

function quotedAgain(word: string): string {
  return word === '' || /\s/.test(word) ? `"${word.replace(/["“”]/g, '')}"` : word;
}

function nearestSubcommand(word: string): Subcommand {
  const distances = SUBCOMMANDS.map((each) => editDistance(word.toLowerCase().slice(0, 32), each));
  return SUBCOMMANDS[distances.indexOf(Math.min(...distances))];
}

/** Whether a word is a subcommand but for a slip or two; no id of a session comes that close. */
function isNearly(word: string): boolean {
  return SUBCOMMANDS.some((each) => editDistance(word.toLowerCase().slice(0, 32), each) <= 2);
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
