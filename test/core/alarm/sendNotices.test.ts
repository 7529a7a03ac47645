import { flushNotices, sendNotices } from '../../../core/alarm/sendNotices';
import { alarmWorld, notice } from '../../fakes/alarms';
import { NOW } from '../../fakes/ports';

const MINUTE = 60_000;

test('the person and the room are told once, and nothing is left', async () => {
  const { ports, outbox, told, scheduled } = alarmWorld();
  await outbox.put(notice());
  await sendNotices(ports());
  await sendNotices(ports());
  expect(told).toEqual([
    { to: 'u7', ids: ['n1'], withWho: false },
    { to: '#security', ids: ['n1'] },
  ]);
  expect(await outbox.all()).toEqual([]);
  expect(scheduled).toEqual([]);
});

test.each([true, false])('who and why are told as the setting says: %s', async (tellWho) => {
  const { ports, outbox, told } = alarmWorld({ tellWho });
  await outbox.put(notice());
  await sendNotices(ports());
  expect(told).toEqual([expect.objectContaining({ withWho: tellWho })]);
  expect(await outbox.all()).toEqual([]);
});

test('whom the settings no longer want told is not told, and the notice is gone', async () => {
  const { ports, outbox, told } = alarmWorld({ tellPerson: false, securityRoom: '' });
  await outbox.put(notice());
  await sendNotices(ports());
  expect([told, await outbox.all()]).toEqual([[], []]);
});

test('the room gets one message in 10 s, and the next has all that waited', async () => {
  const { ports, outbox, told, scheduled, pass } = alarmWorld();
  for (let index = 0; index < 30; index++) {
    await outbox.put(notice({ id: `n${index}`, at: NOW + index }));
    await sendNotices(ports());
    pass(100);
  }
  const toRoom = () => told.filter(({ to }) => to === '#security').map(({ ids }) => ids.length);
  expect(toRoom()).toEqual([1]);
  expect(told.filter(({ to }) => to === 'u7')).toHaveLength(30);
  expect(scheduled).toEqual([NOW + 10_000]);
  pass(10_000);
  await sendNotices(ports());
  expect(toRoom()).toEqual([1, 29]);
  expect(await outbox.all()).toEqual([]);
});

test('a clock that was set back does not silence the room', async () => {
  const { ports, outbox, told, pass } = alarmWorld();
  await outbox.put(notice());
  await sendNotices(ports());
  pass(-60 * MINUTE);
  await outbox.put(notice({ id: 'n2' }));
  await sendNotices(ports());
  expect(told.filter(({ to }) => to === '#security')).toHaveLength(2);
});

test('two servers that send at the same time tell everybody once', async () => {
  const { ports, outbox, told, scheduled } = alarmWorld();
  await outbox.put(notice());
  await Promise.all([sendNotices(ports()), sendNotices(ports()), sendNotices(ports())]);
  expect(told.map(({ to }) => to)).toEqual(['u7', '#security']);
  expect(scheduled).toEqual([NOW + 40_000, NOW + 40_000]);
});

test('what came in while a job was sending is sent by another', async () => {
  const { ports, outbox, answers, scheduled } = alarmWorld({ securityRoom: '' });
  await outbox.put(notice());
  answers.person = () => {
    void outbox.put(notice({ id: 'n2' }));
    return 'told';
  };
  await sendNotices(ports());
  expect(scheduled).toEqual([NOW]);
  expect((await outbox.all()).map(({ id }) => id)).toEqual(['n2']);
});

test('a turn that a crash took along is over after a while', async () => {
  const { ports, outbox, told, pass } = alarmWorld();
  await outbox.takeTurn(NOW + 40_000);
  await outbox.put(notice());
  await sendNotices(ports());
  expect(told).toEqual([]);
  pass(40_000);
  await sendNotices(ports());
  expect(told).toHaveLength(2);
});

test('what failed is tried again for a day, and only that', async () => {
  const { ports, outbox, told, answers, scheduled, notes, pass } = alarmWorld();
  answers.person = (userId) => (userId === 'u8' ? 'failed' : 'told');
  answers.room = () => 'failed';
  await outbox.put(notice({ untold: ['u7', 'u8'] }));
  await sendNotices(ports());
  expect(scheduled).toEqual([NOW + 10 * MINUTE]);
  expect(await outbox.all()).toEqual([expect.objectContaining({ untold: ['u8'], room: true })]);
  expect(notes).toEqual([
    { correlationId: 'request-1', result: 'failed' },
    { correlationId: 'request-1', result: 'failed' },
  ]);
  pass(24 * 60 * MINUTE + 1);
  await sendNotices(ports());
  expect(told.filter(({ to }) => to === 'u7')).toHaveLength(1);
  expect(await outbox.all()).toEqual([]);
});

test.each(['person-missing', 'person-deactivated'] as const)('%s: noted, and not tried again', async (why) => {
  const { ports, outbox, answers, notes } = alarmWorld({ securityRoom: '' });
  answers.person = () => why;
  await outbox.put(notice());
  await sendNotices(ports());
  expect(notes).toEqual([{ correlationId: 'request-1', result: why }]);
  expect(await outbox.all()).toEqual([]);
});

test.each(['room-missing', 'room-read-only', 'room-archived'] as const)(
  '%s: the person is told all the same',
  async (why) => {
    const { ports, outbox, answers, notes, told } = alarmWorld();
    answers.room = () => why;
    await outbox.put(notice());
    await sendNotices(ports());
    expect(notes).toEqual([{ correlationId: 'request-1', result: why }]);
    expect(told[0].to).toBe('u7');
    expect(await outbox.all()).toEqual([]);
  },
);

test('a run ends in time and leaves the others to the next', async () => {
  const { ports, outbox, answers, told, scheduled, pass } = alarmWorld({ securityRoom: '' });
  const people = Array.from({ length: 50 }, (_, index) => `p${index}`);
  await outbox.put(notice({ untold: people }));
  answers.person = () => {
    pass(1_000);
    return 'told';
  };
  await sendNotices(ports());
  expect(told).toHaveLength(20);
  expect(scheduled).toEqual([NOW + 20_000]);
  await sendNotices(ports());
  await sendNotices(ports());
  expect(told.map(({ to }) => to)).toEqual(people);
  expect(await outbox.all()).toEqual([]);
});

test('unreadable settings: everything waits', async () => {
  const { ports, outbox, told, scheduled, notes } = alarmWorld(new Error('unreadable'));
  await outbox.put(notice());
  await sendNotices(ports());
  expect([told, scheduled, notes[0].result]).toEqual([[], [NOW + 10 * MINUTE], 'error-settings-unreadable']);
  expect(await outbox.all()).toHaveLength(1);
});

test('a store that fails makes no job fail', async () => {
  const { ports, persistence, notes } = alarmWorld();
  persistence.readByAssociation = () => Promise.reject(new Error('down'));
  await sendNotices(ports());
  expect(notes).toEqual([{ correlationId: '-', result: 'job-failed' }]);
});

test('flushing makes a job only where something waits', async () => {
  const { ports, outbox, scheduled } = alarmWorld();
  await flushNotices(ports());
  expect(scheduled).toEqual([]);
  await outbox.put(notice());
  await flushNotices(ports());
  expect(scheduled).toEqual([NOW]);
});
