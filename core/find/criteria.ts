import { InputField, InvalidInputError } from '../shared/errors';
import { hasHiddenCharacters } from '../shared/hiddenCharacters';
import { MAX_SEARCH_LENGTH } from '../shared/limits';
import { addressRange } from './addressRange';
import { momentOf, ReaderTime } from './moment';
import { SessionQuery } from './sessionQuery';

/** Which sessions somebody looks for, as they wrote it. */
export interface Criteria {
  /** A username or user ID. */
  readonly person?: string;
  readonly words: readonly string[];
  readonly ip?: string;
  readonly os?: string;
  readonly client?: string;
  readonly after?: string;
  readonly before?: string;
}

/**
 * What the criteria other than the person mean: the person has to be looked up.
 *
 * @param time now, and the zone of times that name none
 * @throws InvalidInputError naming the field as programs know it: `ip`, `os`, `client`, `loginAfter`, `loginBefore`, or
 *   `filter` for the words
 */
export function parseCriteria(criteria: Criteria, time: ReaderTime): Omit<SessionQuery, 'userId'> {
  const { words, ip, os, client, after, before } = criteria;
  const meant = {
    ip: given(ip, 'ip', addressRange),
    os: given(os, 'os', searchText),
    client: given(client, 'client', searchText),
    loginAfter: given(after, 'loginAfter', (text) => momentOf(text, time)),
    loginBefore: given(before, 'loginBefore', (text) => momentOf(text, time)),
  };
  if (words.length > 0) {
    given(words.join(' '), 'filter', searchText);
  }
  return { words: words.filter((word) => word.trim() !== '').map((word) => word.trim()), ...meant };
}

function given<T>(text: string | undefined, field: InputField, read: (text: string) => T | undefined): T | undefined {
  if (text === undefined) {
    return undefined;
  }
  const meant = read(text.trim());
  if (meant === undefined) {
    throw new InvalidInputError(field, 'not-allowed');
  }
  return meant;
}

function searchText(text: string): string | undefined {
  return text === '' || text.length > MAX_SEARCH_LENGTH || hasHiddenCharacters(text) ? undefined : text;
}
