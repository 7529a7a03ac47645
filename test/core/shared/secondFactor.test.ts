import { knownMethod } from '../../../core/shared/secondFactor';

test.each(['totp', 'email', 'password'])('%s is a method', (method) => {
  expect(knownMethod(method)).toBe(method);
});

test.each(['TOTP', '', 'sms', 'constructor', undefined, null, 5, ['totp'], { method: 'totp' }])(
  '%j is none that is known',
  (method) => {
    expect(knownMethod(method)).toBeUndefined();
  },
);
