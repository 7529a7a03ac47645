import { matchesRecordQuery, RecordQuery } from '../../../core/audit/recordQuery';
import { AuditOutcome, RecordedEntry } from '../../../core/audit/auditEntry';
import { recorded } from '../../fakes/record';

const entry = recorded('a', '2027-01-01T00:00:00Z', {
  callerId: 'uOlivia',
  callerUsername: 'olivia',
  targetId: 'uAlice',
  targetUsername: 'Alice',
});
const batch = recorded('b', '2027-01-01T00:00:00Z', {
  sessions: [
    { sessionId: 's1', userId: 'uBob', username: 'bob', result: 'ended' },
    { sessionId: 's2', result: 'ended' },
  ],
});
const consent = recorded('c', '2027-01-01T00:00:00Z', { otherAccountId: 'uMax', otherAccountUsername: 'max' });

test.each<[RecordQuery, RecordedEntry, boolean]>([
  [{}, entry, true],
  [{ caller: 'olivia' }, entry, true],
  [{ caller: 'OLIVIA' }, entry, true],
  [{ caller: 'uOlivia' }, entry, true],
  [{ caller: 'uolivia' }, entry, false],
  [{ caller: 'oliv' }, entry, false],
  [{ caller: 'alice' }, entry, false],
  [{ user: 'alice' }, entry, true],
  [{ user: 'uAlice' }, entry, true],
  [{ user: 'olivia' }, entry, false],
  [{ user: 'BOB' }, batch, true],
  [{ user: 'uBob' }, batch, true],
  [{ user: 'alice' }, batch, false],
  [{ user: 'max' }, consent, true],
  [{ user: 'undefined' }, recorded('d', 0), false],
  [{ caller: 'olivia', user: 'alice', result: 'done' }, entry, true],
  [{ caller: 'olivia', user: 'bob' }, entry, false],
])('%j', (query, among, expected) => {
  expect(matchesRecordQuery(among, query)).toBe(expected);
});

describe('by result', () => {
  const ended = (result: AuditOutcome['result'] | 'unknown'): RecordedEntry =>
    recorded('a', 0, { outcome: result === 'unknown' ? result : { result, durationMs: 1 } });

  test.each<[string, AuditOutcome['result'] | 'unknown', boolean]>([
    ['done', 'done', true],
    ['done', 'partly-done', false],
    ['totp-invalid', 'totp-invalid', true],
    ['unknown', 'unknown', true],
    ['unknown', 'error-outcome-unknown', false],
    ['failed', 'error-unauthorized', true],
    ['failed', 'totp-invalid', true],
    ['failed', 'error-outcome-unknown', true],
    ['failed', 'done', false],
    ['failed', 'partly-done', false],
    ['failed', 'cancelled', false],
    ['failed', 'totp-required', false],
    ['failed', 'error-confirmation-needed', false],
    ['failed', 'unknown', false],
  ])('%s of %s: %s', (wanted, result, expected) => {
    expect(matchesRecordQuery(ended(result), { result: wanted })).toBe(expected);
  });
});
