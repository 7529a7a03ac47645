/**
 * What can make a text look like another one, or like nothing: control characters other than tab and line breaks, line
 * and paragraph separators, the characters that turn the direction of writing (Unicode Standard Annex #9), and halves
 * of surrogate pairs.
 */
const HIDDEN =
  // Finding control characters is the point.
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/;

/** Whether a text holds characters that a reader could not see, or that would change how they see the others. */
export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}
