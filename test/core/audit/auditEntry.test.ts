import { AuditEntry, auditEntry, dayOf } from '../../../core/audit/auditEntry';
import { NOW, request, world } from '../../fakes/ports';

const { ports } = world([]);
const about = { action: 'logout', via: 'api', correlationId: 'request-1' } as const;

test('an entry says who, what, when, and how it reached the app', () => {
  expect(auditEntry(request.caller, { ...about, sessionId: 'aLiveSession', reason: 'stolen laptop' }, ports)).toEqual({
    ...about,
    id: expect.stringMatching(/^id\d+$/),
    at: NOW,
    callerId: 'u1',
    callerUsername: 'admin',
    callerRoles: ['user', 'admin'],
    sessionId: 'aLiveSession',
    reason: 'stolen laptop',
  });
});

test('every entry has its own ID', () => {
  const [first, second] = [1, 2].map(() => auditEntry(request.caller, about, ports).id);
  expect(first).not.toBe(second);
});

test('invariant 6: nothing but the named fields gets into an entry', () => {
  const careless = { ...about, code: '123456', authToken: 'a-token-that-stays-secret' };
  const caller = { ...request.caller, services: { password: 'a-hash' } };
  const fields: Array<keyof AuditEntry> = [
    'id',
    'at',
    'correlationId',
    'action',
    'via',
    'callerId',
    'callerUsername',
    'callerRoles',
    'sessionId',
    'reason',
    'otherAccountId',
    'otherAccountUsername',
  ];
  expect(Object.keys(auditEntry(caller, careless, ports)).sort()).toEqual([...fields].sort());
});

test.each([
  ['2026-03-01T00:00:00.000Z', '2026-03-01'],
  ['2026-03-01T23:59:59.999Z', '2026-03-01'],
  ['2026-03-01T23:30:00-02:00', '2026-03-02'],
])('an entry of %s is filed under %s', (time, day) => {
  expect(dayOf(Date.parse(time))).toBe(day);
});
