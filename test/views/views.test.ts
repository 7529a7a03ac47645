import { callbackPage, PAGE_HEADERS } from '../../views/callbackPage';
import { createHash } from 'crypto';
import { logoutViewId, pendingIdOf, validPendingId } from '../../views/ids';
import { codeModal, connectModal, reviewModal } from '../../views/modals';
import { fill } from '../../views/texts/catalogue';
import { blocksOf, connectedMessage, errorText, stepMessage } from '../../views/messages';
import { languageOf } from '../../views/texts/languages';
import { timeText } from '../../views/time';
import { hostile } from '../fakes/hostile';
import { AppError, InputField, InvalidInputError, RateLimitedError } from '../../core/shared/errors';

const { t } = languageOf('en');
const context = { appId: 'the-app', t };
const pending = { sessionId: 'aLiveSession', roomId: 'GENERAL', correlationId: 'request-1' };
const question = { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 } as const;

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
  [Date.parse('2026-03-01T10:05:00Z'), 0, '2026-03-01 10:05 (UTC)'],
  [Date.parse('2026-03-01T23:30:00Z'), 1, '2026-03-02 00:30 (UTC+1)'],
  [Date.parse('2026-03-01T00:30:00Z'), -3, '2026-02-28 21:30 (UTC−3)'],
  [Date.parse('2026-03-01T10:00:00Z'), 5.5, '2026-03-01 15:30 (UTC+5:30)'],
])('a time is told in the person’s own zone', (at, offset, expected) => {
  expect(timeText(at, offset)).toBe(expected);
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

describe('the modals of one logout', () => {
  test('have the same ID through all steps, and tell when they are closed', () => {
    const modals = [reviewModal('p1', pending, context), codeModal('p1', pending, question, context)];
    expect(modals.map(({ id, notifyOnClose }) => [id, notifyOnClose])).toEqual([
      ['logout-p1', true],
      ['logout-p1', true],
    ]);
  });

  test('name the session, and where the code was mailed to', () => {
    const text = JSON.stringify(codeModal('p1', pending, question, context));
    expect(text).toContain('aLiveSession');
    expect(text).toContain('o…@example.com');
  });

  test('offer another mail only where there was one', () => {
    const totp = codeModal('p1', pending, { method: 'totp', mailed: false, failures: 0 }, context);
    expect(JSON.stringify(totp)).not.toContain('send-again');
    expect(JSON.stringify(codeModal('p1', pending, question, context))).toContain('send-again');
  });
});

describe('what is said in chat', () => {
  test('a logout that is done names session, time and request', () => {
    const at = Date.parse('2026-03-01T10:05:00Z');
    expect(stepMessage({ kind: 'done', pending, at }, 'p1', 0, t)).toEqual({
      text: 'Session `aLiveSession` was ended on 2026-03-01 10:05 (UTC). Request request-1.',
    });
  });

  test.each([
    [true, 'Try again'],
    [false, undefined],
  ])('a failure has a button where trying again makes sense: %s', (again, text) => {
    const step = { kind: 'failed', pending, error: new AppError('error-workspace-timeout'), again } as const;
    expect(stepMessage(step, 'p1', 0, t).button?.text).toBe(text);
  });

  test('a rate limit says for how long', () => {
    const step = { kind: 'failed', pending, error: new RateLimitedError(429, 42), again: true } as const;
    expect(stepMessage(step, 'p1', 0, t).text).toContain('42 seconds');
  });

  test('in one line there are no buttons, but the option to type', () => {
    const message = stepMessage({ kind: 'code-needed', pending, question }, undefined, 0, t);
    expect(message.button).toBeUndefined();
    expect(message.text).toContain('/logout-session aLiveSession --code <code> --method email');
  });
});

describe('the sentence for an error in chat', () => {
  const problems: Array<[InputField, InvalidInputError['problem'], string]> = [
    ['sessionId', 'not-allowed', 'not a session ID'],
    ['reason', 'too-long', 'at most 500 characters'],
    ['reason', 'hidden-characters', 'invisible'],
    ['x-2fa-code', 'not-allowed', 'cannot be a code'],
  ];
  test.each(problems)('says what is the matter with the input: %s, %s', (field, problem, text) => {
    expect(errorText(new InvalidInputError(field, problem), t)).toContain(text);
  });

  test('is that of chat where there is one, and leads to the log', () => {
    expect(errorText(new AppError('error-internal'), t, { request: 'request-1' })).toContain('Request request-1');
    expect(errorText(new AppError('error-unauthorized'), t)).toContain('You may not do this');
    expect(errorText(new AppError('error-connection-ended'), t)).toBe('Your connection has ended. Connect again.');
  });
});

test('who has just connected may go on with what waits', () => {
  const at = Date.parse('2026-03-01T10:05:00Z');
  expect(connectedMessage(at, undefined, 0, t)).toEqual({ text: 'You are connected until 2026-03-01 10:05 (UTC).' });
  expect(connectedMessage(at, { id: 'p1', sessionId: 'aLiveSession' }, 0, t)).toEqual({
    text: 'You are connected until 2026-03-01 10:05 (UTC). You were about to end session `aLiveSession`.',
    button: { text: 'Continue', actionId: 'go-on', value: 'p1' },
  });
});

test('a message without a button has no blocks, one with a button says its text in them too', () => {
  expect(blocksOf({ text: 'hello' }, context)).toEqual([]);
  const blocks = blocksOf({ text: 'hello', button: { text: 'Go', actionId: 'go-on', value: 'p1' } }, context);
  expect(JSON.stringify(blocks)).toMatch(/hello.*"value":"p1"/);
});

test('the dialog that leads to the consent page names the address once, in its button', () => {
  const modal = JSON.stringify(connectModal('connect-1', 'http://workspace.test/oauth/authorize', 1, context));
  expect(modal.match(/oauth\/authorize/g)).toHaveLength(1);
  expect(modal).toContain('for 10 minutes');
});

describe('what names a pending logout', () => {
  test('is read back from its view', () => {
    expect(pendingIdOf(logoutViewId('p-1_A'))).toBe('p-1_A');
  });

  test.each(['', 'p1', 'logout-', 'logout-a b', `logout-${'a'.repeat(65)}`, 5, null, undefined, ['logout-p1']])(
    'is nothing in %j',
    (id) => {
      expect(pendingIdOf(id)).toBeUndefined();
    },
  );
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
