import * as fc from 'fast-check';
import { CommandLine, parseCommandLine, SUBCOMMANDS } from '../../../core/chat/commandLine';
import { hostile } from '../../fakes/hostile';
import { goodReasons } from '../../fakes/reasons';

const ID = 'RkpypinZrH9vfdHvk';
const read = (text: string): CommandLine => parseCommandLine(text.split(/ +/));

describe('what a person types', () => {
  const cases: Array<[string, CommandLine]> = [
    ['', { kind: 'find' }],
    ['   ', { kind: 'find' }],
    ['find', { kind: 'find', reason: undefined }],
    ['FIND chrome', { kind: 'find', criteria: { words: ['chrome'] }, reason: undefined }],
    ['find os:“mac os”', { kind: 'find', criteria: { words: [], os: 'mac os' }, reason: undefined }],
    ['find client: "RC Mobile"', { kind: 'find', criteria: { words: [], client: 'RC Mobile' }, reason: undefined }],
    ['find ipp:1.2.3.4', { kind: 'bad-filter', problem: 'unknown' }],
    ['find chrome --code 731946', { kind: 'misplaced', what: 'code-with-search' }],
    ['@alice', { kind: 'find', criteria: { words: [], person: 'alice' }, reason: undefined }],
    ['@alice stolen laptop', { kind: 'find', criteria: { words: [], person: 'alice' }, reason: 'stolen laptop' }],
    ['help', { kind: 'help' }],
    ['STATUS', { kind: 'status' }],
    ['connect now', { kind: 'connect' }],
    ['disconnect', { kind: 'disconnect' }],
    [ID, { kind: 'logout', sessionId: ID, reason: undefined, confirmed: false }],
    [`${ID} stolen  laptop`, { kind: 'logout', sessionId: ID, reason: 'stolen laptop', confirmed: false }],
    [
      `${ID} stolen - on the train`,
      { kind: 'logout', sessionId: ID, reason: 'stolen - on the train', confirmed: false },
    ],
    [
      `${ID} stolen – on the train`,
      { kind: 'logout', sessionId: ID, reason: 'stolen – on the train', confirmed: false },
    ],
    [`${ID} ticket 4711`, { kind: 'logout', sessionId: ID, reason: 'ticket 4711', confirmed: false }],
    [
      `${ID} see https://example.com/1`,
      { kind: 'logout', sessionId: ID, reason: 'see https://example.com/1', confirmed: false },
    ],
    [`${ID} lost - see ticket`, { kind: 'logout', sessionId: ID, reason: 'lost - see ticket', confirmed: false }],
    [
      `${ID} lost, not stolen: ask Pat`,
      { kind: 'logout', sessionId: ID, reason: 'lost, not stolen: ask Pat', confirmed: false },
    ],
    [
      `${ID} --reason "731946 was the code"`,
      { kind: 'logout', sessionId: ID, reason: '731946 was the code', confirmed: false },
    ],
    [`${ID} --reason "- stolen"`, { kind: 'logout', sessionId: ID, reason: '- stolen', confirmed: false }],
    [`${ID} lost --code 731946`, { kind: 'logout', sessionId: ID, code: '731946', reason: 'lost', confirmed: false }],
    [`${ID} 4711 is the ticket`, { kind: 'logout', sessionId: ID, reason: '4711 is the ticket', confirmed: false }],
    [`${ID} --reason 4711`, { kind: 'logout', sessionId: ID, reason: '4711', confirmed: false }],
    [`${ID} --code 123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined, confirmed: false }],
    [`${ID} --code=123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined, confirmed: false }],
    [`${ID} --CODE 123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined, confirmed: false }],
    [`${ID} —code 123456`, { kind: 'logout', sessionId: ID, code: '123456', reason: undefined, confirmed: false }],
    [`${ID} –code 731946`, { kind: 'logout', sessionId: ID, code: '731946', reason: undefined, confirmed: false }],
    [
      `${ID} stolen laptop --code 731946`,
      { kind: 'logout', sessionId: ID, code: '731946', reason: 'stolen laptop', confirmed: false },
    ],
    [
      `${ID} --code 731946 --reason "stolen laptop"`,
      { kind: 'logout', sessionId: ID, code: '731946', reason: 'stolen laptop', confirmed: false },
    ],
    [
      `${ID} --method totp --reason "stolen laptop" --code "123 456"`,
      { kind: 'logout', sessionId: ID, method: 'totp', reason: 'stolen laptop', code: '123 456', confirmed: false },
    ],
    [`${ID} --reason “stolen laptop”`, { kind: 'logout', sessionId: ID, reason: 'stolen laptop', confirmed: false }],
    [`${ID} "never closed`, { kind: 'logout', sessionId: ID, reason: 'never closed', confirmed: false }],
    [`${ID} --code`, { kind: 'missing-value', option: 'code' }],
    [`${ID} --code=`, { kind: 'missing-value', option: 'code' }],
    [`${ID} --force yes`, { kind: 'misplaced', what: 'option' }],
    ['conect', { kind: 'unknown-word', nearest: 'connect' }],
    ['stats', { kind: 'unknown-word', nearest: 'status' }],
    ['logs', { kind: 'unknown-word', nearest: 'log' }],
    ['log', { kind: 'log', failed: false }],
    ['log @alice', { kind: 'log', person: 'alice', failed: false }],
    ['LOG Failed 7D @Alice', { kind: 'log', person: 'Alice', since: '7d', failed: true }],
    ['log today', { kind: 'log', since: 'today', failed: false }],
    ['log 30d', { kind: 'log', since: '30d', failed: false }],
    ['log @alice @bob', { kind: 'bad-log' }],
    ['log 7d 30d', { kind: 'bad-log' }],
    ['log alice', { kind: 'bad-log' }],
    ['log @', { kind: 'bad-log' }],
    ['log 8d', { kind: 'bad-log' }],
    ['unlock @alice', { kind: 'unlock', person: 'alice' }],
    ['unlock', { kind: 'unlock-whom' }],
    ['unlock @', { kind: 'unlock-whom' }],
    ['unlock alice', { kind: 'unlock-whom' }],
    ['unlock @alice please', { kind: 'unlock-whom' }],
    ['unlock @alice 731946', { kind: 'unlock-whom' }],
    ['fnd', { kind: 'unknown-word', nearest: 'find' }],
    ['alice', { kind: 'unknown-word', nearest: 'help' }],
    ['hunter2!', { kind: 'unknown-word', nearest: 'help' }],
    ['--code 123456', { kind: 'misplaced', what: 'option' }],
    ['../etc', { kind: 'unknown-word', nearest: 'help' }],
  ];
  test.each(cases)('%j', (text, expected) => {
    const line = read(text);
    if (expected.kind === 'unknown-word') {
      expect(SUBCOMMANDS).toContain((line as typeof expected).nearest);
      expect(line).toEqual({ ...expected, nearest: expect.any(String) });
    } else {
      expect(line).toEqual(expected);
    }
  });

  test.each(goodReasons)('the reason %j', (reason) => {
    expect(read(`${ID} ${reason}`)).toEqual({ kind: 'logout', sessionId: ID, reason, confirmed: false });
  });

  test.each([ID, 'aaaaaaaaaaaaaaaaa', '23456789ABCDEFGHJ', '6c84fb90-12c4-11e1-840d-7b25c5ee775a'])(
    'the session ID %s',
    (sessionId) => {
      expect(read(sessionId)).toEqual({ kind: 'logout', sessionId, reason: undefined, confirmed: false });
    },
  );

  test('what a server took out of its quotes is one word', () => {
    expect(parseCommandLine([ID, '--reason', 'stolen laptop', '--code', '123 456'])).toEqual({
      kind: 'logout',
      sessionId: ID,
      reason: 'stolen laptop',
      code: '123 456',
      confirmed: false,
    });
    expect(parseCommandLine(['find', 'os:mac os', '--reason', 'lost laptop'])).toEqual({
      kind: 'find',
      criteria: { words: [], os: 'mac os' },
      reason: 'lost laptop',
    });
    expect(parseCommandLine([ID, '--code', ''])).toEqual({ kind: 'missing-value', option: 'code' });
  });

  test.each([
    [`${ID} --yes`, {}],
    [`${ID} --YES`, {}],
    [`${ID} —yes`, {}],
    [`${ID} –yes`, {}],
    [`${ID} --yes --yes`, {}],
    [`${ID} --yes lost laptop`, { reason: 'lost laptop' }],
    [`${ID} lost --yes laptop`, { reason: 'lost laptop' }],
    [`${ID} lost laptop --yes`, { reason: 'lost laptop' }],
    [`${ID} --yes --code 123456`, { code: '123456' }],
    [`${ID} --code 123456 --yes`, { code: '123456' }],
    [`${ID} --reason lost --yes --method totp`, { reason: 'lost', method: 'totp' }],
  ])('%j is a yes', (text, expected) => {
    expect(read(text)).toEqual({ kind: 'logout', sessionId: ID, reason: undefined, confirmed: true, ...expected });
  });

  const noYes: Array<[string, CommandLine]> = [
    [`${ID} yes`, { kind: 'logout', sessionId: ID, reason: 'yes', confirmed: false }],
    [`${ID} "I say --yes"`, { kind: 'logout', sessionId: ID, reason: 'I say --yes', confirmed: false }],
    [`${ID} --yes=1`, { kind: 'misplaced', what: 'option' }],
    [`${ID} -yes`, { kind: 'misplaced', what: 'option' }],
    [`--yes ${ID}`, { kind: 'misplaced', what: 'option' }],
    // The yes is taken out first, so that no option can swallow it.
    [`${ID} --code --yes`, { kind: 'missing-value', option: 'code' }],
  ];
  test.each(noYes)('%j is none', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a mistyped subcommand gets the right one suggested', () => {
    expect(parseCommandLine(['discconect'])).toMatchObject({ nearest: 'disconnect' });
    expect(parseCommandLine(['conect'])).toMatchObject({ nearest: 'connect' });
    expect(parseCommandLine(['stauts'])).toMatchObject({ nearest: 'status' });
    expect(parseCommandLine(['hepl'])).toMatchObject({ nearest: 'help' });
    expect(parseCommandLine(['disconnected'])).toMatchObject({ nearest: 'disconnect' });
  });
});

describe('invariant 6: a code or password in the wrong place is neither recorded nor repeated', () => {
  const lines: Array<[string, Extract<CommandLine, { kind: 'misplaced' }>['what']]> = [
    [`${ID} --code correct horse battery staple`, 'after-option'],
    [`${ID} --code=correct horse battery staple`, 'after-option'],
    [`${ID} stolen laptop --code correct horse`, 'after-option'],
    [`${ID} --code 731 946`, 'after-option'],
    [`${ID} --code 731946 - staple`, 'after-option'],
    [`${ID} --code 731946 --yes staple`, 'after-option'],
    [`${ID} --method password hunter2`, 'after-option'],
    [`${ID} --method=password hunter2`, 'after-option'],
    [`${ID} --method password correct horse`, 'after-option'],
    [`${ID} --reason correct horse`, 'after-option'],
    [`${ID} correct --reason horse`, 'after-option'],
    [`${ID} -code 731946`, 'option'],
    [`${ID} -c 731946`, 'option'],
    [`${ID} -c731946`, 'option'],
    [`${ID} ---code 731946`, 'option'],
    [`${ID} −code 731946`, 'option'],
    [`${ID} ‐‐code 731946`, 'option'],
    [`${ID} --kode 731946`, 'option'],
    [`${ID} --password correct`, 'option'],
    [`${ID} --code:731946`, 'option'],
    [`${ID} –code:731946`, 'option'],
    [`${ID} code:731946`, 'option'],
    [`${ID} Code=731946`, 'option'],
    [`${ID} password:correct`, 'option'],
    [`${ID} pw:hunter2`, 'option'],
    [`${ID} passwort:hunter2`, 'option'],
    [`${ID} código:731946`, 'option'],
    [`${ID} otp=731946`, 'option'],
    [`${ID} stolen, pw:hunter2`, 'option'],
    [`${ID} code 731946`, 'option'],
    [`${ID} code = 731946`, 'option'],
    [`${ID} code: 731946`, 'option'],
    [`${ID} (Code) hunter2`, 'option'],
    [`${ID} password hunter2`, 'option'],
    [`${ID} senha hunter2`, 'option'],
    [`${ID} - code 731946`, 'option'],
    [`${ID} -- code hunter2`, 'option'],
    [`${ID} — code hunter2`, 'option'],
    [`${ID} -- 731946`, 'option'],
    [`${ID} --reason --code=731946`, 'option'],
    [`${ID} --code --method=hunter2`, 'option'],
    [`${ID} --method -hunter2`, 'option'],
    [`--code=731946 ${ID}`, 'option'],
    [`--code 731946 ${ID}`, 'option'],
    [`-code 731946 ${ID}`, 'option'],
    [`code:731946 ${ID}`, 'option'],
    [`code 731946 ${ID}`, 'option'],
    [`password hunter2 ${ID}`, 'option'],
    [`— hunter2 ${ID}`, 'option'],
    [`${ID} code-731946`, 'digits'],
    [`${ID} code/731946`, 'digits'],
    [`${ID} code731946`, 'secret-word'],
    [`${ID} lost pw hunter2`, 'secret-word'],
    [`${ID} my password is hunter2`, 'secret-word'],
    [`${ID} my password is correct horse`, 'secret-word'],
    [`${ID} hunter2 is my password`, 'secret-word'],
    [`${ID} secret hunter2`, 'option'],
    [`${ID} lost, secret hunter2`, 'secret-word'],
    [`${ID} lost pw hunter2 --code 111111`, 'secret-word'],
    ['code731946', 'secret-word'],
    [`${ID} --code 731946 --code 111111`, 'option-twice'],
    [`${ID} --code=731946 --CODE=111111`, 'option-twice'],
    [`${ID} --reason lost --code 731946 --reason hunter2`, 'option-twice'],
    [`${ID} --method totp --method hunter2`, 'option-twice'],
    [`${ID} 731946,lost`, 'digits'],
    [`${ID} 731 946 laptop`, 'digits'],
    [`${ID} my code 731 946`, 'digits'],
    [`${ID} 731946`, 'digits'],
    [`${ID} 731 946`, 'digits'],
    [`${ID} 731-946`, 'digits'],
    [`${ID} "731 946"`, 'digits'],
    [`${ID} '731946'`, 'digits'],
    [`${ID} \`731946\``, 'digits'],
    [`${ID} 731946.`, 'digits'],
    [`${ID} «731946»`, 'digits'],
    [`${ID} „731946“`, 'digits'],
    [`${ID} (731946)`, 'digits'],
    [`${ID} ７３１９４６`, 'digits'],
    [`${ID} ٧٣١٩٤٦`, 'digits'],
    [`${ID} 731946 lost laptop`, 'digits'],
    [`${ID} my code is 731946`, 'digits'],
    [`${ID} my code is 731946!`, 'digits'],
    [`${ID} my code is ７３１９４６`, 'digits'],
    [`${ID} 731946 --method totp`, 'digits'],
    [`${ID} 731946 --code 111111`, 'digits'],
    [`${ID} --yes 731946`, 'digits'],
    ['731946', 'digits'],
    ['731-946', 'digits'],
    ['“731 946”', 'digits'],
    ['７３１９４６', 'digits'],
    [`731946 ${ID}`, 'digits'],
  ];
  test.each(lines)('%j', (text, what) => {
    const line = read(text);
    // All that there is, so that there is no field for a secret.
    expect(line).toEqual({ kind: 'misplaced', what });
    expect(JSON.stringify(line)).not.toMatch(/731|946|７３１|٧٣١|correct|horse|battery|staple|hunter2|111111/);
  });

  test.each([
    'correct.horse',
    'hunter2',
    'hunter2!',
    'pässwort',
    'correct horse',
    'conect',
    'correct',
    'disconnect2',
    'correcthorsebatterystaple',
    'correct-horse-battery-staple',
    'correct_horse_17_',
  ])('the unknown first word %j is never repeated', (word) => {
    for (const typed of [word, `"${word}"`, `“${word}”`]) {
      const line = parseCommandLine([typed, ID]);
      expect(line).toEqual({ kind: 'unknown-word', nearest: expect.any(String) });
      expect(SUBCOMMANDS).toContain((line as Extract<CommandLine, { kind: 'unknown-word' }>).nearest);
    }
  });

  test('whatever is typed after a code is in no field', () => {
    const word = fc.stringOf(fc.constantFrom(...'abcXYZ019-=:–'), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const line = parseCommandLine([ID, '--code', '731946', ...words]);
        const reason = line.kind === 'logout' ? line.reason : undefined;
        // Only what follows an option that says so is the reason.
        expect(reason === undefined || words.some((each) => /^(--|[–—])reason/i.test(each))).toBe(true);
      }),
    );
  });
});

test('any text gives a defined outcome, never an exception', () => {
  const kinds: Array<CommandLine['kind']> = [
    ...SUBCOMMANDS,
    'logout',
    'unknown-word',
    'misplaced',
    'missing-value',
    'bad-filter',
  ];
  const word = fc.oneof(
    fc.fullUnicodeString(),
    fc.constantFrom(
      ID,
      '--code',
      '--reason',
      '—method',
      '"',
      '“',
      '=',
      'help',
      'find',
      '@alice',
      'os:x',
      '--',
      '––=x',
      'code:',
      '731946',
    ),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const line = parseCommandLine(words);
      expect(kinds).toContain(line.kind);
      if (line.kind === 'logout') {
        expect(line.sessionId).toMatch(/^[A-Za-z0-9-]{17,36}$/);
      }
    }),
  );
});

describe('a line that nobody can have typed is refused before anything else looks at it', () => {
  const refused = { kind: 'unknown-word', nearest: 'help' };
  const wordsOf = (count: number): string[] => Array<string>(count).fill('word');

  test('a message of 5,000 characters is read, and one more is not', () => {
    const reason = wordsOf(996);
    expect([ID, ...reason].join(' ')).toHaveLength(4_997);
    expect(parseCommandLine([ID, ...reason])).toMatchObject({ kind: 'logout', reason: reason.join(' ') });
    expect(parseCommandLine([ID, ...wordsOf(997)])).toEqual(refused);
    // Nothing of it counts, not even the subcommand.
    expect(parseCommandLine(['help', 'x'.repeat(5_000)])).toEqual(refused);
    expect(parseCommandLine(Array<string>(5_001).fill(''))).toEqual(refused);
  });

  test.each(hostile)('megabytes of %s', (_name, text) => {
    for (const words of [[text], [ID, text], [ID, '--code', text], [ID, `--reason=${text}`], text.split(' ')]) {
      expect(parseCommandLine(words)).toEqual(refused);
    }
  });

  test.each(hostile)('as much of %s as a message takes is read', (_name, text) => {
    const some = text.slice(0, 4_900);
    expect(['find', 'unknown-word', 'misplaced']).toContain(parseCommandLine([some]).kind);
    expect(['logout', 'misplaced']).toContain(parseCommandLine([ID, some]).kind);
    expect(['logout', 'misplaced', 'missing-value']).toContain(parseCommandLine([ID, '--code', some]).kind);
    expect(['logout', 'misplaced', 'missing-value']).toContain(parseCommandLine([ID, `--reason=${some}`]).kind);
    expect(['find', 'unknown-word', 'misplaced']).toContain(parseCommandLine(some.split(' ')).kind);
  });
});
