import {
  AppError,
  ErrorCode,
  InvalidInputError,
  LockedOutError,
  RateLimitedError,
  SecondFactorError,
} from '../../core/shared/errors';
import { errorAnswer, methodNotAllowed, STATUS_OF } from '../../endpoints/answers';
import { en } from '../../views/texts/en';

const codes = Object.keys(STATUS_OF) as ErrorCode[];

test.each(codes)('%s has a text of its own, and the request’s ID', (code) => {
  const { status, headers, content } = errorAnswer(new AppError(code), 'request-1');
  expect(status).toBe(STATUS_OF[code]);
  expect(headers).toMatchObject({ 'X-Request-Id': 'request-1', 'Cache-Control': 'no-store' });
  expect(content).toMatchObject({ success: false, errorType: code });
  expect((content as { error: string }).error.length).toBeGreaterThan(10);
  expect(en).toHaveProperty([code]);
});

test('only what is done is a success, and what may have happened is the server’s failure', () => {
  expect(codes.filter((code) => STATUS_OF[code] < 400)).toEqual([]);
  expect(STATUS_OF['error-outcome-unknown']).toBe(504);
});

test('a challenge is answered in the workspace’s own words', () => {
  const details = { method: 'totp', codeGenerated: false, availableMethods: ['totp'] };
  const answer = { error: 'TOTP Required [totp-required]', details };
  const challenge = { code: 'totp-required', method: 'totp', mailed: false, answer } as const;
  expect(errorAnswer(new SecondFactorError(challenge, 400), 'request-1').content).toEqual({
    success: false,
    error: 'TOTP Required [totp-required]',
    errorType: 'totp-required',
    details,
  });
});

test('a rate limit says when to try again', () => {
  const { headers, content } = errorAnswer(new RateLimitedError(429, 42), 'request-1');
  expect(headers).toMatchObject({ 'Retry-After': '42' });
  expect(content).toMatchObject({ details: { retryAfterSeconds: 42 }, error: expect.stringContaining('42 seconds') });
});

test('a lockout says until when, in every way a client may look for it', () => {
  const until = Date.parse('2026-03-01T10:15:00Z');
  const { status, headers, content } = errorAnswer(new LockedOutError(until, until - 839_001), 'request-1');
  expect(status).toBe(429);
  expect(headers).toMatchObject({ 'Retry-After': '840' });
  expect(content).toMatchObject({
    error: expect.stringContaining('2026-03-01 10:15 (UTC)'),
    details: { retryAfterSeconds: 840, until: '2026-03-01T10:15:00.000Z' },
  });
});

test.each([
  ['reason', 'too-long', '500 characters'],
  ['reason', 'hidden-characters', 'control characters'],
  ['sessionId', 'not-allowed', '1 to 128'],
  ['x-2fa-code', 'not-allowed', 'at most 256'],
] as const)('invalid input names its field and its limit: %s, %s', (field, problem, text) => {
  expect(errorAnswer(new InvalidInputError(field, problem), 'request-1').content).toMatchObject({
    errorType: 'invalid-params',
    details: { field },
    error: expect.stringContaining(text),
  });
});

test('who is not logged in is told so in the words of 6.5 and of later versions', () => {
  expect(errorAnswer(new AppError('error-not-logged-in'), 'request-1').content).toMatchObject({
    status: 'error',
    message: expect.any(String),
    error: expect.any(String),
  });
});

test('a method that is not there says which one is', () => {
  expect(methodNotAllowed('GET', 'request-1')).toMatchObject({ status: 405, headers: { Allow: 'GET' } });
});
