import { auditStore } from '../../adapters/auditStore';
import { AuditEntry, AuditOutcome } from '../../core/audit/auditEntry';
import { AuditLog } from '../../core/audit/auditLog';
import { MemoryPersistence } from '../fakes/persistence';
import { MemoryAuditLog } from '../fakes/ports';

const at = (time: string): number => Date.parse(time);
const entry = (id: string, time: string): AuditEntry => ({
  id,
  at: at(time),
  correlationId: `request-${id}`,
  action: 'logout',
  via: 'api',
  callerId: 'u1',
  callerUsername: 'admin',
  callerRoles: ['admin'],
  sessionId: 'aLiveSession',
  reason: 'stolen laptop',
});
const done: AuditOutcome = { result: 'done', workspaceStatus: 200, secondFactor: 'totp', durationMs: 12 };

const stores: Array<[string, () => AuditLog]> = [
  ['the fake', () => new MemoryAuditLog()],
  [
    'the persistence store',
    () => {
      const persistence = new MemoryPersistence();
      return auditStore(persistence, persistence);
    },
  ],
];

describe.each(stores)('every audit log: %s', (_name, make) => {
  test('an entry without outcome reads "unknown"', async () => {
    const log = make();
    await log.append(entry('a', '2026-03-01T10:00:00Z'));
    expect(await log.entriesOf('2026-03-01')).toEqual([{ ...entry('a', '2026-03-01T10:00:00Z'), outcome: 'unknown' }]);
  });

  test('an entry can be stored with its outcome', async () => {
    const log = make();
    await log.append(entry('a', '2026-03-01T10:00:00Z'), done);
    expect(await log.entriesOf('2026-03-01')).toEqual([{ ...entry('a', '2026-03-01T10:00:00Z'), outcome: done }]);
  });

  test('an outcome belongs to its entry, and is filed under the entry’s day', async () => {
    const log = make();
    await log.append(entry('a', '2026-03-01T23:59:59.999Z'));
    await log.append(entry('b', '2026-03-02T00:00:00Z'));
    await log.complete(entry('a', '2026-03-01T23:59:59.999Z'), done);
    expect(await log.entriesOf('2026-03-01')).toEqual([expect.objectContaining({ id: 'a', outcome: done })]);
    expect(await log.entriesOf('2026-03-02')).toEqual([expect.objectContaining({ id: 'b', outcome: 'unknown' })]);
  });

  test('a day is read oldest first, and only that day', async () => {
    const log = make();
    await log.append(entry('late', '2026-03-01T12:00:00Z'));
    await log.append(entry('early', '2026-03-01T08:00:00Z'));
    await log.append(entry('other', '2026-03-03T08:00:00Z'));
    expect((await log.entriesOf('2026-03-01')).map(({ id }) => id)).toEqual(['early', 'late']);
    expect(await log.entriesOf('2026-03-02')).toEqual([]);
  });
});

describe.each(stores)('refusals of the same kind within a minute: %s', (_name, make) => {
  const refused: AuditOutcome = { result: 'error-unauthorized', durationMs: 1 };

  test('are one entry, the first, that says how many', async () => {
    const log = make();
    await log.append(entry('a', '2026-03-01T10:00:00Z'), refused);
    expect(await log.entriesOf('2026-03-01')).toEqual([{ ...entry('a', '2026-03-01T10:00:00Z'), outcome: refused }]);
    await log.append(entry('b', '2026-03-01T10:00:01Z'), refused);
    await log.append(entry('c', '2026-03-01T10:00:59Z'), refused);
    expect(await log.entriesOf('2026-03-01')).toEqual([
      { ...entry('a', '2026-03-01T10:00:00Z'), outcome: refused, times: 3 },
    ]);
  });

  test('do not swallow what is of another kind, or of another minute', async () => {
    const log = make();
    await log.append(entry('a', '2026-03-01T10:00:00Z'), refused);
    await log.append(entry('b', '2026-03-01T10:00:00Z'), done);
    await log.append(entry('c', '2026-03-01T10:01:00Z'), refused);
    await log.append(entry('d', '2026-03-01T10:00:00Z'));
    expect((await log.entriesOf('2026-03-01')).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

test('many refusals at the same moment are few documents, and the count is never too high', async () => {
  const persistence = new MemoryPersistence();
  const log = auditStore(persistence, persistence);
  const refused: AuditOutcome = { result: 'error-unauthorized', durationMs: 1 };
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => log.append(entry(`e${index}`, '2026-03-01T10:00:00Z'), refused)),
  );
  const entries = await log.entriesOf('2026-03-01');
  expect(entries).toHaveLength(1);
  expect(entries[0].times ?? 1).toBeLessThanOrEqual(50);
});

test('a refusal that cannot be counted is told', async () => {
  const persistence = new MemoryPersistence();
  persistence.updateByAssociations = async () => {
    throw new Error('the store is down');
  };
  const log = auditStore(persistence, persistence);
  const refused: AuditOutcome = { result: 'error-unauthorized', durationMs: 1 };
  await expect(log.append(entry('a', '2026-03-01T10:00:00Z'), refused)).rejects.toThrow('the store is down');
});

test('the persistence store reads a day without touching another', async () => {
  const persistence = new MemoryPersistence();
  await auditStore(persistence, persistence).entriesOf('2026-03-01');
  expect(persistence.reads).toEqual([['misc:audit-2026-03-01']]);
});

test('the persistence store only adds documents', async () => {
  const persistence = new MemoryPersistence();
  const log = auditStore(persistence, persistence);
  await log.append(entry('a', '2026-03-01T10:00:00Z'));
  const before = persistence.dump().slice(0, -1);
  await log.complete(entry('a', '2026-03-01T10:00:00Z'), done);
  expect(persistence.dump().startsWith(before)).toBe(true);
});

test('an entry with its outcome is one document of the persistence store', async () => {
  const persistence = new MemoryPersistence();
  await auditStore(persistence, persistence).append(entry('a', '2026-03-01T10:00:00Z'), done);
  expect(persistence.writes).toEqual([['misc:audit-2026-03-01']]);
});

test('an outcome that was stored before its entry makes a complete record', async () => {
  const persistence = new MemoryPersistence();
  const log = auditStore(persistence, persistence);
  await log.complete(entry('a', '2026-03-01T10:00:00Z'), done);
  expect(await log.entriesOf('2026-03-01')).toEqual([]);
  await log.append(entry('a', '2026-03-01T10:00:00Z'));
  expect(await log.entriesOf('2026-03-01')).toEqual([expect.objectContaining({ outcome: done })]);
});

test.each(['', undefined, null])('a document for which the engine answers %j is not taken as stored', async (id) => {
  const persistence = new MemoryPersistence();
  persistence.createWithAssociation = async () => id as string;
  const log = auditStore(persistence, persistence);
  await expect(log.append(entry('a', '2026-03-01T10:00:00Z'))).rejects.toThrow();
  await expect(log.complete(entry('a', '2026-03-01T10:00:00Z'), done)).rejects.toThrow();
});

describe('an entry that was stored twice is read once, with its outcome', () => {
  const first = entry('a', '2026-03-01T10:00:00Z');
  const orders: Array<[string, (log: AuditLog) => Promise<void>]> = [
    [
      'without, then with its outcome',
      async (log) => {
        await log.append(first);
        await log.append(first, done);
      },
    ],
    [
      'with its outcome, then without',
      async (log) => {
        await log.append(first, done);
        await log.append(first);
      },
    ],
    [
      'with its outcome twice',
      async (log) => {
        await log.append(first, done);
        await log.append(first, done);
      },
    ],
    [
      'twice without, and its outcome by itself',
      async (log) => {
        await log.append(first);
        await log.append(first);
        await log.complete(first, done);
      },
    ],
  ];
  test.each(orders)('%s', async (_name, store) => {
    const persistence = new MemoryPersistence();
    const log = auditStore(persistence, persistence);
    await store(log);
    await log.append(entry('b', '2026-03-01T11:00:00Z'));
    expect((await log.entriesOf('2026-03-01')).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', done],
      ['b', 'unknown'],
    ]);
  });

  test('twice without one: once, as unknown', async () => {
    const persistence = new MemoryPersistence();
    const log = auditStore(persistence, persistence);
    await log.append(first);
    await log.append(first);
    expect(await log.entriesOf('2026-03-01')).toEqual([{ ...first, outcome: 'unknown' }]);
  });
});

test('what 6.5 answers in place of the ID is taken as stored', async () => {
  const persistence = new MemoryPersistence();
  persistence.createWithAssociation = async () => ({ acknowledged: true, insertedId: 'x' }) as unknown as string;
  await expect(
    auditStore(persistence, persistence).append(entry('a', '2026-03-01T10:00:00Z')),
  ).resolves.toBeUndefined();
});
