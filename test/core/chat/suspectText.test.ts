import * as fc from 'fast-check';
import { announcesSecret, looksLikeCode, looksLikeOption } from '../../../core/chat/suspectText';
import { hostile } from '../../fakes/hostile';

/** Everything that a keyboard or an autocorrection makes of a dash: Unicode's dashes, and the minus sign. */
const DASHES = ['-', '‐', '‑', '‒', '–', '—', '―', '⸺', '﹣', '－', '−'];
/** The words for a code or password in the languages of the app, and the options that are none there. */
const NAMES = [
  'code',
  'codes',
  'otp',
  'totp',
  '2fa',
  'mfa',
  'pin',
  'pw',
  'pwd',
  'pass',
  'passwd',
  'password',
  'passwort',
  'kennwort',
  'contraseña',
  'clave',
  'código',
  'codigo',
  'senha',
  'method',
  'reason',
];

describe('a word looks like an option', () => {
  test.each(DASHES)('that begins with %j, once or twice', (dash) => {
    expect([`${dash}code`, `${dash}${dash}code`, `${dash}c`, `${dash}7`, `${dash}código`].every(looksLikeOption)).toBe(
      true,
    );
  });

  test.each(NAMES)('that gives %s a value', (name) => {
    expect([`${name}:x`, `${name}=x`, `${name.toUpperCase()}:x`, `${name}:`].every(looksLikeOption)).toBe(true);
  });

  test.each(['code', 'lost', 'a-b', 'ticket:4711', 'https://example.com/1', '-', '--', '—', '', '=', ':code', '10:30'])(
    'but %j does not',
    (word) => {
      expect(looksLikeOption(word)).toBe(false);
    },
  );
});

describe('a word announces a secret', () => {
  test.each(NAMES)('%s, whatever is around it', (name) => {
    expect([name, name.toUpperCase(), `${name}:`, `(${name})`, `«${name}»`, `\`${name}\``].every(announcesSecret)).toBe(
      true,
    );
  });

  test.each([...DASHES, '--', '——', '-–'])('%j alone, as of an option that was torn apart', (dash) => {
    expect(announcesSecret(dash)).toBe(true);
  });

  test.each(['lost', 'encode', 'codec', 'passport', 'pinned', '-a', '', '…', 'RkpypinZrH9vfdHvk'])(
    'but %j does not',
    (word) => {
      expect(announcesSecret(word)).toBe(false);
    },
  );
});

describe('a text looks like a code', () => {
  test.each([
    '731946',
    ' 731946 ',
    '731946.',
    '"731946"',
    '`731946`',
    '«731946»',
    '„731946“',
    '#731946',
    '７３１９４６',
    '٧٣١٩٤٦',
    '७३१९४६',
    '731-946',
    '73 19 46',
    '7 3 1 9 4 6',
    '1',
    '12345678',
    '731946 lost laptop',
    'lost 731946 laptop',
    'my code is 731946',
    'my code is ７３１９４６',
    'lost ٧٣١٩٤٦, laptop',
    'lost\n731946',
    'lost\u00a0731946',
  ])('%j', (text) => {
    expect(looksLikeCode(text)).toBe(true);
  });

  test.each([
    '',
    ' ',
    '.',
    'lost laptop',
    'ticket 4711',
    'ticket 47110815',
    'since 2026-03-01',
    'INC731946',
    'a731946b',
    'RkpypinZrH9vfdHvk',
    '½⅓',
  ])('but %j does not', (text) => {
    expect(looksLikeCode(text)).toBe(false);
  });

  test('wherever it stands among words, whatever punctuation is around', () => {
    const word = fc.constantFrom('lost', 'ticket', '4711', '–', 'x1');
    const mark = fc.constantFrom('', '"', '(', ')', '.', ',', '`', '“', '«', '-', '#');
    const code = fc.tuple(mark, fc.integer({ min: 0, max: 999_999 }), mark).map(([before, number, after]) => {
      return `${before}${String(number).padStart(6, '0')}${after}`;
    });
    fc.assert(
      fc.property(fc.array(word), code, fc.array(word), (before, secret, after) => {
        expect(looksLikeCode([...before, secret, ...after].join(' '))).toBe(true);
      }),
    );
  });
});

test.each(hostile)('megabytes of %s are looked through in no time', (_name, text) => {
  expect(typeof looksLikeOption(text)).toBe('boolean');
  expect(announcesSecret(text)).toBe(/^[-–]+$/.test(text));
  expect(looksLikeCode(text)).toBe(/^1/.test(text));
});
