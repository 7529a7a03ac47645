import * as fc from 'fast-check';
import { CommandLine, parseCommandLine, SUBCOMMANDS } from '../../core/commandLine';

const ID = 'RkpypinZrH9vfdHvk';

describe('what a person types', () => {
  const cases: Array<[string, CommandLine]> = [
    ['', { kind: 'help' }],
    ['   ', { kind: 'help' }],
    ['help', { kind: 'help' }],
    ['STATUS', { kind: 'status' }],
    ['connect now', { kind: 'connect' }],
    ['disconnect', { kind: 'disconnect' }],
    [ID, { kind: 'logout', sessionId: ID, reason: undefined }],
    [`${ID} stolen  laptop`, { kind: 'logout', sessionId: ID, reason: 'stolen laptop' }],
    [`${ID} --code 123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined }],
    [`${ID} --code=123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined }],
    [`${ID} —code 123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined }],
    [
      `${ID} --method totp --reason "stolen laptop" --code "123 456"`,
      { kind: 'logout', sessionId: ID, method: 'totp', reason: 'stolen laptop', code: '123 456' },
    ],
    [`${ID} --reason “stolen laptop”`, { kind: 'logout', sessionId: ID, reason: 'stolen laptop' }],
    [`${ID} "never closed`, { kind: 'logout', sessionId: ID, reason: 'never closed' }],
    [`${ID} --code`, { kind: 'missing-value', option: 'code' }],
    [`${ID} --code=`, { kind: 'missing-value', option: 'code' }],
    [`${ID} --force yes`, { kind: 'unknown-option', option: 'force' }],
    ['conect', { kind: 'unknown-word', word: 'conect', nearest: 'connect' }],
    ['stats', { kind: 'unknown-word', word: 'stats', nearest: 'status' }],
    ['log', { kind: 'unknown-word', word: 'log', nearest: 'help' }],
    ['@alice', { kind: 'unknown-word', word: '@alice', nearest: 'help' }],
    ['--code 123456', { kind: 'unknown-word', word: '--code', nearest: 'connect' }],
    ['../etc', { kind: 'unknown-word', word: '../etc', nearest: 'help' }],
  ];
  test.each(cases)('%j', (text, expected) => {
    const line = parseCommandLine(text.split(/ +/));
    if (expected.kind === 'unknown-word') {
      expect(SUBCOMMANDS).toContain((line as typeof expected).nearest);
      expect(line).toMatchObject({ kind: 'unknown-word', word: expected.word });
    } else {
      expect(line).toEqual(expected);
    }
  });

  test('what a server took out of its quotes is one word', () => {
    expect(parseCommandLine([ID, '--reason', 'stolen laptop', '--code', '123 456'])).toEqual({
      kind: 'logout',
      sessionId: ID,
      reason: 'stolen laptop',
      code: '123 456',
    });
    expect(parseCommandLine([ID, '--code', ''])).toEqual({ kind: 'missing-value', option: 'code' });
  });

  test('a mistyped subcommand gets the right one suggested', () => {
    expect(parseCommandLine(['discconect'])).toMatchObject({ nearest: 'disconnect' });
    expect(parseCommandLine(['conect'])).toMatchObject({ nearest: 'connect' });
    expect(parseCommandLine(['stauts'])).toMatchObject({ nearest: 'status' });
    expect(parseCommandLine(['hepl'])).toMatchObject({ nearest: 'help' });
    expect(parseCommandLine(['disconnected'])).toMatchObject({ nearest: 'disconnect' });
  });
});

test('any text gives a defined outcome, never an exception', () => {
  const kinds: Array<CommandLine['kind']> = [
    ...SUBCOMMANDS,
    'logout',
    'unknown-word',
    'unknown-option',
    'missing-value',
  ];
  const word = fc.oneof(
    fc.fullUnicodeString(),
    fc.constantFrom(ID, '--code', '--reason', '—method', '"', '“', '=', 'help', '--', '––=x'),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const line = parseCommandLine(words);
      expect(kinds).toContain(line.kind);
      if (line.kind === 'logout') {
        expect(line.sessionId).toMatch(/^[A-Za-z0-9_-]+$/);
      }
    }),
  );
});
