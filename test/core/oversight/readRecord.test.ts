import { readRecord, ReadRecordRequest } from '../../../core/oversight/readRecord';
import { request } from '../../fakes/ports';
import { readingWorld } from '../../fakes/reading';
import { recorded } from '../../fakes/record';
import { RIGHT_CODE } from '../../fakes/tokens';

const entries = Array.from({ length: 7 }, (_, index) => recorded(`e${index}`, `2028-02-2${index + 1}T12:00:00Z`));
const asked = (cursor?: string, code?: string): ReadRecordRequest => ({
  ...request,
  code,
  wanted: () => ({ query: { from: Date.parse('2028-02-22T00:00:00Z') }, cursor, limit: 3 }),
});

test('a page, and the pages that follow with one code', async () => {
  const world = readingWorld(entries);
  const first = await readRecord(asked(undefined, RIGHT_CODE), world.ports);
  const second = await readRecord(asked(first.next), world.ports);
  expect([first, second].map((page) => page.entries.map(({ id }) => id))).toEqual([
    ['e6', 'e5', 'e4'],
    ['e3', 'e2', 'e1'],
  ]);
  expect([first.complete, second.complete, second.next]).toEqual([true, true, undefined]);
});
