import { exportRecord, ExportRequest } from '../../../core/oversight/exportRecord';
import { MAX_EXPORT_LINES } from '../../../core/shared/limits';
import { request } from '../../fakes/ports';
import { readingWorld } from '../../fakes/reading';
import { recorded } from '../../fakes/record';
import { RIGHT_CODE } from '../../fakes/tokens';

const many = Array.from({ length: MAX_EXPORT_LINES + 2 }, (_, index) =>
  recorded(`e${String(index).padStart(5, '0')}`, '2028-02-29T12:00:00Z'),
);
const asked = (cursor?: string, code?: string): ExportRequest => ({
  ...request,
  code,
  wanted: () => ({ query: {}, cursor, lineOf: ({ id }) => `${id}\n` }),
});

test('a part, and the parts that follow with one code', async () => {
  const world = readingWorld(many);
  const parts = [await exportRecord(asked(undefined, RIGHT_CODE), world.ports)];
  for (let part = 0; part < 5 && parts[part].next !== undefined; part++) {
    parts.push(await exportRecord(asked(parts[part].next), world.ports));
  }
  expect(parts.flatMap(({ lines }) => lines)).toEqual(many.map(({ id }) => `${id}\n`));
  expect((await world.recorded())[0]).toMatchObject({ action: 'read-log', reason: 'order=oldest-first' });
});
