import fc from 'fast-check';
import { auditStore } from '../../../adapters/auditStore';
import { AuditOutcome, SessionOutcome } from '../../../core/audit/auditEntry';
import { recordedSessions } from '../../../core/audit/recordedSessions';
import { logoutMany } from '../../../core/many/logoutMany';
import { AppError } from '../../../core/shared/errors';
import { batchOf, batchWorld, sessionIds, turns } from '../../fakes/many';
import { MemoryPersistence } from '../../fakes/persistence';
import { replies } from '../../fakes/ports';

const sessions = sessionIds(10).map((sessionId) => ({ sessionId, username: 'alice' }));
const resultsOf = (outcome: AuditOutcome | 'unknown', stored: SessionOutcome[]): string[] | undefined =>
  recordedSessions({ sessions }, outcome, stored)?.map(({ result }) => result);
const ended = (index: number): SessionOutcome => ({
  sessionId: `session-${index}`,
  result: 'ended',
  workspaceStatus: 200,
});

test('an entry that is about no batch has no sessions', () => {
  expect(recordedSessions({}, 'unknown', [])).toBeUndefined();
});

test('while nothing is stored, four may have been begun', () => {
  expect(resultsOf('unknown', [])).toEqual([...Array(4).fill('unknown'), ...Array(6).fill('not-begun')]);
});

test('each outcome that is stored is told, and lets one more have been begun', () => {
  expect(resultsOf('unknown', [ended(0), ended(3)])).toEqual([
    'ended',
    'unknown',
    'unknown',
    'ended',
    'unknown',
    'unknown',
    'not-begun',
    'not-begun',
    'not-begun',
    'not-begun',
  ]);
});

test('an outcome that was stored twice counts once', () => {
  expect(resultsOf('unknown', [ended(0), ended(0)])?.filter((result) => result !== 'not-begun')).toHaveLength(5);
});

test('after the outcome of the batch nothing is in doubt but what it says', () => {
  const outcome: AuditOutcome = {
    result: 'error-too-many-requests',
    durationMs: 1,
    sessions: [ended(1), { sessionId: 'session-2', result: 'unknown', error: 'error-outcome-unknown' }],
  };
  expect(resultsOf(outcome, [ended(0)])).toEqual(['ended', 'ended', 'unknown', ...Array(7).fill('not-begun')]);
  expect(recordedSessions({ sessions }, outcome, [])?.[2]).toEqual({
    sessionId: 'session-2',
    username: 'alice',
    result: 'unknown',
    error: 'error-outcome-unknown',
  });
});

/** A process that stops at any point: after so many steps no promise of the outside world settles any more. */
test('after a crash at any point, what the record says of a session is true', async () => {
  const randomCrash = fc.record({
    count: fc.integer({ min: 1, max: 25 }),
    steps: fc.integer({ min: 0, max: 60 }),
    /** How long each step takes, in turns of the event loop. */
    delays: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }),
    /** Which answers are unclear. */
    unclear: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(randomCrash, async ({ count, steps, delays, unclear }) => {
      const answered = new Set<string>();
      let done = 0;
      const step = async (): Promise<void> => {
        await turns(delays[done % delays.length]);
        if (++done > steps) {
          await new Promise(() => undefined);
        }
      };
      const persistence = new MemoryPersistence();
      const store = auditStore(persistence, persistence);
      const server = batchWorld(async ({ sessionId }, index) => {
        await step();
        if (unclear[index % unclear.length]) {
          return new AppError('error-workspace-timeout');
        }
        answered.add(sessionId);
        return replies.done(sessionId);
      });
      const audit: typeof store = {
        ...store,
        append: async (entry, outcome) => step().then(() => store.append(entry, outcome)),
        completeSession: async (entry, outcome) => step().then(() => store.completeSession(entry, outcome)),
        complete: async (entry, outcome) => step().then(() => store.complete(entry, outcome)),
      };
      const running = logoutMany(batchOf(count), { ...server.ports, audit });
      await Promise.race([running, turns(6 * (steps + 8))]);

      const [entry] = await store.entriesOf('2026-03-01');
      const sent = new Set(server.endings().map(({ sessionId }) => sessionId));
      if (!entry) {
        expect(sent.size).toBe(0);
        return;
      }
      expect(entry.sessions?.map(({ sessionId }) => sessionId)).toEqual(sessionIds(count));
      for (const { sessionId, result } of entry.sessions ?? []) {
        if (result === 'ended') {
          expect(answered).toContain(sessionId);
        } else if (result === 'not-begun') {
          expect(sent).not.toContain(sessionId);
        } else {
          expect(result).toBe('unknown');
        }
      }
      const inDoubt = entry.sessions?.filter(({ result, error }) => result === 'unknown' && error === undefined) ?? [];
      expect(inDoubt.length).toBeLessThanOrEqual(4);
    }),
    { numRuns: 150 },
  );
});
