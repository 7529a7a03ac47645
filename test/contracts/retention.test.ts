import { auditStore, oldEntries } from '../../adapters/auditStore';
import { removeAll } from '../../adapters/removeAll';
import { retentionStore } from '../../adapters/retentionStore';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { RetentionRun } from '../../core/audit/retention';
import { MemoryPersistence } from '../fakes/persistence';
import { recorded } from '../fakes/record';

const always = (): boolean => true;
const run = (at: number, removedBefore = '2027-01-01'): RetentionRun => ({ at, removedBefore });

describe('days of the record', () => {
  const filled = async () => {
    const persistence = new MemoryPersistence();
    const log = auditStore(persistence, persistence);
    for (const [index, day] of ['2027-02-28', '2027-03-01'].entries()) {
      const entry = recorded(`e${index}`, `${day}T23:59:59.999Z`);
      await log.append(entry);
      await log.complete(entry, { result: 'done', durationMs: 1 });
    }
    return { persistence, log };
  };

  test('are removed with all that is filed under them, and no other day is touched', async () => {
    const { persistence, log } = await filled();
    expect(await oldEntries(persistence, persistence).removeDay('2027-02-28', always)).toBe(true);
    expect(persistence.dump()).not.toContain('2027-02-28');
    expect(await log.entriesOf('2027-03-01')).toMatchObject([{ outcome: { result: 'done' } }]);
  });

  test('that are gone already are gone', async () => {
    const { persistence } = await filled();
    const old = oldEntries(persistence, persistence);
    expect(await Promise.all([1, 2].map(() => old.removeDay('2027-02-28', always)))).toEqual([true, true]);
    expect(await old.removeDay('2027-02-28', always)).toBe(true);
  });

  test('are removed a document a call where a server does no more, as long as there is time', async () => {
    const { persistence } = await filled();
    persistence.removeByAssociation = (record) => persistence.removeFirst(record);
    const old = oldEntries(persistence, persistence);
    expect(await old.removeDay('2027-02-28', () => false)).toBe(false);
    expect(await old.removeDay('2027-02-28', always)).toBe(true);
    expect(persistence.dump()).not.toContain('2027-02-28');
  });

  test('that do not become empty are said to be not all gone', async () => {
    const { persistence } = await filled();
    persistence.removeByAssociation = async () => [];
    const record = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'audit-2027-02-28');
    let turns = 3;
    expect(await removeAll(record, persistence, persistence, () => turns-- > 0)).toBe(false);
  });
});

describe('the last run', () => {
  test('is none before the first, and then the one that was noted last', async () => {
    const persistence = new MemoryPersistence();
    const store = retentionStore(persistence, persistence);
    expect(await store.last()).toBeUndefined();
    await store.note({ ...run(1), problem: 'error-internal' });
    await store.note(run(2, '2027-01-02'));
    expect(await store.last()).toEqual(run(2, '2027-01-02'));
    expect(JSON.parse(persistence.dump())).toHaveLength(1);
  });

  test('noted twice by two servers is the later one, and the next run that is noted is the only one', async () => {
    const persistence = new MemoryPersistence();
    const store = retentionStore(persistence, persistence);
    const record = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'retention');
    for (const at of [5, 9, 7]) {
      await persistence.createWithAssociation(run(at), record);
    }
    expect(await store.last()).toEqual(run(9));
    await store.note(run(3)); // a clock that went back
    expect(await store.last()).toEqual(run(3));
  });
});
