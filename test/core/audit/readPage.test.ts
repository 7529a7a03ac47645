import fc from 'fast-check';
import { Position } from '../../../core/audit/cursor';
import { readPage } from '../../../core/audit/readPage';
import { RecordQuery } from '../../../core/audit/recordQuery';
import { RecordedEntry } from '../../../core/audit/auditEntry';
import { MAX_READ_DAYS } from '../../../core/shared/limits';
import { recorded, recordOf, TODAY } from '../../fakes/record';

type Record = ReturnType<typeof recordOf>;
const DAY_MS = 86_400_000;
const idsOf = (entries: readonly RecordedEntry[]): string[] => entries.map(({ id }) => id);
const newestFirst = (entries: readonly RecordedEntry[]): string[] =>
  idsOf([...entries].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)));

/** All pages one after the other, each in a call of its own. */
async function pagesOf(record: Record, query: RecordQuery, limits: readonly number[], between = () => {}) {
  const pages: string[][] = [];
  let after: Position | undefined;
  do {
    const page = await readPage({ query, after, limit: limits[pages.length % limits.length] }, record.ports);
    pages.push(idsOf(page.entries));
    after = page.next;
    between();
    record.sleep(0);
  } while (after !== undefined && pages.length < 1_000);
  return pages;
}

test('newest first; at the same moment in the order of IDs; the newest of all on the first page', async () => {
  const record = recordOf([
    recorded('a', '2028-02-29T23:59:59.999Z'),
    recorded('c', '2028-03-01T09:00:00Z'),
    recorded('b', '2028-03-01T09:00:00Z'),
    recorded('d', '2027-12-31T23:59:59Z'),
  ]);
  const first = await readPage({ query: {}, limit: 2 }, record.ports);
  expect([idsOf(first.entries), first.complete]).toEqual([['c', 'b'], true]);
  const second = await readPage({ query: {}, limit: 2, after: first.next }, record.ports);
  expect([idsOf(second.entries), second.complete]).toEqual([['a', 'd'], true]);
});

test('a page asks for no day before the one that fills it', async () => {
  const record = recordOf([recorded('a', '2028-03-01T09:00:00Z'), recorded('b', '2028-02-29T09:00:00Z')]);
  await readPage({ query: {}, limit: 1 }, record.ports);
  expect(record.reads).toEqual(['2028-03-01']);
});

test('days in which nothing was found are followed by a few at once, up to the first entry', async () => {
  const record = recordOf([recorded('a', '2028-02-28T09:00:00Z'), recorded('b', '2028-02-20T09:00:00Z')]);
  const page = await readPage({ query: {}, limit: 1 }, record.ports);
  expect(idsOf(page.entries)).toEqual(['a']);
  expect(record.reads).toEqual(['2028-03-01', '2028-02-29', '2028-02-28', '2028-02-27', '2028-02-26']);
});

test('without an end in the query, reading ends where nothing is kept any more', async () => {
  const record = recordOf([recorded('a', '2028-02-27T00:00:00Z')], { removedBefore: '2028-02-27' });
  const page = await readPage({ query: {}, limit: 10 }, record.ports);
  expect(page).toEqual({ entries: [expect.objectContaining({ id: 'a' })], next: undefined, complete: true });
  expect(record.reads).toEqual(['2028-03-01', '2028-02-29', '2028-02-28', '2028-02-27']);
});

test('`from` is included, `to` is not', async () => {
  const [from, to] = [Date.parse('2027-01-01T00:00:00Z'), Date.parse('2027-01-02T00:00:00Z')];
  const record = recordOf([
    recorded('before', from - 1),
    recorded('first', from),
    recorded('last', to - 1),
    recorded('after', to),
  ]);
  const { entries } = await readPage({ query: { from, to }, limit: 10 }, record.ports);
  expect(idsOf(entries)).toEqual(['last', 'first']);
  expect(record.reads).toEqual(['2027-01-01']);
});

test('what a clock that was ahead has recorded is found when it is asked for', async () => {
  const record = recordOf([recorded('ahead', '2028-06-01T00:00:00Z')]);
  expect((await pagesOf(record, {}, [10])).flat()).toEqual([]);
  expect((await pagesOf(record, { to: Date.parse('2028-06-02T00:00:00Z') }, [10])).flat()).toEqual(['ahead']);
});

test('a clock that says less than the first day of all reads that day', async () => {
  const record = recordOf([recorded('a', '2020-01-01T00:00:00Z')], { now: Date.parse('2020-01-01T10:00:00Z') });
  expect(await pagesOf(record, {}, [10])).toEqual([['a']]);
});

test('after so many days it stops, says so, and goes on from there', async () => {
  const oldest = recorded('old', TODAY - (MAX_READ_DAYS + 5) * DAY_MS);
  const record = recordOf([oldest]);
  const first = await readPage({ query: {}, limit: 10 }, record.ports);
  expect(first).toMatchObject({ entries: [], complete: false });
  expect(record.reads).toHaveLength(MAX_READ_DAYS);
  const second = await readPage({ query: {}, limit: 10, after: first.next }, record.ports);
  expect([idsOf(second.entries), second.complete, second.next]).toEqual([['old'], true, undefined]);
  expect(new Set(record.reads).size).toBe(record.reads.length);
});

test.each([
  ['the call', 27_000],
  ['reading', 10_500],
])('when the time for %s is over it stops, and one day is read all the same', async (_name, milliseconds) => {
  const record = recordOf([recorded('a', '2028-02-28T09:00:00Z')]);
  const { audit } = record.ports;
  const entriesOf = (day: string) => (record.spend(milliseconds), audit.entriesOf(day));
  const slow = { ...record.ports, audit: { entriesOf } };
  const days: string[] = [];
  let after: Position | undefined;
  for (let call = 0; call < 3; call++) {
    const page = await readPage({ query: {}, limit: 10, after }, slow);
    expect(page.complete).toBe(false);
    days.push(...idsOf(page.entries));
    after = page.next;
    record.sleep(0);
  }
  expect(days).toEqual(['a']);
  expect(record.reads).toEqual(['2028-03-01', '2028-02-29', '2028-02-28']);
});

test('entries of large batches make a page shorter, and nothing is lost', async () => {
  const sessions = Array.from({ length: 500 }, (_, index) => ({ sessionId: `s${index}`, result: 'ended' as const }));
  const batches = Array.from({ length: 10 }, (_, index) => recorded(`b${index}`, TODAY - index, { sessions }));
  const record = recordOf(batches);
  const first = await readPage({ query: {}, limit: 50 }, record.ports);
  expect([first.entries.length, first.complete]).toEqual([4, false]);
  expect((await pagesOf(record, {}, [50])).flat()).toEqual(idsOf(batches));
});

describe('any split into pages gives every entry that fits exactly once, in order', () => {
  /** Times around the ends of days, months and years, many of them the same. */
  const moments = ['2026-12-31', '2027-01-01', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01']
    .map((day) => Date.parse(`${day}T00:00:00Z`))
    .flatMap((midnight) => [midnight - 1, midnight, midnight + 1, midnight + 5 * 3_600_000]);
  const entriesOf = fc
    .array(fc.record({ at: fc.constantFrom(...moments), isAbout: fc.boolean() }), { maxLength: 40 })
    .map((made) =>
      made.map(({ at, isAbout }, index) =>
        recorded(`${'-_aZ09'[index % 6]}${index}`, at, { targetUsername: isAbout ? 'alice' : 'bob' }),
      ),
    );
  const splits = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

  test('of all entries, of some, and of those of a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        entriesOf,
        splits,
        fc.option(fc.constantFrom(...moments), { nil: undefined }),
        fc.option(fc.constantFrom(...moments), { nil: undefined }),
        fc.option(fc.constant('alice'), { nil: undefined }),
        async (entries, limits, from, to, user) => {
          const pages = await pagesOf(recordOf(entries), { from, to, user }, limits);
          const wanted = entries.filter(
            ({ at, targetUsername }) =>
              at >= (from ?? 0) && at < (to ?? Infinity) && (user === undefined || targetUsername === user),
          );
          expect(pages.flat()).toEqual(newestFirst(wanted));
          pages.forEach((page, index) => expect(page.length).toBeLessThanOrEqual(limits[index % limits.length]));
        },
      ),
    );
  });

  test('also while entries are added', async () => {
    await fc.assert(
      fc.asyncProperty(entriesOf, splits, async (entries, limits) => {
        const record = recordOf(entries);
        let added = 0;
        const pages = await pagesOf(record, {}, limits, () => {
          record.sleep(1);
          record.add(recorded(`new${++added}`, record.ports.clock.now()));
        });
        expect(pages.flat()).toEqual(newestFirst(entries));
      }),
    );
  });
});
