import { recordFailures } from '../../../core/chat/recordFailures';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld, pending } from '../../fakes/chat';
import { failureOf } from '../../fakes/ports';

test('what succeeds is not recorded', async () => {
  const { ports, audit } = chatWorld();
  await expect(recordFailures(caller, 'modal', pending, ports, async () => 'done')).resolves.toBe('done');
  expect(audit.writes).toEqual([]);
});

test.each([
  [new AppError('error-not-connected'), 'error-not-connected'],
  [new Error('token-1'), 'error-internal'],
])('%s is recorded as what it is to the caller, and thrown as that', async (thrown, code) => {
  const { ports, audit, recorded } = chatWorld();
  const failing = recordFailures(caller, 'modal', pending, ports, () => Promise.reject(thrown));
  const failure = await failureOf(failing);
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code });
  expect(audit.writes).toEqual(['append']);
  expect(await recorded()).toEqual([
    expect.objectContaining({
      via: 'modal',
      callerId: 'u1',
      sessionId: 'aLiveSession',
      correlationId: 'request-1',
      outcome: { result: code, durationMs: 0 },
    }),
  ]);
  expect(JSON.stringify([failure, await recorded()])).not.toContain('token-1');
});

test('a record that cannot be stored does not hide the failure', async () => {
  const { ports, audit, notes } = chatWorld();
  audit.refusing.append = true;
  const failing = recordFailures(caller, 'modal', pending, ports, () => Promise.reject(new AppError('error-internal')));
  await expect(failing).rejects.toMatchObject({ code: 'error-internal' });
  expect(notes).toHaveLength(1);
});
