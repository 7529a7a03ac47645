/**
 * Texts that make a careless parser count for hours: one beginning repeated, which never comes to its end. Long enough
 * that whatever takes the square of their length does not end within a test's time limit.
 */
const HOSTILE_LENGTH = 1_000_000;

const BEGINNINGS = [
  '/',
  'a/',
  '(',
  '"',
  '“',
  '" ',
  '-',
  '--',
  '–',
  '=',
  '--a=',
  '1',
  '1 ',
  '[a',
  '[',
  ']',
  ' ',
  '\t',
  ',',
  ', ',
  'a',
  'a ',
  '.',
  '{',
  '{a',
  '{}',
  '\\',
  'a@',
  'http://',
  'Bearer ',
  '\ud83d',
  '\ude00',
  'ü',
];

/** The same, shorter, for what goes through every character many times: still hours for the cube, a minute for the square. */
export const SHORTER_LENGTH = 300_000;

export const hostile: Array<[beginning: string, text: string]> = BEGINNINGS.map((beginning) => [
  JSON.stringify(beginning),
  beginning.repeat(Math.ceil(HOSTILE_LENGTH / beginning.length)),
]);
