import { readdirSync } from 'fs';
import { join } from 'path';
import { settings } from '../../adapters/settings';
import { LIMITS } from '../../core/shared/limits';
import deSettings from '../../i18n/de.json';
import enSettings from '../../i18n/en.json';
import esSettings from '../../i18n/es.json';
import ptBRSettings from '../../i18n/pt-BR.json';
import { de } from '../../views/texts/de';
import { en } from '../../views/texts/en';
import { es } from '../../views/texts/es';
import { languageOf } from '../../views/texts/languages';
import { ptBR } from '../../views/texts/pt-BR';

type Catalogue = Readonly<Record<string, string>>;
const english: Catalogue = en;
const TRANSLATIONS: Array<[language: string, texts: Catalogue, settingTexts: Catalogue]> = [
  ['de', de, deSettings],
  ['es', es, esSettings],
  ['pt-BR', ptBR, ptBRSettings],
];
const ALL: typeof TRANSLATIONS = [['en', en, enSettings], ...TRANSLATIONS];

/** Texts that are rightly the same as in English: only these may be. */
const SAME_AS_ENGLISH: Record<string, string[]> = {
  de: ['button:details', 'page:title', 'record:via:api', 'search:failed'],
  es: ['page:title', 'record:via:api', 'search:failed'],
  'pt-BR': ['page:title', 'record:via:api', 'search:failed'],
};

/** Of one text: what is filled in, and what people type or send as it is written. */
const placeholdersOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const literalsOf = (text: string): string[] =>
  [
    ...new Set(
      text.match(
        /\/logout-session( (connect|disconnect|status|help|find|log|unlock|@user))?|--\w+|x-2fa-\w+|https?:\S+[^,. ]/g,
      ),
    ),
  ].sort();
const ofEach = (textsOf: Catalogue, parts: (text: string) => string[]) =>
  Object.fromEntries(Object.keys(english).map((key) => [key, parts(textsOf[key])]));
const languagesIn = (folder: string, extension: string): string[] =>
  readdirSync(join(__dirname, '../..', folder))
    .filter((file) => !['catalogue.ts', 'languages.ts'].includes(file))
    .map((file) => file.slice(0, -extension.length))
    .sort();

test('every catalogue is looked at here', () => {
  const languages = ALL.map(([language]) => language).sort();
  expect(languagesIn('views/texts', '.ts')).toEqual(languages);
  expect(languagesIn('i18n', '.json')).toEqual(languages);
});

describe('the limits', () => {
  /** What texts are given besides the limits. */
  const VALUES = [
    'devices',
    'who',
    'whom',
    'results',
    'until',
    'from',
    'to',
    'reason',
    'about',
    'address',
    'ago',
    'count',
    'error',
    'field',
    'filter',
    'gone',
    'hours',
    'looked',
    'method',
    'nearest',
    'option',
    'people',
    'person',
    'request',
    'rest',
    'result',
    'seconds',
    'session',
    'sessions',
    'time',
    'tries',
    'url',
  ];
  /** The limits as somebody might write them out. */
  const WRITTEN_OUT =
    /\b(five|ten|fifty|fünf|zehn|fünfzig|cinco|diez|dez|cincuenta|cinquenta)\b (minut|caract|charact|zeichen|roles|rollen|pap)/i;
  const namesIn = (texts: Catalogue): string[] =>
    Object.values(texts).flatMap((text) => text.match(/(?<=\{)\w+/g) ?? []);

  it.each(ALL)('%s: every name that a text uses exists', (_language, texts, settingTexts) => {
    const limits = Object.keys(LIMITS);
    expect(namesIn(texts).filter((name) => ![...limits, ...VALUES].includes(name))).toEqual([]);
    // These are filled in when the app is packaged, where there is nothing else to fill in.
    expect(namesIn(settingTexts).filter((name) => !limits.includes(name))).toEqual([]);
  });

  it.each(ALL)('%s: every one is used', (_language, texts, settingTexts) => {
    const used = [...namesIn(texts), ...namesIn(settingTexts)];
    expect(Object.keys(LIMITS).filter((name) => !used.includes(name))).toEqual([]);
    expect(VALUES.filter((name) => !used.includes(name))).toEqual([]);
  });

  it.each(ALL)('%s: none is written out', (_language, texts, settingTexts) => {
    const numbers = Object.values(LIMITS).filter((value) => value !== '1');
    expect(numbers).toEqual(expect.arrayContaining(['500', '336', '128', '50', '25', '10', '5']));
    const literal = new RegExp(`(?<![\\d:])(${numbers.join('|')})(?!\\d)`);
    const all = [...Object.values(texts), ...Object.values(settingTexts)];
    expect(all.filter((text) => literal.test(text) || WRITTEN_OUT.test(text))).toEqual([]);
    expect(
      ['at most 500 characters', 'within ten minutes'].filter((text) => literal.test(text) || WRITTEN_OUT.test(text)),
    ).toHaveLength(2);
  });

  it.each(ALL)('%s: none is left to fill in when a person reads it', (language, texts) => {
    const { t } = languageOf(language);
    const values = Object.fromEntries(VALUES.map((name) => [name, 'x']));
    const left = (Object.keys(texts) as Array<keyof typeof en>).filter((key) => /[{}]/.test(t(key, values)));
    expect(left).toEqual([]);
  });
});

describe.each(ALL)('%s', (_language, texts, settingTexts) => {
  it('has the keys of the English texts', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    expect(Object.keys(settingTexts).sort()).toEqual(Object.keys(enSettings).sort());
  });

  it('has no empty text and no stray space', () => {
    const ill = [...Object.entries(texts), ...Object.entries(settingTexts)].filter(
      ([, text]) => text === '' || text !== text.trim() || text.includes('  '),
    );
    expect(ill).toEqual([]);
  });

  it('names, groups and explains every setting, and every choice of one', () => {
    const keys = settings.flatMap(({ i18nLabel, i18nDescription, section, values = [] }) => [
      i18nLabel,
      i18nDescription,
      section,
      ...values.map((choice) => choice.i18nLabel),
    ]);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter((key) => key === undefined || !(key in settingTexts))).toEqual([]);
  });

  it('calls the settings what the admin page calls them', () => {
    for (const key of ['error-workspace-unreachable', 'error-workspace-invalid-response']) {
      expect(texts[key]).toContain(settingTexts.workspace_url_label);
    }
    expect(texts['error-2fa-not-enforced']).toContain(settingTexts.without_challenge_label);
    expect(texts['error-2fa-not-enforced']).toContain(settingTexts.without_challenge_allow);
    for (const { id } of settings.filter((setting) => `setting:${setting.id}` in texts)) {
      const [name] = settingTexts[`${id}_label`].split(' (');
      expect(texts[`setting:${id}`]).toMatch(new RegExp(`^${name}: `));
    }
  });
});

describe.each(TRANSLATIONS)('%s', (language, texts, settingTexts) => {
  it('is spoken to who has it as their language', () => {
    const { tag, t } = languageOf(language.replace('-', '_'));
    expect(tag).toBe(language);
    expect(t('totp-invalid')).toBe(texts['totp-invalid']);
  });

  it.each([
    ['placeholders', placeholdersOf, '{seconds}'],
    ['commands, options, headers and addresses', literalsOf, '/logout-session connect'],
  ])('keeps the %s of every text', (_parts, partsOf, example) => {
    expect(Object.values(ofEach(english, partsOf)).flat()).toContain(example);
    expect(ofEach(texts, partsOf)).toEqual(ofEach(english, partsOf));
  });

  it('is translated', () => {
    const same = (translated: Catalogue, original: Catalogue) =>
      Object.keys(original).filter((key) => translated[key] === original[key]);
    expect([...same(texts, english), ...same(settingTexts, enSettings)].sort()).toEqual(SAME_AS_ENGLISH[language]);
  });
});
