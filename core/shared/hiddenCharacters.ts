/**
 * What can make a text look like another one, or like nothing: control characters other than tab and line breaks, line
 * and paragraph separators, the characters that turn the direction of writing (Unicode Standard Annex #9), characters
 * without any width or ink but the joiners that scripts and emoji need, tag characters, and halves of surrogate pairs.
 */
const HIDDEN =
  // Finding control and combining characters is the point.
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/;

/** Whether a text holds characters that a reader could not see, or that would change how they see the others. */
export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}
