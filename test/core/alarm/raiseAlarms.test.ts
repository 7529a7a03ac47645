import { auditEntry } from '../../../core/audit/auditEntry';
import { alarmWorld } from '../../fakes/alarms';
import { NOW, request, world } from '../../fakes/ports';

const entry = {
  ...auditEntry(
    request.caller,
    { action: 'logout', via: 'api', correlationId: 'request-1', sessionId: 's' },
    world([]).ports,
  ),
  targetId: 'u7',
};
const done = { result: 'done', durationMs: 1 } as const;
const lockout = { callerId: 'u1', callerUsername: 'admin', until: NOW + 1 };

test('what was ended is one document, and a job without data', async () => {
  const { alarms, persistence, scheduled, outbox } = alarmWorld();
  await alarms().ended(entry, done);
  expect(persistence.writes).toHaveLength(1);
  expect(scheduled).toEqual([NOW + 1_000]);
  expect(await outbox.all()).toEqual([expect.objectContaining({ kind: 'ended', untold: ['u7'], room: true })]);
});

test('whose session it was can be known from the outcome alone', async () => {
  const { alarms, outbox } = alarmWorld();
  await alarms().ended({ ...entry, targetId: undefined }, { ...done, targetId: 'u8', targetUsername: 'bob' });
  expect(await outbox.all()).toEqual([expect.objectContaining({ untold: ['u8'] })]);
});

test('with person and room switched off nothing is stored and no job made', async () => {
  const { alarms, persistence, scheduled } = alarmWorld({ tellPerson: false, securityRoom: '' });
  await alarms().ended(entry, done);
  await alarms().lockedOut(lockout);
  expect([persistence.writes, scheduled]).toEqual([[], []]);
});

test('when the settings cannot be read, it waits until they can', async () => {
  const { alarms, outbox } = alarmWorld(new Error('unreadable'));
  await alarms().ended(entry, done);
  expect(await outbox.all()).toEqual([expect.objectContaining({ untold: ['u7'], room: true })]);
});

test('a lockout is told to the room', async () => {
  const { alarms, outbox } = alarmWorld();
  await alarms().lockedOut(lockout);
  expect(await outbox.all()).toEqual([expect.objectContaining({ kind: 'lockout', until: NOW + 1 })]);
});

test('a store that fails harms nothing: the log has a line', async () => {
  const { alarms, persistence, notes } = alarmWorld();
  persistence.createWithAssociations = () => Promise.reject(new Error('down'));
  await alarms().ended(entry, done);
  expect(notes).toEqual([{ correlationId: 'request-1', result: 'not-stored' }]);
});

test('without a scheduler notices wait, but do not pile up', async () => {
  const { alarms, faults, notes, outbox } = alarmWorld();
  faults.schedule = true;
  for (let count = 0; count < 503; count++) {
    await alarms().ended(entry, done);
  }
  expect(await outbox.all()).toHaveLength(500);
  expect(notes.filter(({ result }) => result === 'dropped')).toHaveLength(3);
});
