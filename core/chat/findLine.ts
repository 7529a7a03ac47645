import { addressRange } from '../find/addressRange';
import { Criteria } from '../find/criteria';
import { hasEndingOption, misplaced, readOptions, reasonOf, Unusable } from './lineOptions';
import { announcesSecret, holdsCode, looksLikeOption, namesSecret } from './suspectText';

const KEYS = ['ip', 'os', 'client', 'before', 'after'] as const;
type Key = (typeof KEYS)[number];
/** The parts of a search that can be given once, as people write them. */
export type Filter = `${Key}:` | '@user';

export type FindLine =
  /** Without criteria: they want to be asked for them. */
  | { readonly kind: 'find'; readonly criteria?: Criteria; readonly reason?: string }
  /** The filter is named only where it is one that there is: anything else might be a secret. */
  | { readonly kind: 'bad-filter'; readonly problem: 'unknown' }
  | { readonly kind: 'bad-filter'; readonly problem: 'twice' | 'empty'; readonly filter: Filter }
  | Unusable;

const SIX_DIGITS = /\p{Nd}{6}/u;
const KEYED = /^(\p{L}[\p{L}\p{N}_-]*):(.*)$/su;

/** Whether a word stands for a person. */
export function isPerson(word: string): boolean {
  return word.startsWith('@');
}

/**
 * Reads what follows `find`: search words, `@user`, filters such as `os:"mac os"`, and `--reason "…"` at the end.
 *
 * @param typed words, each without the quotes it had
 */
export function parseFind(typed: readonly string[]): FindLine {
  return parse(typed, { find: true });
}

/** Reads `@user [reason]`; filters narrow it down, as they do after `find`. */
export function parsePerson(typed: readonly string[]): FindLine {
  return parse(typed, { find: false });
}

function parse(typed: readonly string[], { find }: { readonly find: boolean }): FindLine {
  if (hasEndingOption(typed)) {
    return misplaced('code-with-search');
  }
  const line = readOptions(typed);
  if (line.kind !== 'read') {
    return line;
  }
  const found = criteriaIn(line.words, find);
  if (found.kind !== 'found') {
    return found;
  }
  const { criteria, others } = found;
  const reason = reasonOf(find ? [] : others, line.values);
  if (reason.kind !== 'reason') {
    return reason;
  }
  const words = find ? others : [];
  const suspect = secretInCriteria({ ...criteria, words });
  if (suspect) {
    return suspect;
  }
  const given = Object.keys(criteria).length + words.length > 0;
  return { kind: 'find', ...(given && { criteria: { ...criteria, words } }), reason: reason.reason };
}

type Given = { person?: string } & { [K in Key]?: string };

/** Takes the person and the filters out of the words. */
function criteriaIn(
  words: readonly string[],
  find: boolean,
): { readonly kind: 'found'; readonly criteria: Given; readonly others: readonly string[] } | FindLine {
  const criteria: Given = {};
  const others: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const filter = filterIn(word);
    // In a reason somebody may be named, and anything may have a colon.
    if (isPerson(word) && (find || index === 0)) {
      const problem = addTo(criteria, 'person', word.slice(1).trim());
      if (problem) {
        return { kind: 'bad-filter', problem, filter: '@user' };
      }
    } else if (filter?.key) {
      const apart = filter.value.trim() === '' && canBeValue(words[index + 1]);
      const problem = addTo(criteria, filter.key, apart ? words[++index] : filter.value);
      if (problem) {
        return { kind: 'bad-filter', problem, filter: `${filter.key}:` };
      }
    } else if (filter && find) {
      return { kind: 'bad-filter', problem: 'unknown' };
    } else {
      others.push(word);
    }
  }
  return { kind: 'found', criteria, others };
}

function addTo(criteria: Given, name: keyof Given, value: string): 'twice' | 'empty' | undefined {
  if (criteria[name] !== undefined) {
    return 'twice';
  }
  if (value.trim() === '') {
    return 'empty';
  }
  criteria[name] = value.trim();
  return undefined;
}

/** A filter of ours, or what looks like one; undefined for any other word, such as an IPv6 address. */
function filterIn(word: string): { readonly key?: Key; readonly value: string } | undefined {
  const [, name, value] = KEYED.exec(word) ?? [];
  if (name === undefined || addressRange(word)) {
    return undefined;
  }
  return { key: KEYS.find((each) => each === name.toLowerCase()), value };
}

/** `os: windows`, with a space. */
function canBeValue(word: string | undefined): word is string {
  return word !== undefined && !isPerson(word) && !filterIn(word);
}

/** What makes a search unusable: a code or password among what would be kept and shown. */
export function secretInCriteria({ words, ...named }: Criteria): Unusable | undefined {
  const values = Object.values(named).filter((value) => value !== undefined);
  if ((words.length > 0 && announcesSecret(words[0])) || values.some(looksLikeOption)) {
    return misplaced('option');
  }
  const text = words.filter((word) => !addressRange(word)).join(' ');
  // A short number is fine in a search: that of a version. So is a version of six digits, but only with its dots.
  if (holdsCode(text) || values.some((value) => SIX_DIGITS.test(value) && holdsCode(value))) {
    return misplaced('digits');
  }
  return namesSecret(text) ? misplaced('secret-word') : undefined;
}
