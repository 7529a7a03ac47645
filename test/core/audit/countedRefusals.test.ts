import { AuditEntry, AuditOutcome } from '../../../core/audit/auditEntry';
import { countedAs } from '../../../core/audit/countedRefusals';

const AT = Date.parse('2026-03-01T10:00:00Z');
const entry: AuditEntry = {
  id: 'a',
  at: AT,
  correlationId: 'request-a',
  action: 'logout',
  via: 'api',
  callerId: 'u1',
  callerUsername: 'max',
  callerRoles: ['user'],
};
const outcome: AuditOutcome = { result: 'error-unauthorized', durationMs: 1 };

test('refusals of the same kind within a minute are one, whatever else they are about', () => {
  const later = { ...entry, id: 'b', at: AT + 59_999, correlationId: 'request-b', reason: 'other' };
  expect(countedAs(entry, outcome)).toBeDefined();
  expect(countedAs(later, { ...outcome, durationMs: 7 })).toBe(countedAs(entry, outcome));
});

test.each<[string, Partial<AuditEntry>, Partial<AuditOutcome>]>([
  ['minute', { at: AT + 60_000 }, {}],
  ['caller', { callerId: 'u2' }, {}],
  ['action', { action: 'list' }, {}],
  ['way', { via: 'modal' }, {}],
  ['result', {}, { result: 'error-locked-out' }],
])('another %s is another entry', (_name, change, result) => {
  expect(countedAs({ ...entry, ...change }, { ...outcome, ...result })).not.toBe(countedAs(entry, outcome));
});

test.each([
  ['error-unauthorized', true],
  ['error-account-deactivated', true],
  ['error-locked-out', true],
  ['error-request-expired', true],
  ['error-request-foreign', true],
  ['done', false],
  ['cancelled', false],
  ['totp-invalid', false],
  ['invalid-params', false],
] as const)('%s is counted: %s', (result, counted) => {
  expect(countedAs(entry, { ...outcome, result }) !== undefined).toBe(counted);
});

test('a disconnect is counted, a lockout and an intent are not', () => {
  const done: AuditOutcome = { result: 'done', durationMs: 0 };
  expect(countedAs({ ...entry, action: 'disconnect' }, done)).toBeDefined();
  expect(countedAs({ ...entry, action: 'lockout' }, done)).toBeUndefined();
  expect(countedAs({ ...entry, action: 'disconnect' }, undefined)).toBeUndefined();
});
