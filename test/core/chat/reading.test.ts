import { RecordedEntry } from '../../../core/audit/auditEntry';
import { needsReading, Reading, turned, withPage } from '../../../core/chat/reading';
import { NOW } from '../../fakes/ports';

const entry = (id: string, more: Partial<RecordedEntry> = {}): RecordedEntry => ({
  id,
  at: NOW,
  correlationId: 'request-1',
  action: 'logout',
  via: 'api',
  callerId: 'u1',
  callerUsername: 'admin',
  callerRoles: ['admin'],
  outcome: { result: 'done', durationMs: 3 },
  ...more,
});
const begun: Reading = { query: {}, pages: [], page: 0 };
const idsOf = ({ pages }: Reading) => pages.map((page) => page.map(({ id }) => id));

/** Three pages, of which the last is shown. */
function read(cursor: string | undefined): Reading {
  const one = withPage(begun, [entry('a'), entry('b')], 'cursor-1');
  const two = withPage({ ...one, entry: 1 }, [entry('c')], 'cursor-2');
  return withPage(two, [entry('d')], cursor);
}

test('a page that was read is shown, with the cursor that came with it', () => {
  const reading = read('cursor-3');
  expect(idsOf(reading)).toEqual([['a', 'b'], ['c'], ['d']]);
  expect([reading.page, reading.cursor, reading.entry]).toEqual([2, 'cursor-3', undefined]);
});

test('only past the last page there is something to read, and only where there is more', () => {
  expect(needsReading(read('cursor-3'), 'older')).toBe(true);
  expect(needsReading(read(undefined), 'older')).toBe(false);
  expect(needsReading({ ...read('cursor-3'), page: 1 }, 'older')).toBe(false);
  expect((['newer', 'page', 0] as const).map((turn) => needsReading(read('cursor-3'), turn))).toEqual([
    false,
    false,
    false,
  ]);
});

test('pages that were read are turned to and fro, and never past their ends', () => {
  const reading = read(undefined);
  expect(turned(reading, 'newer').page).toBe(1);
  expect(turned({ ...reading, page: 0 }, 'newer').page).toBe(0);
  expect(turned({ ...reading, page: 0 }, 'older').page).toBe(1);
  expect(turned(reading, 'older').page).toBe(2);
  expect(turned(reading, 'newer').cursor).toBe(reading.cursor);
});

test('an entry opens and closes on its page; one that is not there opens nothing', () => {
  const reading = { ...read(undefined), page: 0 };
  const open = turned(reading, 1);
  expect(open).toMatchObject({ page: 0, entry: 1 });
  expect(turned(open, 'page')).toMatchObject({ page: 0, entry: undefined });
  expect(turned(open, 'older')).toMatchObject({ page: 1, entry: undefined });
  expect(turned(reading, 2)).toBe(reading);
});

test('of a large batch some sessions are kept, once, and how many there are', () => {
  const sessions = Array.from({ length: 500 }, (_, index) => ({ sessionId: `s${index}`, result: 'ended' as const }));
  const batch = entry('a', { sessions, outcome: { result: 'done', durationMs: 3, sessions } });
  const [[kept]] = withPage(begun, [batch], undefined).pages;
  expect(kept.sessions).toHaveLength(20);
  expect(kept.sessionCount).toBe(500);
  expect(kept.outcome).toEqual({ result: 'done', durationMs: 3, sessions: undefined });
  expect(withPage(begun, [entry('b')], undefined).pages[0][0].sessionCount).toBeUndefined();
});
