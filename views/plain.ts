import { hasHiddenCharacters } from '../core/shared/hiddenCharacters';

/**
 * A text from elsewhere as inline code, where a message has nothing but marked-up text: nothing in it can become markup,
 * a link or a mention, break the line, or turn the direction of writing.
 */
export function asCode(text: string): string {
  const visible = Array.from(text, (character) => (hasHiddenCharacters(character) ? '' : character)).join('');
  return `\`${visible.replace(/[`\s]+/g, ' ').trim()}\``;
}
