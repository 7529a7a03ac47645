import { auditEntry } from '../../../core/audit/auditEntry';
import { recordAttempt, recordEntry, recordOutcome } from '../../../core/audit/recordAttempt';
import { request, world } from '../../fakes/ports';

const about = { action: 'disconnect', via: 'command', correlationId: 'request-1' } as const;
const failure = { result: 'error-internal', durationMs: 5 } as const;

test('what needed no intent is stored whole, in one go', async () => {
  const { ports, audit, recorded, notes } = world([]);
  await recordAttempt(request.caller, about, 'done', ports);
  expect(audit.writes).toEqual(['append']);
  expect(await recorded()).toEqual([
    expect.objectContaining({ ...about, callerId: 'u1', outcome: { result: 'done', durationMs: 0 } }),
  ]);
  expect(notes).toEqual([]);
});

test('an entry with its outcome is stored in one go, an outcome that comes later by itself', async () => {
  const { ports, audit, recorded } = world([]);
  const [whole, intent] = [1, 2].map(() => auditEntry(request.caller, about, ports));
  await recordEntry(whole, failure, ports);
  await audit.append(intent);
  await recordOutcome(intent, failure, ports);
  expect(audit.writes).toEqual(['append', 'append', 'complete']);
  expect((await recorded()).map(({ outcome }) => outcome)).toEqual([failure, failure]);
});

test('a store that is down hides no answer: the log has a line, without the store’s message', async () => {
  const { ports, audit, notes } = world([]);
  audit.refusing = { append: true, complete: true };
  const entry = auditEntry(request.caller, about, ports);
  await recordAttempt(request.caller, about, 'done', ports);
  await recordEntry(entry, failure, ports);
  await recordOutcome(entry, failure, ports);
  expect(notes).toEqual(
    ['done', 'error-internal', 'error-internal'].map((result) => ({
      event: 'not-recorded',
      correlationId: 'request-1',
      result,
    })),
  );
});
