import fc from 'fast-check';
import { Position } from '../../../core/audit/cursor';
import { readLines } from '../../../core/audit/readLines';
import { RecordedEntry } from '../../../core/audit/auditEntry';
import { MAX_EXPORT_LINES } from '../../../core/shared/limits';
import { recorded, recordOf } from '../../fakes/record';

const NOON = Date.parse('2028-02-29T12:00:00Z');
const range = {};

/** All parts one after the other. */
async function partsOf(record: ReturnType<typeof recordOf>, lineOf: (entry: RecordedEntry) => string = ({ id }) => id) {
  const parts: Array<readonly string[]> = [];
  let after: Position | undefined;
  do {
    const { lines, next } = await readLines({ range, after }, lineOf, record.ports);
    parts.push(lines);
    after = next;
    record.sleep(0);
  } while (after !== undefined && parts.length < 100);
  return parts;
}

test('oldest first, from the first day that is kept to today', async () => {
  const record = recordOf(
    [recorded('c', '2028-03-01T00:00:00Z'), recorded('a', '2028-02-28T23:59:59.999Z'), recorded('b', NOON)],
    { removedBefore: '2028-02-28' },
  );
  expect(await partsOf(record)).toEqual([['a', 'b', 'c']]);
  expect(record.reads).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
});

test('nothing at all is one part without lines', async () => {
  expect(await partsOf(recordOf([], { removedBefore: '2028-02-28' }))).toEqual([[]]);
});

test('a day with more entries than a part has lines is cut, and no entry is lost or twice', async () => {
  const many = Array.from({ length: 2 * MAX_EXPORT_LINES + 1 }, (_, index) =>
    recorded(`e${String(index).padStart(5, '0')}`, NOON + Math.floor(index / 3)),
  );
  const parts = await partsOf(recordOf(many, { removedBefore: '2028-02-29' }));
  expect(parts.map(({ length }) => length)).toEqual([MAX_EXPORT_LINES, MAX_EXPORT_LINES, 1]);
  expect(parts.flat()).toEqual(many.map(({ id }) => id));
});

test('long lines make a part shorter, and one that is too long for any part is given all the same', async () => {
  const entries = Array.from({ length: 5 }, (_, index) => recorded(`e${index}`, NOON + index));
  const record = recordOf(entries, { removedBefore: '2028-02-29' });
  const parts = await partsOf(record, ({ id }) => id.repeat(id === 'e3' ? 5_000_000 : 1_100_000));
  expect(parts.map((lines) => lines.map((line) => line.slice(0, 2)))).toEqual([['e0', 'e1'], ['e2', 'e3'], ['e4']]);
});

test('any entries come out once, in order, however often the time for a call is over', async () => {
  const moments = [-1, 0, 1, 86_399_999, 86_400_000].map((offset) => Date.parse('2027-12-31T00:00:00Z') + offset);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...moments), { maxLength: 20 }),
      fc.integer({ min: 0, max: 12_000 }),
      async (times, slowness) => {
        const entries = times.map((at, index) => recorded(`e${index}`, at));
        const record = recordOf(entries, { removedBefore: '2027-12-25', now: Date.parse('2028-01-05T00:00:00Z') });
        const { ports } = record;
        const entriesOf = (day: string) => (record.spend(slowness), ports.audit.entriesOf(day));
        const slow = { ...record, ports: { ...ports, audit: { entriesOf } } };
        const sorted = [...entries].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
        expect((await partsOf(slow)).flat()).toEqual(sorted.map(({ id }) => id));
      },
    ),
  );
});
