import { beginAttempt } from '../../../core/logout/attempt';
import { Probe } from '../../../core/logout/probeSecondFactor';
import { AppError, SecondFactorError } from '../../../core/shared/errors';
import { Challenge, SecondFactorCode } from '../../../core/shared/secondFactor';
import { sendIncorrect } from '../../fakes/codeAttempts';
import { request, world } from '../../fakes/ports';

const begun = () => {
  const server = world([]);
  const { ports } = server;
  return {
    ...server,
    attempt: beginAttempt(request.caller, { action: 'logout', via: 'api', correlationId: 'request-1' }, ports),
  };
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

describe('the turn to send a code', () => {
  const code = { given: { code: '123456' } };
  const challengeOf = (kind: SecondFactorCode): Challenge => ({
    code: kind,
    method: 'totp',
    mailed: false,
    answer: { error: '', details: {} },
  });
  const refusal = (kind: SecondFactorCode) => new SecondFactorError(challengeOf(kind), 400);
  const counted = async ({ codeAttempts }: ReturnType<typeof begun>) => {
    const { open, incorrect } = await codeAttempts.of('u1');
    return { open: open.length, incorrect: incorrect.length };
  };
  type Attempt = ReturnType<typeof begun>['attempt'];
  const ends: Array<[string, (attempt: Attempt) => Promise<unknown>, number]> = [
    ['done', (attempt) => attempt.done({ result: 'done' }), 0],
    ['done at once', (attempt) => attempt.doneAtOnce({ result: 'done' }), 0],
    ['an incorrect code', (attempt) => attempt.failed(refusal('totp-invalid')), 1],
    ['a code that was incorrect too often', (attempt) => attempt.failed(refusal('totp-max-attempts')), 1],
    ['a demand for a code', (attempt) => attempt.failed(refusal('totp-required')), 0],
    ['no answer', (attempt) => attempt.failed(new AppError('error-workspace-timeout')), 0],
    ['a defect', (attempt) => attempt.failed(new Error('a defect')), 0],
    ['a session ended', (attempt) => attempt.sessionDone({ sessionId: 'a', result: 'ended' }), 0],
    ['a session that is gone', (attempt) => attempt.sessionDone({ sessionId: 'a', result: 'already-gone' }), 0],
    [
      'a session refused for the code',
      (attempt) => attempt.sessionDone({ sessionId: 'a', result: 'refused', error: 'totp-invalid' }),
      1,
    ],
  ];
  test.each(ends)('%s ends it', async (_name, end, incorrect) => {
    const server = begun();
    await server.attempt.takeTurn(code);
    expect(await counted(server)).toEqual({ open: 1, incorrect: 0 });
    await end(server.attempt);
    expect(await counted(server)).toEqual({ open: 0, incorrect });
  });

  const probe = { challenge: challengeOf('totp-required'), workspaceStatus: 400, userAgent: 'x' } as Probe;
  const unanswered: Array<[string, (attempt: Attempt) => Promise<unknown>]> = [
    ['no clear answer to a logout', (attempt) => attempt.failed(new AppError('error-outcome-unknown'))],
    ['no answer in time to a list', (attempt) => attempt.failed(new AppError('error-workspace-timeout'))],
    ['a defect', (attempt) => attempt.failed(new Error('a defect'))],
    [
      'a batch of which nothing is known',
      async (attempt) => {
        await attempt.sessionDone({ sessionId: 'a', result: 'unknown' });
        await attempt.done({ result: 'partly-done' });
      },
    ],
  ];
  test.each(unanswered)('after the probe, %s leaves it open: the code may have been checked', async (_name, end) => {
    const server = begun();
    await server.attempt.takeTurn(code);
    server.attempt.probed(probe);
    await end(server.attempt);
    expect(await counted(server)).toEqual({ open: 1, incorrect: 0 });
  });

  test('a clear refusal after the probe ends it', async () => {
    const server = begun();
    await server.attempt.takeTurn(code);
    server.attempt.probed(probe);
    await server.attempt.failed(new AppError('error-session-not-found'));
    expect(await counted(server)).toEqual({ open: 0, incorrect: 0 });
  });

  test('the workspace’s first word on the code is the one that counts', async () => {
    const server = begun();
    await server.attempt.takeTurn(code);
    await server.attempt.sessionDone({ sessionId: 'a', result: 'unknown' });
    expect(await counted(server)).toEqual({ open: 1, incorrect: 0 });
    await server.attempt.sessionDone({ sessionId: 'b', result: 'ended' });
    await server.attempt.failed(refusal('totp-invalid'));
    expect(await counted(server)).toEqual({ open: 0, incorrect: 0 });
  });

  test('what the probe was answered, without a code, does not count', async () => {
    const server = begun();
    const challenge = challengeOf('totp-max-attempts');
    await server.attempt.takeTurn(code);
    server.attempt.probed({ challenge, workspaceStatus: 400, userAgent: 'x' } as Probe);
    await server.attempt.failed(new SecondFactorError(challenge, 400));
    expect(await counted(server)).toEqual({ open: 0, incorrect: 0 });
  });

  test('without a code there is none', async () => {
    const server = begun();
    await server.attempt.takeTurn({ given: { method: 'totp' } });
    await server.attempt.failed(refusal('totp-invalid'));
    expect(server.codeAttempts.calls).toEqual([]);
  });

  test('the fifth incorrect code locks its caller out, and is answered as the workspace did', async () => {
    const server = begun();
    await sendIncorrect(4, 'u1', server.codeAttempts);
    await server.attempt.takeTurn(code);
    expect(await server.attempt.failed(refusal('totp-invalid'))).toMatchObject({ code: 'totp-invalid' });
    expect((await server.recorded()).map(({ action }) => action).sort()).toEqual(['lockout', 'logout']);
    expect(server.alarms.lockedOut).toHaveBeenCalledTimes(1);
    expect(server.disconnect.mock.calls).toEqual([['u1']]);
    expect(await server.attempt.takeTurn(code).catch((error: AppError) => error.code)).toBe('error-locked-out');
  });

  test('that its end could not be stored does not change the answer, and is in the log', async () => {
    const server = begun();
    await server.attempt.takeTurn(code);
    server.codeAttempts.refusing.end = true;
    expect(await server.attempt.failed(refusal('totp-invalid'))).toMatchObject({ code: 'totp-invalid' });
    expect(server.notes).toEqual([{ event: 'code-not-counted', correlationId: 'request-1', result: 'incorrect' }]);
  });
});
