import { readDays, Taken } from '../../../core/audit/readDays';
import { recorded, recordOf } from '../../fakes/record';

const entries = ['a', 'b', 'c'].map((id, index) => recorded(id, `2028-02-2${index + 7}T12:00:00Z`));
const everything = (): Taken => 'taken';
const OLDEST_FIRST = { order: 'oldest-first' } as const;

test('the end is the end in both orders', async () => {
  const record = recordOf(entries, { removedBefore: '2028-02-27' });
  expect(await readDays({ order: 'newest-first' }, everything, record.ports)).toEqual({ stoppedBy: 'end' });
  expect(await readDays(OLDEST_FIRST, everything, record.ports)).toEqual({ stoppedBy: 'end' });
});

test('where enough is found, the next place is behind it, also between entries of the same moment', async () => {
  const same = ['x', 'y', 'z'].map((id) => recorded(id, '2028-02-28T12:00:00Z'));
  const record = recordOf(same, { removedBefore: '2028-02-28' });
  const seen: string[] = [];
  const take = ({ id }: { id: string }): Taken => (seen.push(id), seen.length === 2 ? 'last' : 'taken');
  const read = await readDays(OLDEST_FIRST, take, record.ports);
  expect([seen, read]).toEqual([['x', 'y'], { next: { at: same[1].at, id: 'y' }, stoppedBy: 'enough' }]);
  await readDays({ ...OLDEST_FIRST, after: read.next }, take, record.ports);
  expect(seen).toEqual(['x', 'y', 'z']);
});

test('enough at the very last entry leaves no next place', async () => {
  const record = recordOf(entries, { removedBefore: '2028-02-27' });
  const take = ({ id }: { id: string }): Taken => (id === 'a' ? 'last' : 'skipped');
  expect(await readDays({ order: 'newest-first' }, take, record.ports)).toEqual({ stoppedBy: 'enough' });
});

test('a position beyond both ends reads nothing that is not there', async () => {
  const record = recordOf(entries, { removedBefore: '2028-02-27' });
  const far = { at: Date.UTC(5000, 0), id: '' };
  expect(await readDays({ ...OLDEST_FIRST, after: far }, everything, record.ports)).toEqual({ stoppedBy: 'end' });
  const past = { order: 'newest-first', after: { at: 0, id: '' } } as const;
  expect(await readDays(past, everything, record.ports)).toEqual({ stoppedBy: 'end' });
  expect(record.reads).toEqual([]);
});

test('what the store throws is thrown', async () => {
  const { ports } = recordOf(entries);
  ports.audit.entriesOf = async () => {
    throw new Error('the store is down');
  };
  await expect(readDays(OLDEST_FIRST, everything, ports)).rejects.toThrow('the store is down');
});
