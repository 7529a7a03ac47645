import { announcesSecret, looksLikeCode, looksLikeOption, namesSecret } from './suspectText';

const OPTIONS = ['code', 'method', 'reason'] as const;
export type Option = (typeof OPTIONS)[number];

/**
 * What stands where a reason or a search word would, and might be a code or a password: it must not be recorded, nor
 * repeated. `option`: something like an option that is none, or a word that announces a secret; `digits`: a number that
 * could be a code; `secret-word`: words that name a secret, which may stand beside them; `after-option`: words after an
 * option, which might be the rest of a password; `option-twice`: an option for the second time; `code-with-search`: a
 * code where nothing is ended yet.
 */
export type Misplaced = 'option' | 'digits' | 'secret-word' | 'after-option' | 'option-twice' | 'code-with-search';

/** Why the words of a command line cannot be used. */
export type Unusable =
  | { readonly kind: 'misplaced'; readonly what: Misplaced }
  | { readonly kind: 'missing-value'; readonly option: Option };

export interface ReadOptions {
  readonly kind: 'read';
  /** What stands before the options. */
  readonly words: readonly string[];
  readonly values: Readonly<Partial<Record<Option, string>>>;
  /** Whether `--yes` was there. */
  readonly confirmed: boolean;
}

/** Keyboards that mean well make one long dash of two short ones. */
const OPTION = /^(?:--|[–—])([a-z]+)(?:=(.*))?$/is;
const CONFIRMING = /^(?:--|[–—])yes$/i;
/** Options that only make sense where something is ended. */
const FOR_ENDING = /^(?:--|[–—])(?:code|method|yes)(?:=|$)/i;

/** Whether one of the words is an option for ending a session: a code, its method, or a yes. */
export function hasEndingOption(words: readonly string[]): boolean {
  return words.some((word) => FOR_ENDING.test(word));
}

/**
 * Tells the options of a command line (`--code 123456`, `--code=123456`, `--reason "…"`, `--yes`) from the words before
 * them. What looks like an option and is none makes the line unusable, and nothing of it is in the result.
 */
export function readOptions(typed: readonly string[]): ReadOptions | Unusable {
  const rest = typed.filter((word) => !CONFIRMING.test(word));
  const values: Partial<Record<Option, string>> = {};
  const words: string[] = [];
  for (let index = 0; index < rest.length; index++) {
    const [, name, inline] = OPTION.exec(rest[index]) ?? [];
    const option = OPTIONS.find((each) => each === name?.toLowerCase());
    if (option) {
      const value = inline ?? rest[++index];
      if (value === undefined || value === '') {
        return { kind: 'missing-value', option };
      }
      if (looksLikeOption(value)) {
        return misplaced('option');
      }
      if (values[option] !== undefined) {
        return misplaced('option-twice');
      }
      values[option] = value;
    } else if (looksLikeOption(rest[index])) {
      return misplaced('option');
    } else if (Object.keys(values).length > 0) {
      return misplaced('after-option');
    } else {
      words.push(rest[index]);
    }
  }
  return { kind: 'read', words, values, confirmed: rest.length < typed.length };
}

/**
 * The reason: the words before the options, or the value of `--reason`, which may be any text.
 *
 * @returns undefined for none
 */
export function reasonOf(
  words: readonly string[],
  values: ReadOptions['values'],
): { readonly kind: 'reason'; readonly reason?: string } | Unusable {
  if (words.length === 0) {
    return { kind: 'reason', reason: values.reason };
  }
  if (announcesSecret(words[0])) {
    return misplaced('option');
  }
  const suspect = secretIn(words.join(' '));
  if (suspect) {
    return suspect;
  }
  // Two reasons: one of them would be lost.
  return values.reason === undefined ? { kind: 'reason', reason: words.join(' ') } : misplaced('after-option');
}

/** What makes a text unusable that would be recorded or sent; undefined when nothing does. */
export function secretIn(text: string): Unusable | undefined {
  if (looksLikeCode(text)) {
    return misplaced('digits');
  }
  return namesSecret(text) ? misplaced('secret-word') : undefined;
}

export function misplaced(what: Misplaced): Unusable {
  return { kind: 'misplaced', what };
}
