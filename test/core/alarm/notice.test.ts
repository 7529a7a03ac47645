import { endedNotice, lockoutNotice } from '../../../core/alarm/notice';
import { AuditOutcome, RecordedEntry } from '../../../core/audit/auditEntry';

const entry = (change: Partial<RecordedEntry>): RecordedEntry => ({
  id: 'e',
  at: 1,
  correlationId: 'request-1',
  action: 'logout',
  via: 'api',
  callerId: 'u1',
  callerUsername: 'admin',
  callerRoles: [],
  sessionId: 's',
  targetId: 'u7',
  targetUsername: 'alice',
  targetDevice: 'Chrome',
  outcome: { result: 'done', durationMs: 1 },
  ...change,
});
const both = { people: true, room: true };
const meta = { id: 'n', at: 5 };
const outcome = (result: AuditOutcome['result']): Partial<RecordedEntry> => ({ outcome: { result, durationMs: 1 } });

test('a single logout tells its person and the room', () => {
  expect(endedNotice(entry({ reason: 'why' }), both, meta)).toEqual({
    kind: 'ended',
    ...meta,
    correlationId: 'request-1',
    callerUsername: 'admin',
    action: 'logout',
    reason: 'why',
    sessions: [{ userId: 'u7', username: 'alice', device: 'Chrome', result: 'ended' }],
    everything: undefined,
    untold: ['u7'],
    room: true,
  });
});

test('an unclear answer is told as such', () => {
  expect(endedNotice(entry(outcome('error-outcome-unknown')), both, meta)?.sessions[0].result).toBe('unknown');
});

test.each(['error-session-not-found', 'totp-invalid', 'error-audit-unavailable'] as const)(
  'after %s nobody is told',
  (result) => {
    expect(endedNotice(entry(outcome(result)), both, meta)).toBeUndefined();
  },
);

test('an entry without an outcome tells nobody', () => {
  expect(endedNotice(entry({ outcome: 'unknown' }), both, meta)).toBeUndefined();
});

test.each([
  [{ people: true, room: false }, ['u7']],
  [{ people: false, room: true }, []],
])('%j: told are those whom the settings want told', (told, untold) => {
  expect(endedNotice(entry({}), told, meta)).toMatchObject({ untold, room: told.room });
});

test('nobody is told when nobody is to be', () => {
  expect(endedNotice(entry({}), { people: false, room: false }, meta)).toBeUndefined();
});

test('without knowing whose session it was, only the room is told', () => {
  const unknown = { targetId: undefined, targetUsername: undefined };
  expect(endedNotice(entry(unknown), both, meta)).toMatchObject({ untold: [], room: true });
  expect(endedNotice(entry(unknown), { people: true, room: false }, meta)).toBeUndefined();
});

test('of a batch, each person is told once, and only those of whom something ended or may have', () => {
  const sessions = [
    { sessionId: 'a', userId: 'u7', result: 'ended' as const },
    { sessionId: 'b', userId: 'u7', result: 'ended' as const },
    { sessionId: 'c', userId: 'u8', result: 'unknown' as const },
    { sessionId: 'd', userId: 'u9', result: 'already-gone' as const },
    { sessionId: 'e', userId: 'u10', result: 'refused' as const },
  ];
  const batch = entry({ action: 'logout-many', targetId: undefined, sessions });
  expect(endedNotice(batch, both, meta)).toMatchObject({ untold: ['u7', 'u8'], everything: undefined });
});

test.each([
  ['partly-done', 'ended'],
  ['error-outcome-unknown', 'unknown'],
] as const)('everything of a person, after %s: %s, whatever was listed', (result, told) => {
  const all = entry({ ...outcome(result), action: 'logout-everything', sessions: [] });
  expect(endedNotice(all, both, meta)).toMatchObject({ everything: { userId: 'u7', result: told }, untold: ['u7'] });
});

test('a long device is cut', () => {
  expect(endedNotice(entry({ targetDevice: 'x'.repeat(500) }), both, meta)?.sessions[0].device).toHaveLength(120);
});

test('a lockout is for the room', () => {
  expect(lockoutNotice({ callerId: 'u1', callerUsername: 'admin', until: 9 }, meta)).toEqual({
    kind: 'lockout',
    ...meta,
    correlationId: '-',
    callerUsername: 'admin',
    until: 9,
    room: true,
  });
});
