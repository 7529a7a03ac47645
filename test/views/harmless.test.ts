import fc from 'fast-check';
import { hasHiddenCharacters } from '../../core/shared/hiddenCharacters';
import { harmless } from '../../views/harmless';

const BREAK = '\u200b';
/** What the server looks for (apps/meteor/app/mentions/lib/MentionsParser.ts), with its default pattern of names. */
const MENTION = /(^|\s|>)[@#][0-9a-zA-Z-_.]+/;

test.each([
  ['stolen laptop', '`stolen laptop`'],
  ['@all x @here', `\`@${BREAK}all x @${BREAK}here\``],
  ['#general', `\`#${BREAK}general\``],
  ['a`b` *c*\n[x](http://y)', '`a b *c* [x](http://y)`'],
  ['\u202egnp.exe', '`gnp.exe`'],
  [' \u200b`\n', '`…`'],
])('%j becomes %j', (text, expected) => expect(harmless(text, 100)).toBe(expected));

test('whatever it is, it is one piece of code on one line that mentions nobody, hides nothing and is short', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom('@all', '@here', '>@bob', '#room', '`', '\n', '\u202e', ' '),
      fc.string({ unit: 'binary' }),
    ),
  );
  fc.assert(
    fc.property(
      words.map((parts) => parts.join('')),
      fc.integer({ min: 1, max: 50 }),
      (text, most) => {
        const shown = harmless(text, most);
        expect(shown).toMatch(/^`[^`\n\r]+`$/);
        expect(shown).not.toMatch(MENTION);
        expect(hasHiddenCharacters(shown.replace(/([@#])\u200b/g, '$1'))).toBe(false);
        expect(Array.from(shown.replace(/([@#])\u200b/g, '$1')).length).toBeLessThanOrEqual(most + 2);
      },
    ),
  );
});
