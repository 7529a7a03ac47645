import * as fc from 'fast-check';
import { FindLine, isPerson, parseFind, parsePerson } from '../../../core/chat/findLine';
import { Criteria } from '../../../core/find/criteria';
import { hostile } from '../../fakes/hostile';
import { goodReasons } from '../../fakes/reasons';

const wordsOf = (text: string): string[] => text.split(' ').filter(Boolean);
const found = (criteria: Partial<Criteria>, reason?: string): FindLine => ({
  kind: 'find',
  criteria: { words: [], ...criteria },
  reason,
});

describe('after find', () => {
  const cases: Array<[string, FindLine]> = [
    ['', { kind: 'find', reason: undefined }],
    ['--reason lost', { kind: 'find', reason: 'lost' }],
    ['chrome berlin', found({ words: ['chrome', 'berlin'] })],
    ['@alice', found({ person: 'alice' })],
    ['chrome @alice', found({ person: 'alice', words: ['chrome'] })],
    [
      'chrome @alice ip:203.0.113.0/24 os:windows client:mobile before:2026-11-01 after:yesterday --reason lost',
      found(
        {
          person: 'alice',
          words: ['chrome'],
          ip: '203.0.113.0/24',
          os: 'windows',
          client: 'mobile',
          before: '2026-11-01',
          after: 'yesterday',
        },
        'lost',
      ),
    ],
    ['IP:2001:db8::1', found({ ip: '2001:db8::1' })],
    ['os: windows', found({ os: 'windows' })],
    ['after:2026-11-01T12:30', found({ after: '2026-11-01T12:30' })],
    // What no filter looks like.
    ['fe80::1', found({ words: ['fe80::1'] })],
    ['2001:0:1::', found({ words: ['2001:0:1::'] })],
    ['203.0.113.24', found({ words: ['203.0.113.24'] })],
    ['chrome 120', found({ words: ['chrome', '120'] })],
    ['RkpypinZrH9vfdHvk', found({ words: ['RkpypinZrH9vfdHvk'] })],
    ['10.15.7', found({ words: ['10.15.7'] })],
    ['client:120.1.23', found({ client: '120.1.23' })],
  ];
  test.each(cases)('%j', (text, expected) => {
    expect(parseFind(wordsOf(text))).toEqual(expected);
  });

  test('a value may have spaces', () => {
    expect(parseFind(['os:mac os', '@Alice Jones', 'client: ', 'RC Mobile'])).toEqual(
      found({ os: 'mac os', person: 'Alice Jones', client: 'RC Mobile' }),
    );
  });
});

describe('@user', () => {
  const cases: Array<[string, FindLine]> = [
    ['@alice', found({ person: 'alice' })],
    ['@alice stolen laptop', found({ person: 'alice' }, 'stolen laptop')],
    ['@alice --reason lost', found({ person: 'alice' }, 'lost')],
    ['@alice asked for by @bob', found({ person: 'alice' }, 'asked for by @bob')],
    ['@alice note: stolen', found({ person: 'alice' }, 'note: stolen')],
    // Nothing that narrows it down is taken for a part of the reason.
    ['@alice os:windows stolen laptop', found({ person: 'alice', os: 'windows' }, 'stolen laptop')],
    ...goodReasons.map((reason): [string, FindLine] => [`@alice ${reason}`, found({ person: 'alice' }, reason)]),
  ];
  test.each(cases)('%j', (text, expected) => {
    expect(parsePerson(wordsOf(text))).toEqual(expected);
  });

  test.each([
    ['@alice', true],
    ['@', true],
    ['alice', false],
    ['', false],
  ])('%j is one: %s', (word, expected) => {
    expect(isPerson(word)).toBe(expected);
  });
});

describe('a filter that says nothing, or too much', () => {
  const cases: Array<[string, FindLine]> = [
    ['ipp:hunter2', { kind: 'bad-filter', problem: 'unknown' }],
    ['hunter2:horse', { kind: 'bad-filter', problem: 'unknown' }],
    ['user:horse', { kind: 'bad-filter', problem: 'unknown' }],
    ['os:windows OS:horse', { kind: 'bad-filter', problem: 'twice', filter: 'os:' }],
    ['ip:1.2.3.4 ip:horse', { kind: 'bad-filter', problem: 'twice', filter: 'ip:' }],
    ['@alice @horse', { kind: 'bad-filter', problem: 'twice', filter: '@user' }],
    ['client:', { kind: 'bad-filter', problem: 'empty', filter: 'client:' }],
    ['before: @horse', { kind: 'bad-filter', problem: 'empty', filter: 'before:' }],
    ['after: os:horse', { kind: 'bad-filter', problem: 'empty', filter: 'after:' }],
    ['@', { kind: 'bad-filter', problem: 'empty', filter: '@user' }],
  ];
  test.each(cases)('%j', (text, expected) => {
    const line = parseFind(wordsOf(text));
    expect(line).toEqual(expected);
    expect(JSON.stringify(line)).not.toMatch(/hunter2|horse/);
  });

  test('with @user in front, they are named as well', () => {
    expect(parsePerson(['@'])).toEqual({ kind: 'bad-filter', problem: 'empty', filter: '@user' });
    expect(parsePerson(wordsOf('@alice os:a os:b'))).toEqual({ kind: 'bad-filter', problem: 'twice', filter: 'os:' });
    expect(parsePerson(wordsOf('@alice os:'))).toEqual({ kind: 'bad-filter', problem: 'empty', filter: 'os:' });
  });
});

describe('invariant 6: a code or password in a search is neither sent nor repeated', () => {
  type What = Extract<FindLine, { kind: 'misplaced' }>['what'];
  const both: Array<[string, What]> = [
    ['@alice --code 731946', 'code-with-search'],
    ['@alice --code=731946 lost', 'code-with-search'],
    ['@alice --method password hunter2', 'code-with-search'],
    ['@alice lost --yes', 'code-with-search'],
    ['@alice -code 731946', 'option'],
    ['@alice code:731946', 'option'],
    ['@alice os:--code=731946', 'option'],
    ['@alice --reason lost horse', 'after-option'],
    ['@alice code 731946', 'option'],
    ['@alice password hunter2', 'option'],
    ['@alice lost pw hunter2', 'secret-word'],
    ['@alice code731946', 'secret-word'],
    ['@alice my password is hunter2', 'secret-word'],
    ['@alice 731946', 'digits'],
    ['@alice 731 946', 'digits'],
    ['@alice 731946,lost', 'digits'],
    ['@alice code-731946', 'digits'],
    ['@alice laptop ７３１９４６', 'digits'],
    ['@731946', 'digits'],
    ['@alice os:731946', 'digits'],
    ['@alice os: 731946', 'digits'],
    ['@alice before:731946', 'digits'],
  ];
  test.each(both)('%j', (text, what) => {
    for (const parse of [parseFind, parsePerson]) {
      const line = parse(wordsOf(text));
      expect(line).toEqual({ kind: 'misplaced', what });
      expect(JSON.stringify(line)).not.toMatch(/731|946|hunter2|horse/);
    }
  });

  test.each(['731946', '731 946', 'code 731946', 'lost pw hunter2'])('find %s', (text) => {
    expect(parseFind(wordsOf(text)).kind).toBe('misplaced');
  });

  test('whatever stands beside a code, in whatever order', () => {
    const word = fc.constantFrom('chrome', '@alice', 'os:windows', 'ip:1.2.3.4', 'laptop', 'x:y', '--reason');
    const secret = fc.constantFrom('731946', '(731946)', 'code:731946', '--code=731946', '-c731946', 'pw:731946');
    fc.assert(
      fc.property(fc.array(word), secret, fc.array(word), (before, code, after) => {
        // What follows --reason is a reason, whatever it is.
        fc.pre(before[before.length - 1] !== '--reason' || !/^.?7/.test(code));
        for (const line of [parseFind([...before, code, ...after]), parsePerson(['@bob', ...before, code, ...after])]) {
          expect(line.kind).not.toBe('find');
          expect(JSON.stringify(line)).not.toContain('731946');
        }
      }),
    );
  });
});

test('any words give a defined outcome, and nothing is lost or made up', () => {
  const word = fc.oneof(
    fc.fullUnicodeString({ minLength: 1 }),
    fc.constantFrom('@alice', 'os:windows', 'ip:', 'x:', '--reason', 'lost'),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const line = parseFind(words);
      expect(['find', 'bad-filter', 'misplaced', 'missing-value']).toContain(line.kind);
      if (line.kind === 'find' && line.criteria) {
        const { words: others, ...filters } = line.criteria;
        expect(words).toEqual(expect.arrayContaining([...others]));
        expect(Object.values(filters).every((value) => words.some((each) => each.includes(value)))).toBe(true);
      }
    }),
  );
});

describe('megabytes of anything are read in no time', () => {
  test.each(hostile)('%s', (_name, text) => {
    expect(typeof parseFind([text]).kind).toBe('string');
    expect(typeof parsePerson(['@alice', `os:${text}`]).kind).toBe('string');
  });
});
