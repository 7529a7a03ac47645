import * as fc from 'fast-check';
import {
  announcesSecret,
  holdsCode,
  looksLikeCode,
  looksLikeOption,
  namesSecret,
  tellsSecret,
} from '../../../core/chat/suspectText';
import { hostile, SHORTER_LENGTH } from '../../fakes/hostile';
import { goodReasons } from '../../fakes/reasons';

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
  'passcode',
  'passphrase',
  'secret',
  'secreto',
  'segredo',
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
    '½⅓',
    '731946,lost',
    'lost,731946',
    'lost/731946',
    'lost-731946',
    'INC-731946',
    '731 946 laptop',
    'laptop 731 946',
    'laptop 73 19 46 lost',
    'laptop 7 3 1 9 4 6 lost',
    'laptop 731 - 946',
    'laptop 731-946',
    'laptop 731.946',
    'laptop ७३१ ९४६',
    '4711 731 946',
    'room 73 19 46',
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
  ])('but %j does not', (text) => {
    expect(looksLikeCode(text)).toBe(false);
  });

  test.each(['1', '4711', '12345678', '203.0.113', '2026-11-23'])('%j is only digits, but holds no code', (text) => {
    expect([looksLikeCode(text), holdsCode(text)]).toEqual([true, false]);
  });

  test.each(goodReasons)('nor does %j', (text) => {
    expect(looksLikeCode(text)).toBe(false);
  });

  test('dates, times and addresses do not, whatever they are', () => {
    const date = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z') });
    const forms = date.chain((each) => {
      const iso = each.toISOString();
      const [year, month, day] = iso.slice(0, 10).split('-');
      return fc.constantFrom(
        iso,
        iso.slice(0, 10),
        iso.slice(0, 7),
        `${day}.${month}.${year}`,
        `${Number(month)}/${Number(day)}/${year}`,
        iso.slice(11, 16),
        iso.slice(11, 19),
        `Nov ${Number(day)}, ${year}`,
      );
    });
    fc.assert(
      fc.property(fc.oneof(forms, fc.ipV4(), fc.webUrl()), (text) => {
        expect(looksLikeCode(`seen ${text}, then lost`)).toBe(false);
      }),
    );
  });

  test('in groups as people write them, wherever it stands', () => {
    const code = fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(6, '0'));
    const grouped = fc
      .tuple(code, fc.constantFrom(1, 2, 3, 6), fc.constantFrom(' ', '  ', ' - ', ', ', '\u00a0'))
      .map(([digits, size, between]) => (digits.match(new RegExp(`.{${size}}`, 'g')) ?? []).join(between));
    const word = fc.constantFrom('lost', 'laptop', 'INC0012345');
    fc.assert(
      fc.property(fc.array(word), grouped, fc.array(word), (before, secret, after) => {
        expect(looksLikeCode([...before, secret, ...after].join(' '))).toBe(true);
      }),
    );
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

describe('a text names a secret', () => {
  const told = [
    'code-731946',
    'code/731946',
    'code731946',
    '731946code',
    'Code #4711',
    'my code is 4711',
    '4711 is the pin',
    'lost pw hunter2',
    'my password is hunter2',
    'hunter2 is my password',
    'secret hunter2',
    'lost (pw/hunter2)',
    'ｐａｓｓｗｏｒｄ hunter2',
    'meine Kennwort hunter2',
    'mi contraseña es hunter2',
    'minha senha é hunter2',
    'PASSWORD: correct',
    'the pw = correct',
    'pw =correct',
    'lost, pw:correct',
    'https://example.com/?code=731946',
  ];
  test.each(told)('%j, and tells it', (text) => {
    expect([namesSecret(text), tellsSecret(text)]).toEqual([true, true]);
  });

  test.each(['my password is correct horse', 'password leaked', 'reset-password', 'correct horse is the passphrase'])(
    '%j, but perhaps tells none',
    (text) => {
      expect([namesSecret(text), tellsSecret(text)]).toEqual([true, false]);
    },
  );

  test.each([
    ...goodReasons,
    'encoded 4711',
    '2FA phone lost',
    'QR code phishing',
    'code shown on 2026-11-23',
    'code leaked, see INC0012345',
    'passport 4711',
  ])('%j: neither', (text) => {
    expect([namesSecret(text), tellsSecret(text)]).toEqual([false, false]);
  });

  test('any password beside its name, wherever both stand', () => {
    const name = fc.constantFrom('pw', 'Password', 'passwort', 'senha', 'clave', 'contraseña', 'secret', 'passphrase');
    const word = fc.constantFrom('lost', 'my', 'is', '4711', '-');
    fc.assert(
      fc.property(
        fc.array(word),
        name,
        fc.array(word),
        fc.hexaString({ minLength: 3 }),
        (before, is, after, secret) => {
          const text = [...before, is, ...after, `${secret}7x`].join(' ');
          expect([namesSecret(text), tellsSecret(text)]).toEqual([true, true]);
        },
      ),
    );
  });
});

test.each(hostile)('very much of %s is looked through in no time', (_name, long) => {
  const text = long.slice(0, SHORTER_LENGTH);
  expect(typeof looksLikeOption(text)).toBe('boolean');
  expect(announcesSecret(text)).toBe(/^[-–]+$/.test(text));
  expect(looksLikeCode(text)).toBe(/^1/.test(text));
  expect([namesSecret(text), tellsSecret(text)]).toEqual([false, false]);
  expect(typeof namesSecret(`code ${text}`)).toBe('boolean');
});
