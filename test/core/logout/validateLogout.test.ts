import * as fc from 'fast-check';
import { InvalidInputError } from '../../core/errors';
import { validateLogout } from '../../core/validateLogout';

const refusalOf = (body: unknown, code?: string): InvalidInputError => {
  try {
    validateLogout(body, code);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError);
    return error as InvalidInputError;
  }
  throw new Error('accepted');
};

describe('invariant 8: input is hostile', () => {
  const refused: Array<[string, unknown, string, string]> = [
    ['nothing', undefined, 'body', 'not-an-object'],
    ['null', null, 'body', 'not-an-object'],
    ['text', 'abc', 'body', 'not-an-object'],
    ['an array', [{ sessionId: 'abc' }], 'body', 'not-an-object'],
    ['no field', {}, 'sessionId', 'missing'],
    ['an unknown field', { sessionId: 'abc', sessionid: 'abc' }, 'body', 'unknown-field'],
    ['empty', { sessionId: '' }, 'sessionId', 'not-allowed'],
    ['a number', { sessionId: 5 }, 'sessionId', 'not-allowed'],
    ['null as id', { sessionId: null }, 'sessionId', 'not-allowed'],
    ['an array as id', { sessionId: ['abc'] }, 'sessionId', 'not-allowed'],
    ['an operator', { sessionId: { $ne: 1 } }, 'sessionId', 'not-allowed'],
    ['129 characters', { sessionId: 'a'.repeat(129) }, 'sessionId', 'not-allowed'],
    ['a path', { sessionId: '../' }, 'sessionId', 'not-allowed'],
    ['a pattern', { sessionId: '.*' }, 'sessionId', 'not-allowed'],
    ['a line break at the end', { sessionId: 'abc\n' }, 'sessionId', 'not-allowed'],
    ['a space', { sessionId: ' abc' }, 'sessionId', 'not-allowed'],
    ['a megabyte', { sessionId: 'a'.repeat(1_000_000) }, 'sessionId', 'not-allowed'],
    ['a number as reason', { sessionId: 'abc', reason: 5 }, 'reason', 'not-allowed'],
    ['501 characters of reason', { sessionId: 'abc', reason: 'x'.repeat(501) }, 'reason', 'too-long'],
    ['501 characters of two units', { sessionId: 'abc', reason: '😀'.repeat(501) }, 'reason', 'too-long'],
  ];
  test.each(refused)('%s', (_name, body, field, problem) => {
    expect(refusalOf(body)).toMatchObject({ code: 'invalid-params', field, problem });
  });

  test.each(['ünïcode', '123\r\nX-Auth-Token: x', 'x'.repeat(257)])('the code %j', (code) => {
    expect(refusalOf({ sessionId: 'abc' }, code)).toMatchObject({ field: 'x-2fa-code', problem: 'not-allowed' });
  });

  test('whatever comes in, only well-formed ids come out', () => {
    fc.assert(
      fc.property(fc.anything(), fc.option(fc.fullUnicodeString(), { nil: undefined }), (body, code) => {
        try {
          expect(validateLogout(body, code).sessionId).toMatch(/^[A-Za-z0-9_-]{1,128}$/);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInputError);
        }
      }),
    );
  });
});

test('the longest id, the longest reason and a code with a space pass', () => {
  const sessionId = 'aZ0_-'.padEnd(128, 'x');
  expect(validateLogout({ sessionId, reason: '😀'.repeat(500) }, '123 456', 'totp')).toEqual({
    sessionId,
    reason: '😀'.repeat(500),
    secondFactor: { code: '123 456', method: 'totp' },
  });
});

test('an empty reason or code counts as none, an unknown method is left out', () => {
  expect(validateLogout({ sessionId: 'abc', reason: '' }, '', 'sms')).toEqual({
    sessionId: 'abc',
    reason: undefined,
    secondFactor: { code: undefined, method: undefined },
  });
});
