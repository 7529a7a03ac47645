import { createHash } from 'crypto';
import { secureRandom } from '../../adapters/system';
import { callbackPage, PAGE_HEADERS } from '../../views/callbackPage';
import { logoutViewId, pendingIdOf, validPendingId } from '../../views/ids';
import { fill } from '../../views/texts/catalogue';
import { languageOf } from '../../views/texts/languages';
import { hostile } from '../fakes/hostile';

describe('the page after connecting', () => {
  const page = callbackPage('<b>"heading"</b>', `it's & <script>alert(1)</script>`, languageOf('en'));

  test('escapes everything', () => {
    expect(page).not.toMatch(/<b>|<script>|"heading"/);
    expect(page).toContain('it&#39;s &amp; &lt;script&gt;');
  });

  test('allows no script, no frame and no form, and only its own style', () => {
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(PAGE_HEADERS['Content-Security-Policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });
});

test.each([
  ['en', 'en'],
  ['pt-BR', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['es_MX', 'es'],
  ['DE-at', 'de'],
  ['xx', 'en'],
  [undefined, 'en'],
  [5, 'en'],
])('the language for %j is %s', (tag, expected) => {
  expect(languageOf(tag).tag).toBe(expected);
});

describe('what names a pending logout', () => {
  const ID = 'p-1_A'.padEnd(24, 'x');

  test('is an ID as the app makes them, read back from its view', () => {
    for (const id of [ID, secureRandom.id()]) {
      expect(validPendingId(id)).toBe(id);
      expect(pendingIdOf(logoutViewId(id))).toBe(id);
    }
  });

  const odd = ['', 'p1', ID.slice(1), `${ID}x`, `${ID.slice(1)} `, `${ID.slice(1)}\n`, `${ID}\n`, `${ID.slice(1)}ü`];
  test.each([...odd, 5, null, undefined, [ID]])('is nothing in %j', (id) => {
    expect(validPendingId(id)).toBeUndefined();
    expect(pendingIdOf(typeof id === 'string' ? `logout-${id}` : id)).toBeUndefined();
  });

  test.each([ID, `Logout-${ID}`, ` logout-${ID}`, [`logout-${ID}`]])('is nothing in the view %j', (id) => {
    expect(pendingIdOf(id)).toBeUndefined();
  });
});

describe('texts', () => {
  test('are filled in once: what was put in is not looked at again', () => {
    expect(fill('{a} {b} {c}', { a: '{b}', b: '$&' })).toBe('{b} $& {c}');
  });

  test.each(hostile)('megabytes of %s are filled, looked up and refused in no time', (_name, text) => {
    expect(fill(text, { a: 'b' })).toBe(text);
    expect(fill('{a}', { a: text })).toBe(text);
    expect(languageOf(text).tag).toBe('en');
    expect(validPendingId(text)).toBeUndefined();
    expect(pendingIdOf(`logout-${text}`)).toBeUndefined();
  });
});
