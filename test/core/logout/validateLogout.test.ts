import * as fc from 'fast-check';
import { InvalidInputError } from '../../../core/shared/errors';
import { validateLogout, validCode } from '../../../core/logout/validateLogout';
import { hostile } from '../../fakes/hostile';

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
    ['only a reason', { reason: 'lost' }, 'sessionId', 'missing'],
    ['an unknown field', { sessionId: 'abc', sessionid: 'abc' }, 'body', 'unknown-field'],
    ['empty', { sessionId: '' }, 'sessionId', 'not-allowed'],
    ['a number', { sessionId: 5 }, 'sessionId', 'not-allowed'],
    ['null as ID', { sessionId: null }, 'sessionId', 'not-allowed'],
    ['an array as ID', { sessionId: ['abc'] }, 'sessionId', 'not-allowed'],
    ['true as ID', { sessionId: true }, 'sessionId', 'not-allowed'],
    ['an operator', { sessionId: { $ne: 1 } }, 'sessionId', 'not-allowed'],
    ['129 characters', { sessionId: 'a'.repeat(129) }, 'sessionId', 'not-allowed'],
    ['a path', { sessionId: '../' }, 'sessionId', 'not-allowed'],
    ['a pattern', { sessionId: '.*' }, 'sessionId', 'not-allowed'],
    ['a line break at the end', { sessionId: 'abc\n' }, 'sessionId', 'not-allowed'],
    ['a space', { sessionId: ' abc' }, 'sessionId', 'not-allowed'],
    ['a space at the end', { sessionId: 'abc ' }, 'sessionId', 'not-allowed'],
    ['a zero byte at the end', { sessionId: 'abc\u0000' }, 'sessionId', 'not-allowed'],
    ['a letter beyond ASCII', { sessionId: 'abcé' }, 'sessionId', 'not-allowed'],
    ['a megabyte', { sessionId: 'a'.repeat(1_000_000) }, 'sessionId', 'not-allowed'],
    ['a number as reason', { sessionId: 'abc', reason: 5 }, 'reason', 'not-allowed'],
    ['an object as reason', { sessionId: 'abc', reason: { text: 'lost' } }, 'reason', 'not-allowed'],
    ['501 characters of reason', { sessionId: 'abc', reason: 'x'.repeat(501) }, 'reason', 'too-long'],
    ['501 characters of two units', { sessionId: 'abc', reason: '😀'.repeat(501) }, 'reason', 'too-long'],
    ['a reason that is written backwards', { sessionId: 'abc', reason: 'a\u202eb' }, 'reason', 'hidden-characters'],
    ['a reason with half a character', { sessionId: 'abc', reason: 'a\ud83d' }, 'reason', 'hidden-characters'],
    ['a reason with a control character', { sessionId: 'abc', reason: 'a\u0000b' }, 'reason', 'hidden-characters'],
    ['a key that every object has', JSON.parse('{"sessionId":"abc","__proto__":{}}'), 'body', 'unknown-field'],
  ];
  test.each(refused)('%s', (_name, body, field, problem) => {
    expect(refusalOf(body)).toMatchObject({ code: 'invalid-params', field, problem });
  });

  test.each(['ünïcode', '123\r\nX-Auth-Token: x', 'x'.repeat(257)])('the code %j', (code) => {
    expect(refusalOf({ sessionId: 'abc' }, code)).toMatchObject({ field: 'x-2fa-code', problem: 'not-allowed' });
  });

  test('whatever comes in, only well-formed IDs come out', () => {
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

test('the longest ID, the longest reason and a code with a space pass', () => {
  const sessionId = 'aZ0_-'.padEnd(128, 'x');
  expect(validateLogout({ sessionId, reason: '😀'.repeat(500) }, '123 456', 'totp')).toEqual({
    sessionId,
    reason: '😀'.repeat(500),
    secondFactor: { code: '123 456', method: 'totp' },
  });
});

test('a reason of 500 letters of two bytes passes as it is', () => {
  const reason = 'ü'.repeat(500);
  expect(validateLogout({ sessionId: 'abc', reason }).reason).toBe(reason);
});

test.each(['', ' ', '\n\t \r\n', '\u00a0', '\u3000'])(
  'the reason %j counts as none, as do an empty code and an unknown method',
  (reason) => {
    expect(validateLogout({ sessionId: 'abc', reason }, '', 'sms')).toEqual({
      sessionId: 'abc',
      reason: undefined,
      secondFactor: { code: undefined, method: undefined },
    });
  },
);

test('a reason is kept with the spaces around it', () => {
  expect(validateLogout({ sessionId: 'abc', reason: ' a ' }).reason).toBe(' a ');
});

test('a reason may have line breaks', () => {
  const reason = 'stolen on the train\n\twith the badge\r\n';
  expect(validateLogout({ sessionId: 'abc', reason })).toMatchObject({ reason });
});

describe('a code by itself', () => {
  test.each([undefined, ''])('%j is none', (code) => {
    expect(validCode(code)).toBeUndefined();
  });

  test.each(['123456', 'x'.repeat(256), ' !~'])('%j is one', (code) => {
    expect(validCode(code)).toBe(code);
  });

  test.each(['x'.repeat(257), 'ü', '\t', '\u007f', '1\n'])('%j cannot be sent', (code) => {
    expect(() => validCode(code)).toThrow(InvalidInputError);
  });
});

describe('megabytes of anything are refused in no time', () => {
  test.each(hostile)('%s', (_name, text) => {
    expect(refusalOf({ sessionId: text })).toMatchObject({ field: 'sessionId', problem: 'not-allowed' });
    expect(refusalOf({ sessionId: 'abc', reason: text })).toMatchObject({ field: 'reason', problem: 'too-long' });
    expect(refusalOf({ sessionId: 'abc' }, text)).toMatchObject({ field: 'x-2fa-code', problem: 'not-allowed' });
    expect(refusalOf({ sessionId: 'abc', [text]: '' })).toMatchObject({ field: 'body', problem: 'unknown-field' });
    expect(validateLogout({ sessionId: 'abc' }, undefined, text).secondFactor.method).toBeUndefined();
  });
});
