import { hasHiddenCharacters } from '../core/shared/hiddenCharacters';

/**
 * A text from elsewhere as inline code, where a message has nothing but marked-up text: nothing in it can become markup,
 * a link or a mention, break the line, or turn the direction of writing.
 */
export function asCode(text: string): string {
  return `\`${asPlain(text)
    .replace(/[`\s]+/g, ' ')
    .trim()}\``;
}

/** A text from elsewhere for a place that shows text as it is: on one line, and nothing in it that cannot be seen. */
export function asPlain(text: string): string {
  const visible = hasHiddenCharacters(text)
    ? Array.from(text, (character) => (hasHiddenCharacters(character) ? '' : character)).join('')
    : text;
  return visible.replace(/\s+/g, ' ').trim();
}

/** A text of at most this many characters; what is too long ends in an ellipsis. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
