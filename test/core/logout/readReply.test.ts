import { LogoutAnswer } from '../../../core/logout/sessionsApi';
import { readReply, refusalIn, REFUSALS } from '../../../core/logout/readReply';
import { AppError, RateLimitedError } from '../../../core/shared/errors';
import { hostile } from '../../fakes/hostile';

const read = (status: number, body: unknown): LogoutAnswer => readReply({ status, body });

describe('refusals, in the shapes of 6.5 to late versions', () => {
  const unauthorized = 'User does not have the permissions required for this action';
  const refusals: Array<[string, number, unknown, AppError['code']]> = [
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
    expect(() => read(status, body)).toThrow(AppError);
    expect(() => read(status, body)).toThrow(code);
    expect(refusalIn({ status, body })).toMatchObject({ code, workspaceStatus: status });
    expect(REFUSALS).toContain(code);
  });

  test.each([
    ['You must wait 42 seconds before trying this endpoint again. [error-too-many-requests]', 42],
    ['You must wait 0 seconds before trying this endpoint again. [error-too-many-requests]', 60],
    ['Slow down', 60],
  ])('rate limit: %s', (error, retryAfterSeconds) => {
    const refusal = refusalIn({ status: 429, body: { success: false, error } });
    expect(refusal).toBeInstanceOf(RateLimitedError);
    expect(refusal).toMatchObject({ code: 'error-too-many-requests', retryAfterSeconds, workspaceStatus: 429 });
    expect(() => read(429, { success: false, error })).toThrow('error-too-many-requests');
  });
});

describe('a challenge', () => {
  const details = {
    method: 'email',
    codeGenerated: true,
    emailOrUsername: 'o@example.com',
    availableMethods: ['email'],
  };
  const said = { success: false, error: 'TOTP Required [totp-required]', errorType: 'totp-required', details };

  test('is read into fields, and keeps the workspace’s own words', () => {
    expect(read(400, said)).toEqual({
      kind: 'challenged',
      status: 400,
      challenge: {
        code: 'totp-required',
        method: 'email',
        address: 'o@example.com',
        mailed: true,
        answer: { error: 'TOTP Required [totp-required]', details },
      },
    });
  });

  test.each(['totp-invalid', 'totp-max-attempts'])('%s is one too', (errorType) => {
    expect(read(400, { ...said, errorType })).toMatchObject({ kind: 'challenged', challenge: { code: errorType } });
  });

  test.each([
    ['no details', undefined],
    ['details of the wrong kind', 'email'],
    ['a list', ['email']],
    ['fields of the wrong kind', { method: 5, codeGenerated: 'true', emailOrUsername: { $ne: 1 } }],
    ['a method of the future', { method: 'passkey' }],
    ['a method that every object has', { method: 'constructor' }],
  ])('with %s is of a method nobody knows, and nothing was mailed', (_name, odd) => {
    expect(read(400, { ...said, details: odd })).toMatchObject({
      challenge: { method: 'other', address: undefined, mailed: false },
    });
  });
});

test.each([true, 'true'])('done, with success %j', (success) => {
  expect(read(200, { sessionId: 'abc', success })).toEqual({ kind: 'ended', status: 200, sessionId: 'abc' });
});

test('no such session', () => {
  expect(read(404, { success: false, error: 'Session not found' })).toEqual({ kind: 'not-found', status: 404 });
});

describe('what it does not know for certain is no clear answer', () => {
  const unknown: Array<[number, unknown]> = [
    [200, undefined],
    [200, { success: true }],
    [200, { sessionId: 'abc', success: 'yes' }],
    [200, { success: false, errorType: 'totp-required' }],
    [200, [{ sessionId: 'abc', success: true }]],
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
    expect(() => read(status, body)).toThrow('error-workspace-invalid-response');
    expect(refusalIn({ status, body }).workspaceStatus).toBe(status);
  });
});

describe('a megabyte of anything is read in no time', () => {
  test.each(hostile)('%s', (_name, text) => {
    for (const body of [text, { error: text }, { error: `${text}]`, errorType: text }, { error: `wait ${text}` }]) {
      expect(refusalIn({ status: 403, body }).code).toBe('error-workspace-invalid-response');
      expect(() => read(400, body)).toThrow('error-workspace-invalid-response');
      expect(refusalIn({ status: 429, body })).toMatchObject({ retryAfterSeconds: 60 });
    }
  });
});
