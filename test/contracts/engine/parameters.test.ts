import fc from 'fast-check';
import { parseParameters } from '../../../workspace/engine/parameters';

/** The behaviour of Rocket.Chat `apps/meteor/lib/utils/parseParameters.ts`. */
describe('the arguments of a slash command', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['   \n\t ', []],
    ['one', ['one']],
    ['  one   two\nthree\tfour ', ['one', 'two', 'three', 'four']],
    ['"one two" three', ['one two', 'three']],
    ["'one two' three", ['one two', 'three']],
    ['"one\ntwo"', ['one\ntwo']],
    ['"one""two"', ['one', 'two']],
    ['a"b c"d', ['ab cd']],
    ['"it\'s fine"', ["it's fine"]],
    ['"say \\"hi\\""', ['say "hi"']],
    ['--reason="lost laptop"', ['--reason=lost laptop']],
    ['"not closed', ['"not', 'closed']],
    ["it's what's said", ['its whats', 'said']],
    ['"" x', ['x']],
  ])('%j are %j', (text, expected) => {
    expect(parseParameters(text)).toEqual(expected);
  });

  it('without quotes are the words', () => {
    const word = fc.stringMatching(/^[^\s"'\\]+$/);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(parseParameters(words.join(' '))).toEqual(words);
      }),
    );
  });
});
