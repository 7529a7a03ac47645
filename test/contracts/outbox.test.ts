import { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import { ALARM_JOB, outbox } from '../../adapters/outbox';
import { Notice } from '../../core/alarm/notice';
import { MemoryPersistence } from '../fakes/persistence';
import { NOW } from '../fakes/ports';

const notice = (id: string, at = NOW): Notice => ({
  kind: 'lockout',
  id,
  at,
  correlationId: '-',
  callerUsername: 'admin',
  until: at + 1,
  room: true,
});

/** Servers on one database, each with an outbox of its own. */
function cluster(jobId: string | undefined = 'job-1') {
  const persistence = new MemoryPersistence();
  const scheduled: unknown[] = [];
  let now = NOW;
  let ids = 0;
  const getScheduler = () => ({
    scheduleOnce: async (job: unknown) => {
      scheduled.push(job);
      return jobId;
    },
  });
  const tools = { clock: { now: () => now }, random: { id: () => `id${++ids}` } };
  const server = () => outbox(persistence, persistence, { getScheduler } as unknown as IModify, tools);
  return { persistence, scheduled, server, pass: (milliseconds: number) => void (now += milliseconds) };
}

describe('notices', () => {
  test('are kept for all servers, oldest first, until they are removed', async () => {
    const { server } = cluster();
    const [one, other] = [server(), server()];
    await one.put(notice('b', NOW + 5));
    await other.put(notice('a'));
    expect((await one.all()).map(({ id }) => id)).toEqual(['a', 'b']);
    await other.remove('a');
    await other.remove('a');
    expect(await one.all()).toEqual([notice('b', NOW + 5)]);
  });

  test('are updated in their place, and an update brings back none that was removed', async () => {
    const { server } = cluster();
    const store = server();
    await store.put(notice('a'));
    await store.put(notice('b'));
    await store.update({ ...notice('a'), room: false });
    expect((await store.all()).map(({ id, room }) => [id, room])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    await store.remove('b');
    await store.update(notice('b'));
    expect((await store.all()).map(({ id }) => id)).toEqual(['a']);
  });

  test('that were not stored are said not to be', async () => {
    const { persistence, server } = cluster();
    persistence.createWithAssociations = async () => undefined as unknown as string;
    await expect(server().put(notice('a'))).rejects.toThrow('not stored');
  });
});

test('what one run leaves to the next is known to all servers, and is one document', async () => {
  const { persistence, server } = cluster();
  expect(await server().memory()).toEqual({});
  await server().remember({ roomToldAt: 1 });
  await server().remember({ roomToldAt: 2, scheduledFor: 3 });
  expect(await server().memory()).toEqual({ roomToldAt: 2, scheduledFor: 3 });
  expect(JSON.parse(persistence.dump())).toHaveLength(1);
});

describe('a turn', () => {
  test('is one server’s at a time, until it is given back', async () => {
    const { persistence, server } = cluster();
    const turns = await Promise.all(Array.from({ length: 8 }, () => server().takeTurn(NOW + 100)));
    const taken = turns.filter((turn) => 'giveBack' in turn);
    expect(taken).toHaveLength(1);
    expect(turns.filter((turn) => 'takenUntil' in turn)).toEqual(Array(7).fill({ takenUntil: NOW + 100 }));
    for (const turn of taken) {
      await ('giveBack' in turn ? turn.giveBack() : undefined);
    }
    expect(JSON.parse(persistence.dump())).toEqual([]);
    expect(await server().takeTurn(NOW + 100)).toHaveProperty('giveBack');
  });

  test('that a crash took along is over in time, and is cleared away', async () => {
    const { persistence, server, pass } = cluster();
    await server().takeTurn(NOW + 100);
    expect(await server().takeTurn(NOW + 200)).toEqual({ takenUntil: NOW + 100 });
    pass(100);
    expect(await server().takeTurn(NOW + 300)).toHaveProperty('giveBack');
    expect(JSON.parse(persistence.dump())).toHaveLength(1);
  });
});

test('the job is scheduled without any data; where that fails, it is said', async () => {
  const { scheduled, server } = cluster();
  await server().schedule(NOW + 5);
  expect(scheduled).toEqual([{ id: ALARM_JOB, when: new Date(NOW + 5) }]);
  await expect(cluster('').server().schedule(NOW)).rejects.toThrow('not scheduled');
});
