import { MAX_NOTICES, trimOutbox } from '../../../core/alarm/trimOutbox';
import { alarmWorld, notice } from '../../fakes/alarms';
import { NOW } from '../../fakes/ports';

test('the oldest are dropped, each with a line in the log', async () => {
  const { ports, outbox, notes } = alarmWorld();
  for (let index = 0; index <= MAX_NOTICES; index++) {
    await outbox.put(notice({ id: `n${index}`, at: NOW - index, correlationId: `r${index}` }));
  }
  const left = await trimOutbox(ports());
  expect(left).toEqual(await outbox.all());
  expect(left).toHaveLength(MAX_NOTICES);
  expect(notes).toEqual([{ correlationId: `r${MAX_NOTICES}`, result: 'dropped' }]);
});
