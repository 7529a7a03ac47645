import { asPlain, shortened } from './plain';

/** Reads as nothing, and keeps what stands on both sides from being read as one word (U+200B). */
const BREAK = '\u200b';

/**
 * A text from people in a message that others are told: inline code on one line, of at most so many characters, in which
 * nothing is markup, a link, or a character that cannot be seen.
 *
 * The server looks for mentions in the text as it is sent, also within code, after any space
 * (apps/meteor/app/mentions/lib/MentionsParser.ts); `@all` and `@here` make it refuse the whole message. So behind each
 * `@` and `#` stands a break.
 */
export function harmless(text: string, most: number): string {
  const words = asPlain(text)
    .replace(/[`\s]+/g, ' ')
    .trim();
  return `\`${(shortened(words, most) || '…').replace(/[@#]/g, (sign) => sign + BREAK)}\``;
}
