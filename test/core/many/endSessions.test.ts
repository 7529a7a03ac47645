import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { Attempt } from '../../../core/logout/attempt';
import { ConfirmedSecondFactor } from '../../../core/logout/confirmSecondFactor';
import { RecordedIntent } from '../../../core/logout/forwardLogout';
import { BatchCall, endSessions, finishBatch, resultOf } from '../../../core/many/endSessions';
import { batchWorld, sessionIds } from '../../fakes/many';
import { failureOf, replies, request, settings } from '../../fakes/ports';

const call: BatchCall = {
  confirmed: {
    caller: request.caller as AuthorizedCaller,
    secondFactor: { code: '123456' },
    userAgent: 'Session-Logout id1',
    codeMailed: false,
  } as ConfirmedSecondFactor,
  intent: {} as RecordedIntent,
  credential: request.credential,
  workspace: settings,
};
const targets = sessionIds(6).map((sessionId) => ({ sessionId, username: 'alice' }));
const attempt = () => ({
  sessionDone: jest.fn<ReturnType<Attempt['sessionDone']>, Parameters<Attempt['sessionDone']>>(async () => undefined),
  done: jest.fn<ReturnType<Attempt['done']>, Parameters<Attempt['done']>>(async () => undefined),
});

test('no sessions: nothing is sent, and that is fine', async () => {
  const server = batchWorld();
  const run = await endSessions([], call, attempt(), server.ports);
  expect(run).toMatchObject({ batch: { results: [] }, outcomes: [], refusal: undefined });
  expect(server.sent).toEqual([]);
  expect(resultOf(run.batch)).toBe('done');
});

test('the outcome of one is stored before another is begun in its place', async () => {
  const order: string[] = [];
  const server = batchWorld(({ sessionId }) => {
    order.push(`send ${sessionId}`);
    return replies.done(sessionId);
  });
  const log = attempt();
  log.sessionDone.mockImplementation(async ({ sessionId }) => void order.push(`store ${sessionId}`));
  await endSessions(targets, call, log, server.ports);
  order.forEach((step, index) => {
    if (step.startsWith('send')) {
      const before = order.slice(0, index);
      const begun = before.filter((each) => each.startsWith('send')).length;
      const stored = before.filter((each) => each.startsWith('store')).length;
      expect(begun - stored).toBeLessThan(4);
    }
  });
  expect(order.slice(0, 2)).toEqual(['send session-0', 'store session-0']);
  expect(order.filter((step) => step.startsWith('store'))).toHaveLength(6);
});

test('a batch that was refused whole ends with that refusal, unrecorded as yet; any other is recorded', async () => {
  const log = attempt();
  const refused = await endSessions(targets, call, log, batchWorld(() => replies.notPermitted).ports);
  expect(await failureOf(finishBatch(refused, log))).toMatchObject({ code: 'error-unauthorized' });
  expect(log.done).not.toHaveBeenCalled();

  const partly = await endSessions(
    targets,
    call,
    log,
    batchWorld(({ sessionId }, index) => (index === 2 ? replies.tooMany : replies.done(sessionId))).ports,
  );
  expect(await finishBatch(partly, log)).toBe(partly.batch);
  expect(log.done.mock.calls).toEqual([[{ result: 'error-too-many-requests', sessions: partly.outcomes }]]);
});
