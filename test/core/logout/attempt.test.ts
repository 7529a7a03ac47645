import { beginAttempt } from '../../../core/logout/attempt';
import { AppError } from '../../../core/shared/errors';
import { request, world } from '../../fakes/ports';

const begun = () => {
  const { ports, audit, recorded } = world([]);
  return { audit, recorded, attempt: beginAttempt(request.caller, { action: 'logout', via: 'api', correlationId: 'request-1' }, ports) }; // prettier-ignore
};

test('what was found out is in the intent, and nothing that is not named', async () => {
  const { attempt, recorded } = begun();
  const target = { sessionId: 'a', userId: 'u7', username: 'alice', device: 'Chrome', token: 'secret' };
  attempt.about({ reason: 'why', sessions: [target], targetId: 'u7' });
  await attempt.storeIntent();
  const [entry] = await recorded();
  expect(entry).toMatchObject({ reason: 'why', targetId: 'u7', outcome: 'unknown' });
  expect(entry.sessions).toEqual([
    { sessionId: 'a', userId: 'u7', username: 'alice', device: 'Chrome', result: 'unknown' },
  ]);
});

test('what is found out twice adds up', async () => {
  const { attempt, recorded } = begun();
  attempt.about({ reason: 'why' });
  attempt.about({ targetId: 'u7' });
  await attempt.storeIntent();
  expect(await recorded()).toEqual([expect.objectContaining({ reason: 'why', targetId: 'u7' })]);
});

test('a failure before the intent is one document; after it, its outcome', async () => {
  const early = begun();
  await early.attempt.failed(new AppError('error-unauthorized'));
  expect(early.audit.writes).toEqual(['append']);
  const late = begun();
  await late.attempt.storeIntent();
  await late.attempt.failed(new AppError('error-unauthorized'));
  expect(late.audit.writes).toEqual(['append', 'complete']);
});

test('what cannot be explained is a defect before anything is sent, and unknown after', async () => {
  const { attempt } = begun();
  expect(await attempt.failed(new Error('a defect'))).toMatchObject({ code: 'error-internal' });
  attempt.sending();
  expect(await attempt.failed(new Error('a defect'))).toMatchObject({ code: 'error-outcome-unknown' });
});
