import { FindLine, isPerson, parseFind, parsePerson } from './findLine';
import { misplaced, readOptions, reasonOf, secretIn, Unusable } from './lineOptions';
import { announcesSecret, looksLikeOption } from './suspectText';

/** What a person typed after `/logout-session`. */
export type CommandLine =
  | { readonly kind: Exclude<Subcommand, 'find' | 'log' | 'unlock'> }
  | {
      readonly kind: 'logout';
      readonly sessionId: string;
      readonly reason?: string;
      readonly code?: string;
      readonly method?: string;
      /** They know what will happen, and want it where no code is asked for. */
      readonly confirmed: boolean;
    }
  | FindLine
  | {
      readonly kind: 'log';
      /** Only entries by or about this person. */
      readonly person?: string;
      /** Only those since then; default: all that are kept. */
      readonly since?: Since;
      /** Only what was refused or failed. */
      readonly failed: boolean;
    }
  | { readonly kind: 'bad-log' }
  | { readonly kind: 'unlock'; readonly person: string }
  | { readonly kind: 'unlock-whom' }
  | { readonly kind: 'unknown-word'; readonly nearest: Subcommand }
  | Unusable;

export const SUBCOMMANDS = ['help', 'find', 'connect', 'disconnect', 'status', 'log', 'unlock'] as const;
export const SINCE = ['today', '7d', '30d'] as const;
export type Since = (typeof SINCE)[number];
export type Subcommand = (typeof SUBCOMMANDS)[number];

/**
 * What a workspace makes for a session: 17 random letters and digits (Meteor's `Random.id`), or a UUID where sockets have
 * a service of their own (ee/apps/ddp-streamer/src/Client.ts). Any other word may be a password in the wrong place.
 */
const SESSION_ID = /^(?:[A-Za-z0-9]{17}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** No server takes a longer message by default (Message_MaxAllowedSize), so nobody typed it. */
const MAX_LINE_LENGTH = 5_000;
/** Words longer than this are no slip of a subcommand's name, and not worth comparing. */
const LONGEST_SLIP = 32;

/**
 * Reads a command line. Any words give a result; what is in them is not checked here.
 *
 * The first word is a subcommand, a session ID or `@user`; without any, or with `find` alone, they want to be asked what
 * to find. After a session ID or `@user` comes the reason, and then the options (`--code 123456`, `--reason "…"`).
 * Nothing of what looks like a code or password in a wrong place is in the result.
 *
 * @param words as servers hand them out: what stood in straight quotes is one word, without them
 *   (apps/meteor/lib/utils/parseParameters.ts); curly quotes they do not know, and these are looked for here
 */
export function parseCommandLine(words: readonly string[]): CommandLine {
  if (words.reduce((length, word) => length + word.length + 1, 0) > MAX_LINE_LENGTH) {
    return { kind: 'unknown-word', nearest: 'help' };
  }
  const all = tokensOf(words.map(quotedAgain).join(' '));
  const [first, ...rest] = all;
  if (!first) {
    return { kind: 'find' };
  }
  const subcommand = SUBCOMMANDS.find((each) => each === first.toLowerCase());
  if (subcommand) {
    return parseSubcommand(subcommand, rest);
  }
  if (looksLikeOption(first) || announcesSecret(first)) {
    return misplaced('option');
  }
  if (isPerson(first)) {
    return parsePerson(all);
  }
  return SESSION_ID.test(first)
    ? parseLogout(first, rest)
    : (secretIn(first) ?? { kind: 'unknown-word', nearest: nearestSubcommand(first) });
}

function parseSubcommand(subcommand: Subcommand, rest: readonly string[]): CommandLine {
  switch (subcommand) {
    case 'find':
      return parseFind(rest);
    case 'log':
      return parseLog(rest);
    case 'unlock':
      return rest.length === 1 && isPerson(rest[0]) && rest[0] !== '@'
        ? { kind: 'unlock', person: rest[0].slice(1) }
        : { kind: 'unlock-whom' };
    case 'help':
    case 'connect':
    case 'disconnect':
    case 'status':
      return { kind: subcommand };
  }
}

/** `log [@user] [today|7d|30d] [failed]`, in any order, each once. */
function parseLog(words: readonly string[]): CommandLine {
  const people = words.filter((word) => isPerson(word) && word !== '@');
  const times = words.map((word) => SINCE.find((each) => each === word.toLowerCase())).filter((each) => each);
  const failed = words.filter((word) => word.toLowerCase() === 'failed');
  const known = [people, times, failed];
  if (known.some((each) => each.length > 1) || known.reduce((sum, { length }) => sum + length, 0) < words.length) {
    return { kind: 'bad-log' };
  }
  const [person] = people;
  return {
    kind: 'log',
    person: person?.slice(1),
    since: times[0],
    failed: failed.length > 0,
  };
}

function parseLogout(sessionId: string, typed: readonly string[]): CommandLine {
  const line = readOptions(typed);
  if (line.kind !== 'read') {
    return line;
  }
  const { values, confirmed } = line;
  const reason = reasonOf(line.words, values);
  return reason.kind === 'reason' ? { kind: 'logout', sessionId, ...values, reason: reason.reason, confirmed } : reason;
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
