import * as fc from 'fast-check';
import { asCode } from '../../views/plain';
import { hasHiddenCharacters } from '../../core/shared/hiddenCharacters';
import { hostile } from '../fakes/hostile';

test.each([
  ['aLiveSession', '`aLiveSession`'],
  ['[x](javascript:alert(1))', '`[x](javascript:alert(1))`'],
  ['@all *bold* _it_ ~no~', '`@all *bold* _it_ ~no~`'],
  ['a`b', '`a b`'],
  ['`', '``'],
  ['```\na', '`a`'],
  ['`a` @all `b`', '`a @all b`'],
  ['a\nb\r\nc\td', '`a b c d`'],
  ['a\u2028b\u2029c', '`abc`'],
  ['a\u202eb\u200fc\u2066d', '`abcd`'],
  ['a\u0000b\u200bc\u00ad', '`abc`'],
  ['a\ud83d', '`a`'],
  ['\ude00a', '`a`'],
  ['a\ud83d\ud83d😀', '`a😀`'],
  ['😀', '`😀`'],
  ['', '``'],
])('%j becomes %j', (text, expected) => {
  expect(asCode(text)).toBe(expected);
});

test('500 characters stay 500', () => {
  expect(asCode('ü'.repeat(500))).toBe(`\`${'ü'.repeat(500)}\``);
});

test('whatever comes in, it is one line of code without a way out of it', () => {
  const odd = fc.constantFrom('`', '\n', '\u202e', '\ud83d', '\ude00', '😀', '*', '@all', '[x](y)', ' ', '\u2028');
  const text = fc.oneof(
    fc.fullUnicodeString(),
    fc.array(odd).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      const code = asCode(any);
      expect(code).toMatch(/^`[^`\n\r]*`$/);
      expect(hasHiddenCharacters(code)).toBe(false);
    }),
  );
});

test.each(hostile)('megabytes of %s are made code in no time', (_name, text) => {
  expect(asCode(text)).toMatch(/^`[^`\n]*`$/);
});
