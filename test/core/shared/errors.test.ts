import {
  AppError,
  InvalidInputError,
  RateLimitedError,
  SecondFactorError,
  toAppError,
  WrongAccountError,
} from '../../../core/shared/errors';

const challenge = {
  code: 'totp-invalid',
  method: 'email',
  address: 'olivia@example.com',
  mailed: false,
  answer: { error: 'TOTP Invalid [totp-invalid]', details: {} },
} as const;

const errors: Array<[AppError, AppError['code'], object]> = [
  [new InvalidInputError('reason', 'too-long'), 'invalid-params', { field: 'reason', problem: 'too-long' }],
  [new SecondFactorError(challenge, 400), 'totp-invalid', { challenge, workspaceStatus: 400 }],
  [new RateLimitedError(429, 42), 'error-too-many-requests', { retryAfterSeconds: 42, workspaceStatus: 429 }],
  [
    new WrongAccountError({ id: 'u2', username: 'pat' }),
    'error-connect-wrong-account',
    { consentedBy: { id: 'u2', username: 'pat' } },
  ],
];
test.each(errors)('%s is told apart by its code, and its message says no more', (error, code, fields) => {
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code, message: code, ...fields });
});

test('an error of the app stays what it is', () => {
  const [[error]] = errors;
  expect(toAppError(error, 'error-internal')).toBe(error);
});

test.each([new Error('token-1'), 'token-1', undefined, null, { code: 'totp-required', token: 'token-1' }])(
  'invariant 6: of anything else that is thrown only the given code is left: %j',
  (thrown) => {
    const error = toAppError(thrown, 'error-outcome-unknown');
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe('error-outcome-unknown');
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain('token-1');
  },
);
