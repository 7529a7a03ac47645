import { InputField, InvalidInputError } from '../shared/errors';
import { hasHiddenCharacters } from '../shared/hiddenCharacters';
import { MAX_SEARCH_LENGTH } from '../shared/limits';

/**
 * Reads the query of an address: each parameter at most once, as a text of ordinary length that people can see.
 *
 * @param query names and values, as the host decoded them
 * @param known the parameters that there are
 * @returns gives the text of a parameter, or undefined; throws InvalidInputError naming it
 * @throws InvalidInputError `query` for a parameter that does not exist
 */
export function parameterTexts<Name extends InputField>(
  query: unknown,
  known: readonly Name[],
): (name: Name) => string | undefined {
  const given = (query ?? {}) as Record<string, unknown>;
  if (Object.keys(given).some((name) => !known.some((each) => each === name))) {
    throw new InvalidInputError('query', 'unknown-field');
  }
  return (name) => textOf(given[name], name);
}

function textOf(value: unknown, name: InputField): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new InvalidInputError(name, 'repeated');
  }
  if (value.length > MAX_SEARCH_LENGTH) {
    throw new InvalidInputError(name, 'too-long');
  }
  if (hasHiddenCharacters(value)) {
    throw new InvalidInputError(name, 'hidden-characters');
  }
  return value;
}
