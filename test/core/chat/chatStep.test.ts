import { stepAfter } from '../../../core/chat/chatStep';
import { AppError, InvalidInputError, RateLimitedError, SecondFactorError } from '../../../core/shared/errors';
import { Challenge } from '../../../core/shared/secondFactor';
import { pending } from '../../fakes/chat';

const challenged = (change: Partial<Challenge>): SecondFactorError =>
  new SecondFactorError(
    { code: 'totp-required', method: 'totp', mailed: false, answer: { error: '', details: {} }, ...change },
    400,
  );
const asked = (failures: number) => ({ ...pending, question: { method: 'email', mailed: false, failures } as const });

describe('a challenge becomes a question', () => {
  test.each([
    ['olivia@example.com', 'o…@example.com'],
    ['o@example.com', 'o…@example.com'],
    ['"a@b"@example.com', '"…@example.com'],
    ['olivia', 'olivia'],
    [undefined, undefined],
  ])('that shows of the address %j just %j', (address, shown) => {
    const step = stepAfter(challenged({ method: 'email', address, mailed: true }), pending);
    expect(step).toEqual({
      kind: 'code-needed',
      pending,
      question: { method: 'email', address: shown, mailed: true, failures: 0 },
    });
  });

  test('a method of the future is asked for like an authenticator’s code', () => {
    expect(stepAfter(challenged({ method: 'other' }), pending)).toMatchObject({ question: { method: 'totp' } });
  });

  test('the tries begin anew with every demand', () => {
    expect(stepAfter(challenged({ method: 'email' }), asked(2))).toMatchObject({ question: { failures: 0 } });
  });
});

describe('an incorrect code', () => {
  test('is counted', () => {
    const incorrect = challenged({ code: 'totp-invalid', method: 'email' });
    expect(stepAfter(incorrect, pending)).toMatchObject({ kind: 'code-incorrect', question: { failures: 1 } });
    expect(stepAfter(incorrect, asked(2))).toMatchObject({ kind: 'code-incorrect', question: { failures: 3 } });
  });

  test('for which another was mailed is not', () => {
    const incorrect = challenged({ code: 'totp-invalid', method: 'email', mailed: true });
    expect(stepAfter(incorrect, asked(2))).toMatchObject({ question: { mailed: true, failures: 0 } });
  });

  test('too often is the end', () => {
    const error = challenged({ code: 'totp-max-attempts' });
    expect(stepAfter(error, pending)).toEqual({ kind: 'failed', pending, error, again: false });
  });
});

test('what needs only a yes asks for that', () => {
  const error = new AppError('error-confirmation-needed', 404);
  expect(stepAfter(error, pending)).toEqual({ kind: 'confirm-needed', pending, question: 'confirm' });
});

test('an incorrect code after no question of a code is the first', () => {
  const incorrect = challenged({ code: 'totp-invalid', method: 'email' });
  expect(stepAfter(incorrect, { ...pending, question: 'confirm' })).toMatchObject({ question: { failures: 1 } });
});

test('what cannot be accepted can be typed again', () => {
  const error = new InvalidInputError('reason', 'too-long');
  expect(stepAfter(error, pending)).toEqual({ kind: 'input-invalid', pending, error });
});

test.each([
  ['error-not-connected', false],
  ['error-connection-ended', true],
  ['error-not-logged-in', true],
] as const)('%s leads to the consent page; there was a connection: %s', (code, ended) => {
  expect(stepAfter(new AppError(code), pending)).toEqual({ kind: 'connect-first', pending, ended });
});

const others: Array<[AppError, boolean]> = [
  [new AppError('error-workspace-unreachable'), true],
  [new AppError('error-workspace-invalid-response'), true],
  [new AppError('error-workspace-timeout'), true],
  [new AppError('error-audit-unavailable'), true],
  [new RateLimitedError(429, 42), true],
  [new AppError('error-outcome-unknown'), false],
  [new AppError('error-session-not-found'), false],
  [new AppError('error-unauthorized'), false],
  [new AppError('error-account-deactivated'), false],
  [new AppError('error-license-required'), false],
  [new AppError('error-2fa-not-enforced'), false],
  [new AppError('error-password-not-in-chat'), false],
  [new AppError('error-request-expired'), false],
  [new AppError('error-settings-unreadable'), false],
  [new AppError('error-internal'), false],
];
test.each(others)('%s may be tried again: %s', (error, again) => {
  expect(stepAfter(error, pending)).toEqual({ kind: 'failed', pending, error, again });
});
