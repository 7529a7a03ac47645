import { RateLimitedError, SecondFactorError } from '../../core/errors';
import { readReply } from '../../core/readReply';

const read = (status: number, body: unknown) => readReply({ kind: 'answer', status, body });

describe('refusals, in the shapes of 6.5 to late versions', () => {
  const unauthorized = 'User does not have the permissions required for this action';
  const refusals: Array<[string, number, unknown, string]> = [
    [
      'not logged in, 6.5',
      401,
      { status: 'error', message: 'You must be logged in to do this.' },
      'error-not-logged-in',
    ],
    ['not logged in, 7.x', 401, { success: false, error: 'You must be logged in to do this.' }, 'error-not-logged-in'],
    ['permission, 6.5', 403, { success: false, error: `${unauthorized} [error-unauthorized]` }, 'error-unauthorized'],
    ['permission, later', 403, { success: false, error: `${unauthorized} [error-forbidden]` }, 'error-unauthorized'],
    [
      'licence, late',
      400,
      {
        success: false,
        error: 'This is an enterprise feature [error-action-not-allowed]',
        errorType: 'error-action-not-allowed',
      },
      'error-license-required',
    ],
    ['licence, 7.0', 401, { success: false, error: 'unauthorized' }, 'error-license-required'],
    ['licence, 6.5', 403, { success: false, error: 'unauthorized' }, 'error-license-required'],
  ];
  test.each(refusals)('%s', (_name, status, body, code) => {
    expect(read(status, body)).toMatchObject({ kind: 'refused', error: { code, workspaceStatus: status } });
  });

  test('the challenge keeps the workspace’s own words', () => {
    const details = {
      method: 'email',
      codeGenerated: true,
      emailOrUsername: 'o@example.com',
      availableMethods: ['email'],
    };
    const verdict = read(400, {
      success: false,
      error: 'TOTP Required [totp-required]',
      errorType: 'totp-required',
      details,
    });
    expect(verdict).toMatchObject({
      error: { code: 'totp-required', workspaceError: 'TOTP Required [totp-required]', details },
    });
    expect(verdict.kind === 'refused' && verdict.error).toBeInstanceOf(SecondFactorError);
  });

  test.each([
    ['You must wait 42 seconds before trying this endpoint again. [error-too-many-requests]', 42],
    ['You must wait 0 seconds before trying this endpoint again. [error-too-many-requests]', 60],
    ['Slow down', 60],
  ])('rate limit: %s', (error, retryAfterSeconds) => {
    const verdict = read(429, { success: false, error });
    expect(verdict).toMatchObject({ kind: 'refused', error: { retryAfterSeconds } });
    expect(verdict.kind === 'refused' && verdict.error).toBeInstanceOf(RateLimitedError);
  });
});

test.each([true, 'true'])('done, with success %j', (success) => {
  expect(read(200, { sessionId: 'abc', success })).toEqual({ kind: 'done', status: 200, sessionId: 'abc' });
});

test('no such session', () => {
  expect(read(404, { success: false, error: 'Session not found' })).toEqual({ kind: 'not-found', status: 404 });
});

describe('what it does not know for certain is unintelligible', () => {
  const unknown: Array<[number, unknown]> = [
    [200, undefined],
    [200, { success: true }],
    [200, { sessionId: 'abc', success: 'yes' }],
    [200, { success: false, errorType: 'totp-required' }],
    [302, undefined],
    [400, undefined],
    [400, { success: false, error: 'must be string [invalid-params]', errorType: 'invalid-params' }],
    [401, undefined],
    [403, { success: false, error: 'Forbidden by a proxy' }],
    [404, undefined],
    [404, { success: false, error: 'Not found' }],
    [500, { success: false, error: 'Internal server error' }],
    [503, { success: false, errorType: 'totp-required' }],
  ];
  test.each(unknown)('%d %j', (status, body) => {
    expect(read(status, body)).toEqual({ kind: 'unintelligible', status });
  });
});
