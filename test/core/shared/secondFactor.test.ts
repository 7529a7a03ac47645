import { afterMail, Challenge, knownMethod } from '../../../core/shared/secondFactor';

test.each(['totp', 'email', 'password'])('%s is a method', (method) => {
  expect(knownMethod(method)).toBe(method);
});

test.each(['TOTP', '', 'sms', 'constructor', undefined, null, 5, ['totp'], { method: 'totp' }])(
  '%j is none that is known',
  (method) => {
    expect(knownMethod(method)).toBeUndefined();
  },
);

test.each([
  [false, false, false],
  [false, true, true],
  [true, false, true],
])(
  'a refusal that says mailed: %s, after a probe that mailed: %s, is one after a mail: %s',
  (mailed, codeMailed, after) => {
    const refused: Challenge = { code: 'totp-invalid', method: 'email', mailed, answer: { error: 'x', details: {} } };
    expect(afterMail(refused, { codeMailed })).toEqual({ ...refused, mailed: after });
  },
);
