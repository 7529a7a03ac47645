import { ChatStep } from '../../core/chat/chatStep';
import {
  AppError,
  ErrorCode,
  InputField,
  InvalidInputError,
  LockedOutError,
  RateLimitedError,
} from '../../core/shared/errors';
import { STATUS_OF } from '../../endpoints/answers';
import { BLOCK } from '../../views/ids';
import {
  blocksOf,
  connectedMessage,
  errorText,
  plainText,
  progressText,
  slowText,
  stepMessage,
  unknownPersonText,
} from '../../views/messages';
import { NOW } from '../fakes/ports';
import { languageOf } from '../../views/texts/languages';

const { t } = languageOf('en');
const context = { appId: 'the-app', t };
const at = Date.parse('2026-03-01T10:05:00Z');
/** One that was typed in one line, and one that waits for its next step. */
const typed = { sessionId: 'aLiveSession', roomId: 'GENERAL', correlationId: 'request-1' };
const kept = { ...typed, id: 'p1', turn: 1 };
const question = { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 } as const;

describe('what a message is made of', () => {
  test('a text alone has no blocks', () => {
    expect(blocksOf({ text: 'hello' }, context)).toEqual([]);
    expect(plainText({ text: 'hello' })).toBe('hello');
  });

  test('with a button and a note: the text, the button, and the note last and small', () => {
    const message = { text: 'hello', button: { text: 'Go', actionId: 'go-on', value: 'p1' }, note: 'Request r1' };
    const blocks = blocksOf(message, context) as unknown as Array<{ type: string; blockId: string }>;
    expect(blocks.map(({ type, blockId }) => [type, blockId])).toEqual([
      ['section', BLOCK.what],
      ['actions', BLOCK.actions],
      ['context', BLOCK.request],
    ]);
    expect(blocks[0]).toMatchObject({ text: { text: 'hello' } });
    expect(blocks[1]).toMatchObject({ elements: [{ actionId: 'go-on', value: 'p1', style: 'primary' }] });
    expect(blocks[2]).toMatchObject({ elements: [{ type: 'plain_text', text: 'Request r1' }] });
    expect(plainText(message)).toBe('hello\nRequest r1');
  });

  test('with either alone the text is said in the blocks too', () => {
    const button = { text: 'Go', actionId: 'go-on', value: 'p1' };
    expect(blocksOf({ text: 'hello', button }, context)).toHaveLength(2);
    const noted = blocksOf({ text: 'hello', note: 'Request r1' }, context);
    expect(noted).toHaveLength(2);
    expect(JSON.stringify(noted)).toMatch(/hello.*Request r1/);
  });
});

describe('what is said in chat', () => {
  test('a logout that is done names session and time, and the request in its note', () => {
    expect(stepMessage({ kind: 'done', pending: typed, at }, 0, t)).toEqual({
      text: 'Session `aLiveSession` was ended on 2026-03-01 10:05 (UTC).',
      note: 'Request request-1',
    });
  });

  const buttons: Array<[string, (pending: typeof kept | typeof typed) => ChatStep, string, string]> = [
    ['a code', (pending) => ({ kind: 'code-needed', pending, question }), 'Enter the code', 'go-on'],
    ['a code that was left out', (pending) => ({ kind: 'code-missing', pending, question }), 'Enter the code', 'go-on'],
    ['an incorrect code', (pending) => ({ kind: 'code-incorrect', pending, question }), 'Try again', 'go-on'],
    ['a yes', (pending) => ({ kind: 'confirm-needed', pending, question: 'confirm' }), 'Continue', 'go-on'],
    [
      'another reason',
      (pending) => ({ kind: 'input-invalid', pending, error: new InvalidInputError('reason', 'too-long') }),
      'Try again',
      'go-on',
    ],
    ['a connection', (pending) => ({ kind: 'connect-first', pending, ended: false }), 'Connect', 'connect'],
    [
      'a failure',
      (pending) => ({ kind: 'failed', pending, error: new AppError('error-workspace-timeout'), again: true }),
      'Try again',
      'go-on',
    ],
  ];
  test.each(buttons)('%s: a button leads on where the logout waits, and only there', (_name, make, text, actionId) => {
    expect(stepMessage(make(kept), 0, t).button).toEqual({ text, actionId, value: 'p1' });
    expect(stepMessage(make(typed), 0, t).button).toBeUndefined();
  });

  test.each([
    ['done', { kind: 'done', pending: kept, at }],
    ['failed for good', { kind: 'failed', pending: kept, error: new AppError('error-internal'), again: false }],
  ] as Array<[string, ChatStep]>)('a logout that is %s has no button', (_name, step) => {
    expect(stepMessage(step, 0, t).button).toBeUndefined();
  });

  test('a rate limit says for how long', () => {
    const step = { kind: 'failed', pending: kept, error: new RateLimitedError(429, 42), again: true } as const;
    expect(stepMessage(step, 0, t)).toMatchObject({
      text: expect.stringMatching(/42 seconds.*\(Session `aLiveSession`\.\)$/),
      note: 'Request request-1',
    });
  });

  test('in one line there are no buttons, but the option to type', () => {
    expect(stepMessage({ kind: 'code-needed', pending: typed, question }, 0, t).text).toContain(
      '/logout-session aLiveSession --code <code> --method email',
    );
    expect(stepMessage({ kind: 'confirm-needed', pending: typed, question: 'confirm' }, 0, t).text).toContain('--yes');
    expect(stepMessage({ kind: 'code-needed', pending: kept, question }, 0, t).text).not.toContain('--code');
  });

  test('what comes from elsewhere is shown as code', () => {
    const text = '`*[x](javascript:alert(1))\n@all`';
    const shown = '`*[x](javascript:alert(1)) @all`';
    const step = { kind: 'code-needed', pending: kept, question: { ...question, address: text } } as const;
    expect(stepMessage(step, 0, t).text).toContain(`mailed to ${shown}`);
    const odd = { ...kept, sessionId: text };
    expect(stepMessage({ kind: 'done', pending: odd, at }, 0, t).text).toContain(`Session ${shown} was`);
    expect(connectedMessage(at, odd, 0, t).text).toContain(shown);
  });
});

describe('the sentence for an error in chat', () => {
  const problems: Array<[InputField, InvalidInputError['problem'], string]> = [
    ['sessionId', 'not-allowed', 'not a session ID'],
    ['sessionId', 'missing', 'not a session ID'],
    ['reason', 'too-long', 'at most 500 characters'],
    ['reason', 'hidden-characters', 'invisible'],
    ['reason', 'looks-like-code', 'looks like a code'],
    ['x-2fa-code', 'not-allowed', 'cannot be a code'],
    ['ip', 'not-allowed', 'not an IP address'],
    ['os', 'not-allowed', 'The system you search for'],
    ['client', 'not-allowed', 'The client you search for'],
    ['filter', 'not-allowed', 'The words you search for'],
    ['loginAfter', 'not-allowed', 'time for `after:`'],
    ['loginBefore', 'not-allowed', 'time for `before:`'],
    ['body', 'not-an-object', 'must be an object'],
  ];
  test.each(problems)('says what is the matter with the input: %s, %s', (field, problem, text) => {
    expect(errorText(new InvalidInputError(field, problem), t)).toContain(text);
  });

  test('is that of chat where there is one, and leads to the log', () => {
    expect(errorText(new AppError('error-internal'), t, { request: 'request-1' })).toContain('Request request-1');
    expect(errorText(new AppError('error-unauthorized'), t)).toContain('You may not do this');
    expect(errorText(new AppError('error-connection-ended'), t)).toBe('Your connection has ended. Connect again.');
  });

  test('names the permissions that everything of a person needs', () => {
    const alice = { id: 'alice-id', username: 'alice', isEnabled: true };
    const search = { form: false, person: alice, what: 'everything', utcOffset: 0 } as const;
    const pending = { search, roomId: 'GENERAL', correlationId: 'r1' };
    const step = { kind: 'failed', pending, error: new AppError('error-unauthorized', 403), again: false } as const;
    const { text } = stepMessage(step, 0, t);
    expect(text).toMatch(
      /logout-other-user, with logout-device-management or create-personal.*\(Everything of `@alice`\.\)/,
    );
  });

  test('says until when somebody is locked out, in their own time', () => {
    const error = new LockedOutError(Date.parse('2026-03-01T10:15:00Z'), NOW);
    expect(errorText(error, t)).toContain('until 2026-03-01 10:15 (UTC)');
    expect(errorText(error, t, {}, 5.5)).toContain('until 2026-03-01 15:45 (UTC+5:30)');
  });

  const values = { session: 'aLiveSession', request: 'request-1' };
  test.each((Object.keys(STATUS_OF) as ErrorCode[]).filter((code) => code !== 'invalid-params'))(
    'is whole for %s',
    (code) => {
      const errors: Partial<Record<ErrorCode, AppError>> = {
        'error-too-many-requests': new RateLimitedError(429, 42),
        'error-locked-out': new LockedOutError(NOW, NOW),
      };
      const error = errors[code] ?? new AppError(code);
      expect(errorText(error, t, values)).toMatch(/^[^{}]{10,}[.?]$/);
    },
  );
});

test('who has just connected may go on with what waits', () => {
  expect(connectedMessage(at, undefined, 0, t)).toEqual({ text: 'You are connected until 2026-03-01 10:05 (UTC).' });
  expect(connectedMessage(at, kept, 0, t)).toEqual({
    text: 'You are connected until 2026-03-01 10:05 (UTC). You were about to end session `aLiveSession`.',
    button: { text: 'Continue', actionId: 'go-on', value: 'p1' },
  });
});

describe('a search in messages', () => {
  const alice = { id: 'alice-id', username: '`*@all*`', isEnabled: true };
  const listed = [{ sessionId: 'aListedSession', userId: 'alice-id', client: 'Chrome', ip: '203.0.113.24' }];
  const common = { id: 'p1', turn: 1, roomId: 'GENERAL', correlationId: 'request-1' };
  const search = { ...common, search: { form: false, person: alice, what: 'choose', utcOffset: 0 } } as const;
  const found = { person: alice, listed, complete: true, looked: 1, all: false, chosen: [] };
  const choice = { ...common, choice: found };
  const whole = /^[^{}]+$/;

  test('what was found is counted, and the list never in a message', () => {
    const said = stepMessage({ kind: 'found', pending: choice, question }, 0, t);
    expect(said).toMatchObject({ text: expect.stringContaining('Sessions found: 1.'), button: { actionId: 'go-on' } });
    const steps: ChatStep[] = [
      { kind: 'found', pending: choice, question },
      { kind: 'code-incorrect', pending: choice, question },
      { kind: 'confirm-needed', pending: choice, question: 'confirm' },
      { kind: 'failed', pending: choice, error: new AppError('totp-max-attempts'), again: false },
    ];
    for (const { text, note = '' } of steps.map((step) => stepMessage(step, 0, t))) {
      expect(text + note).not.toMatch(/aListedSession|Chrome|203\.0/);
      expect(text).toMatch(whole);
      expect(text.replace(/`[^`]*`/g, '')).not.toContain('@all');
    }
  });

  test('nothing found has no button; what did not get through everything says so', () => {
    const none = (complete: boolean) => stepMessage({ kind: 'none-found', pending: search, complete }, 0, t);
    expect([none(true), none(false)].map(({ button }) => button)).toEqual([undefined, undefined]);
    expect(none(true).text).toMatch(/^No session was found\. /);
    expect(none(false).text).toContain('did not get through all of them');
  });

  test('an unknown person: who comes close is shown as code', () => {
    expect(unknownPersonText([], t)).toMatch(/^There is no user with that name\. Enter/);
    expect(unknownPersonText(['alice', 'a`@all'], t)).toBe(
      'There is no user with that name. Did you mean `@alice`, `@a @all`?',
    );
  });

  test('what takes long says how far it is, or that the result will follow', () => {
    expect(progressText(search, 7, t)).toMatch(/^Sessions ended so far: 7\. /);
    expect([slowText(search, 'slow', t), slowText(search, 'slow-result', t), slowText(kept, 'slow', t)]).toEqual([
      expect.stringMatching(/^The workspace is slow\. .*Sessions of/),
      expect.stringMatching(/^The workspace is slow\. .*Sessions of/),
      expect.stringContaining('`aLiveSession`'),
    ]);
  });
});
