import * as fc from 'fast-check';
import { hasHiddenCharacters } from '../../../core/shared/hiddenCharacters';
import { hostile } from '../../fakes/hostile';

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));
const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
/** Where a character can stand, next to others of one and of two UTF-16 units. */
const placesOf = (character: string): string[] => [
  character,
  `${character}a`,
  `a${character}`,
  `a${character}b`,
  `😀${character}`,
  `${character} 😀`,
  `a\n${character}\nb`,
];

const hidden: Array<[string, string[]]> = [
  ['control characters, but for tab and line breaks', range(0, 0x1f).filter((each) => !'\t\n\r'.includes(each))],
  ['DEL', ['\u007f']],
  ['the second set of control characters', range(0x80, 0x9f)],
  ['marks of direction', ['\u061c', '\u200e', '\u200f']],
  ['line and paragraph separators', ['\u2028', '\u2029']],
  ['embeddings and overrides of direction', range(0x202a, 0x202e)],
  ['isolates', range(0x2066, 0x2069)],
  ['the byte order mark', ['\ufeff']],
  ['the soft hyphen', ['\u00ad']],
  ['spaces without any width', ['\u200b', '\u2060']],
  ['operators without ink, and what replaced directions', range(0x2061, 0x206f)],
  ['fillers of Hangul', ['\u115f', '\u1160', '\u3164', '\uffa0']],
  ['vowels of Khmer without ink', ['\u17b4', '\u17b5']],
  ['selectors and separators of Mongolian', range(0x180b, 0x180f)],
  ['tag characters', ['\u{e0001}', '\u{e0020}', '\u{e0041}', '\u{e007f}']],
  ['high surrogates alone', ['\ud800', '\ud83d', '\udbff']],
  ['low surrogates alone', ['\udc00', '\ude00', '\udfff']],
];
describe.each(hidden)('%s', (_name, characters) => {
  test.each(characters.map((each) => [nameOf(each), each]))('%s is found wherever it stands', (_code, character) => {
    expect(placesOf(character).filter((text) => !hasHiddenCharacters(text))).toEqual([]);
  });
});

test.each([
  ['a pair, then half of one', '😀\ude00'],
  ['half of one, then a pair', '\ud83d😀'],
  ['two halves the wrong way round', '\ude00\ud83d'],
  ['two first halves', '\ud83d\ud83d'],
])('%s', (_name, text) => {
  expect(hasHiddenCharacters(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['plain text', 'stolen laptop, ticket 4711 – "urgent"!'],
  ['a tab', 'a\tb'],
  ['line breaks', 'a\nb\r\nc'],
  ['a no-break space', 'a\u00a0b'],
  ['emoji', '😀🇩🇪👍🏽'],
  ['emoji that are joined', '👩\u200d💻'],
  ['letters that are joined or kept apart', 'می\u200cخواهم'],
  ['an emoji with its variation', '❤\ufe0f'],
  ['an ideograph with its variation', '葛\u{e0100}'],
  ['hyphens that can be seen', 'a-b\u2010c\u2011d'],
  ['spaces that can be seen', 'a\u2003b\u3000c'],
  ['combining marks', 'e\u0301 n\u0303'],
  ['Chinese, Japanese, Korean', '被盗的笔记本电脑 盗難 도난'],
  ['Hebrew and Arabic', 'נגנב سُرق'],
  ['characters of two units', '𠮷𝒳'],
])('%s may be there', (_name, text) => {
  expect(hasHiddenCharacters(text)).toBe(false);
});

test('a lone surrogate is found in any text', () => {
  const lone = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
  const plain = fc.stringOf(fc.constantFrom('a', '😀', 'é', ' '));
  fc.assert(
    fc.property(plain, lone, plain, (before, half, after) => {
      expect(hasHiddenCharacters(before + half + after)).toBe(true);
      expect(hasHiddenCharacters(before + after)).toBe(false);
    }),
  );
});

test.each(hostile)('megabytes of %s are looked through in no time', (name, text) => {
  expect(hasHiddenCharacters(text)).toBe(['"\\ud83d"', '"\\ude00"'].includes(name));
});
