import { createHash } from 'crypto';
import { advanceLogout, beginLogout, ChatStep, logoutInOneLine, resendCode } from '../../core/chatLogout';
import { cancelLogout, findPending, PendingLogout } from '../../core/pending';
import { AppError } from '../../core/errors';
import { WorkspaceReply } from '../../core/ports';
import { caller, chatWorld, connected, stranger } from '../fakes/chat';
import { json, replies } from '../fakes/ports';

const pending: PendingLogout = {
  sessionId: 'aLiveSession',
  reason: 'stolen laptop',
  roomId: 'GENERAL',
  correlationId: 'request-1',
};
const challenge = (method: string, details = {}): WorkspaceReply =>
  json(400, {
    success: false,
    error: 'TOTP Required [totp-required]',
    errorType: 'totp-required',
    details: { method, codeGenerated: false, ...details },
  });

/** A connected caller whose logout waits for its first submit. */
async function waiting(answers: WorkspaceReply[], changed = {}) {
  const server = chatWorld(answers, changed);
  await connected(server);
  const id = await beginLogout(caller, pending, server.ports);
  const submit = (code?: string, reason?: string): Promise<ChatStep> =>
    advanceLogout(id, caller, { code, reason }, server.ports);
  return { ...server, id, submit };
}

test('begun, asked, confirmed, done: the workspace is asked nothing before the first submit', async () => {
  const { submit, sent, endings, recorded } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
  expect(sent).toEqual([]);
  await expect(submit(undefined, 'stolen on the train')).resolves.toMatchObject({
    kind: 'code-needed',
    challenge: { method: 'totp', mailed: false },
  });
  await expect(submit('123 456')).resolves.toMatchObject({ kind: 'done' });
  expect(endings()).toEqual([
    expect.objectContaining({
      sessionId: 'aLiveSession',
      credential: { kind: 'access-token', accessToken: 'access-1' },
      secondFactor: { code: '123456', method: 'totp' },
    }),
  ]);
  expect(
    (await recorded()).map(({ via, reason, correlationId, outcome }) => [via, reason, correlationId, outcome]),
  ).toEqual([
    ['modal', 'stolen on the train', 'request-1', expect.objectContaining({ result: 'totp-required' })],
    ['modal', 'stolen on the train', 'request-1', expect.objectContaining({ result: 'done' })],
  ]);
});

test('what the code was mailed to is shown with most of it hidden', async () => {
  const mailed = { codeGenerated: true, emailOrUsername: 'olivia@example.com' };
  const { submit } = await waiting([challenge('email', mailed)]);
  await expect(submit()).resolves.toMatchObject({
    challenge: { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 },
  });
});

test('a password is sent as its digest, where the admin allows it', async () => {
  const answers = [challenge('password'), challenge('password'), replies.done()];
  const { submit, endings } = await waiting(answers, { passwordInChat: true });
  await submit();
  await submit('pat-password');
  expect(endings()[0].secondFactor.code).toBe(createHash('sha256').update('pat-password').digest('hex'));
});

test('trying codes does not make it live longer', async () => {
  const wrong = json(400, { errorType: 'totp-invalid', error: 'x', details: { method: 'totp' } });
  const { submit, sleep } = await waiting([challenge('totp'), challenge('totp'), wrong]);
  await submit();
  sleep(4 * 60_000);
  await expect(submit('1')).resolves.toMatchObject({ kind: 'code-wrong' });
  sleep(60_000);
  await expect(submit('2')).resolves.toMatchObject({ error: { code: 'error-request-expired' } });
});

test('a password typed in one line is hashed too, though no method was named', async () => {
  const server = chatWorld([challenge('password'), replies.done()], { passwordInChat: true });
  await connected(server);
  await logoutInOneLine(caller, pending, { code: 'pässword' }, server.ports);
  expect(server.endings()[0].secondFactor).toEqual({
    code: createHash('sha256').update('pässword').digest('hex'),
    method: 'password',
  });
});

test('a wrong code leaves the logout where it is, and counts', async () => {
  const { submit, endings } = await waiting([
    challenge('email'),
    challenge('email'),
    json(400, { errorType: 'totp-invalid', error: 'TOTP Invalid [totp-invalid]', details: { method: 'email' } }),
    challenge('email'),
    json(400, { errorType: 'totp-invalid', error: 'TOTP Invalid [totp-invalid]', details: { method: 'email' } }),
    challenge('email'),
    replies.done(),
  ]);
  await submit();
  await expect(submit('1')).resolves.toMatchObject({ kind: 'code-wrong', challenge: { failures: 1 } });
  await expect(submit('2')).resolves.toMatchObject({ kind: 'code-wrong', challenge: { failures: 2 } });
  await expect(submit('3')).resolves.toMatchObject({ kind: 'done' });
  expect(endings()).toHaveLength(3);
});

test('a code that ran out meanwhile: the challenge mailed a new one, and the tries begin anew', async () => {
  const wrong = json(400, {
    errorType: 'totp-invalid',
    error: 'x',
    details: { method: 'email', codeGenerated: false },
  });
  const { submit } = await waiting([
    challenge('email'),
    challenge('email', { codeGenerated: true, emailOrUsername: 'olivia@example.com' }),
    wrong,
  ]);
  await submit();
  await expect(submit('1')).resolves.toMatchObject({ kind: 'code-wrong', challenge: { mailed: true, failures: 0 } });
});

test('a code that cannot be sent is not sent, and leaves the logout where it is', async () => {
  const { submit, endings } = await waiting([challenge('totp'), challenge('totp'), challenge('totp'), replies.done()]);
  await submit();
  await expect(submit('ünïcode')).resolves.toMatchObject({ kind: 'input-wrong' });
  expect(endings()).toEqual([]);
  await expect(submit('123456')).resolves.toMatchObject({ kind: 'done' });
});

test('a reason that is too long is told, and the one before is kept', async () => {
  const { submit, id, ports } = await waiting([]);
  await expect(submit(undefined, 'x'.repeat(501))).resolves.toMatchObject({ kind: 'input-wrong' });
  await expect(findPending(id, caller, ports)).resolves.toMatchObject({ reason: 'stolen laptop' });
});

describe('a pending logout is good once, for five minutes, for its person alone', () => {
  test('submitted twice at the same time it logs out once', async () => {
    const { submit, endings } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await submit();
    const steps = await Promise.all([submit('123456'), submit('123456'), submit('123456')]);
    expect(steps.map((step) => (step.kind === 'failed' ? step.error.code : step.kind)).sort()).toEqual([
      'done',
      'error-request-expired',
      'error-request-expired',
    ]);
    expect(endings()).toHaveLength(1);
  });

  test('submitted on two servers at the same time it logs out once', async () => {
    const first = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await first.submit();
    const second = chatWorld([challenge('totp'), replies.done()], {}, first.persistence, first.key);
    await Promise.all([first.submit('123456'), advanceLogout(first.id, caller, { code: '123456' }, second.ports)]);
    expect(first.endings().length + second.endings().length).toBe(1);
  });

  const refusals: Array<[string, typeof caller, number, AppError['code']]> = [
    ['somebody else', stranger, 0, 'error-request-foreign'],
    ['too late', caller, 5 * 60_000, 'error-request-expired'],
  ];
  test.each(refusals)('%s: refused, recorded, nothing sent', async (_name, person, after, code) => {
    const { id, ports, sent, sleep, recorded } = await waiting([]);
    sleep(after);
    await expect(advanceLogout(id, person, { code: '123456' }, ports)).resolves.toMatchObject({
      kind: 'failed',
      error: { code },
      again: false,
    });
    expect(sent).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({ callerId: person.id, outcome: { result: code, durationMs: 0 } }),
    ]);
  });

  test('made up: refused, recorded, nothing sent', async () => {
    const { ports, sent, recorded } = await waiting([]);
    await expect(advanceLogout('made-up', caller, {}, ports)).resolves.toMatchObject({
      error: { code: 'error-request-expired' },
    });
    expect(sent).toEqual([]);
    expect(await recorded()).toHaveLength(1);
  });

  test('somebody else’s try does not use it up', async () => {
    const { id, ports, submit } = await waiting([challenge('totp')]);
    await advanceLogout(id, stranger, {}, ports);
    await cancelLogout(id, stranger, ports);
    await expect(submit()).resolves.toMatchObject({ kind: 'code-needed' });
  });
});

describe('cancelled', () => {
  test('is recorded as such, and is over', async () => {
    const { id, ports, submit, recorded, sent } = await waiting([]);
    await cancelLogout(id, caller, ports);
    await expect(submit()).resolves.toMatchObject({ kind: 'failed' });
    expect(sent).toEqual([]);
    expect((await recorded())[0]).toMatchObject({ sessionId: 'aLiveSession', outcome: { result: 'cancelled' } });
  });

  test('after it was done it leaves no record', async () => {
    const { id, ports, submit, recorded } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await submit();
    await submit('123456');
    const before = (await recorded()).length;
    await cancelLogout(id, caller, ports);
    expect(await recorded()).toHaveLength(before);
  });
});

describe('without a connection', () => {
  test('one connects first, and goes on with the same logout', async () => {
    const server = chatWorld([challenge('totp')]);
    const id = await beginLogout(caller, pending, server.ports);
    await expect(advanceLogout(id, caller, {}, server.ports)).resolves.toMatchObject({
      kind: 'connect-first',
      ended: false,
    });
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ via: 'modal', outcome: { result: 'error-not-connected', durationMs: 0 } }),
    ]);
    expect(server.sent).toEqual([]);
    await connected(server);
    await expect(advanceLogout(id, caller, {}, server.ports)).resolves.toMatchObject({ kind: 'code-needed' });
  });

  test('a token that the workspace refuses is deleted', async () => {
    const { submit, ports } = await waiting([json(401, { status: 'error', message: 'You must be logged in' })]);
    await expect(submit()).resolves.toMatchObject({ kind: 'connect-first', ended: true });
    expect(await ports.connections.find(caller.id)).toBeUndefined();
  });
});

describe('what fails', () => {
  const failures: Array<[string, WorkspaceReply[], AppError['code'], boolean]> = [
    ['a workspace that cannot be reached', [{ kind: 'unreachable' }], 'error-workspace-unreachable', true],
    ['a workspace that does not answer', [{ kind: 'timeout' }], 'error-workspace-timeout', true],
    ['a missing permission', [json(403, { error: 'No [error-unauthorized]' })], 'error-unauthorized', false],
    ['no challenge', [replies.notFound], 'error-2fa-not-enforced', false],
    ['a password', [challenge('password')], 'error-password-not-in-chat', false],
  ];
  test.each(failures)('%s may be tried again or not', async (_name, answers, code, again) => {
    const { submit, id, ports } = await waiting(answers);
    await expect(submit()).resolves.toMatchObject({ kind: 'failed', error: { code }, again });
    expect((await findPending(id, caller, ports)) instanceof AppError).toBe(!again);
  });

  test('what may have happened cannot be tried again by a button', async () => {
    const { submit } = await waiting([challenge('totp'), challenge('totp'), { kind: 'timeout' }]);
    await submit();
    await expect(submit('123456')).resolves.toMatchObject({
      kind: 'failed',
      error: { code: 'error-outcome-unknown' },
      again: false,
    });
  });
});

describe('another mail', () => {
  test('is sent as the caller, and the tries begin anew', async () => {
    const wrong = json(400, { errorType: 'totp-invalid', error: 'x', details: { method: 'email' } });
    const { id, submit, ports, sendAgain } = await waiting([challenge('email'), challenge('email'), wrong]);
    await submit();
    await submit('1');
    await expect(resendCode(id, caller, ports)).resolves.toMatchObject({
      kind: 'code-needed',
      challenge: { method: 'email', mailed: true, failures: 0 },
    });
    expect(sendAgain).toHaveBeenCalledWith(
      { kind: 'access-token', accessToken: 'access-1' },
      'admin',
      expect.anything(),
    );
    await expect(findPending(id, caller, ports)).resolves.toMatchObject({ challenge: { failures: 0 } });
  });

  test('that cannot be sent leaves the logout where it is', async () => {
    const { id, submit, ports, sendAgain } = await waiting([challenge('email')]);
    await submit();
    sendAgain.mockRejectedValueOnce(new AppError('error-workspace-unreachable'));
    await expect(resendCode(id, caller, ports)).resolves.toMatchObject({ kind: 'failed', again: true });
    await expect(findPending(id, caller, ports)).resolves.toMatchObject({ challenge: { method: 'email' } });
  });

  test('is not sent where no mailed code is waited for', async () => {
    const { id, submit, ports, sendAgain } = await waiting([challenge('totp')]);
    await expect(resendCode(id, caller, ports)).resolves.toMatchObject({ error: { code: 'error-request-expired' } });
    await submit();
    await expect(resendCode(id, caller, ports)).resolves.toMatchObject({ error: { code: 'error-request-expired' } });
    expect(sendAgain).not.toHaveBeenCalled();
    await expect(findPending(id, caller, ports)).resolves.toMatchObject({ challenge: { method: 'totp' } });
  });

  test('is not sent for somebody else', async () => {
    const { id, submit, ports, sendAgain } = await waiting([challenge('email')]);
    await submit();
    await expect(resendCode(id, stranger, ports)).resolves.toMatchObject({ error: { code: 'error-request-foreign' } });
    expect(sendAgain).not.toHaveBeenCalled();
  });
});

describe('nobody without an allowed role gets anywhere', () => {
  const nobody = { ...caller, roles: ['user'] };
  test.each([
    ['by modal', (ports: Parameters<typeof beginLogout>[2]) => beginLogout(nobody, pending, ports)],
    ['in one line', (ports: Parameters<typeof beginLogout>[2]) => logoutInOneLine(nobody, pending, {}, ports)],
  ])('%s: refused before anything else, recorded, nothing stored or sent', async (_name, run) => {
    const server = chatWorld();
    await expect(run(server.ports)).rejects.toMatchObject({ code: 'error-unauthorized' });
    expect(server.sent).toEqual([]);
    expect(server.persistence.dump()).toBe('[]');
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ via: 'command', outcome: { result: 'error-unauthorized', durationMs: 0 } }),
    ]);
  });

  test('a role that was taken away between two steps counts', async () => {
    const { id, ports, sent } = await waiting([]);
    await expect(advanceLogout(id, nobody, {}, ports)).resolves.toMatchObject({
      error: { code: 'error-unauthorized' },
    });
    expect(sent).toEqual([]);
  });
});

test('in one line: challenge, then done with the code', async () => {
  const server = chatWorld([challenge('totp'), challenge('totp'), replies.done()]);
  await connected(server);
  await expect(logoutInOneLine(caller, pending, {}, server.ports)).resolves.toMatchObject({ kind: 'code-needed' });
  await expect(
    logoutInOneLine(caller, pending, { code: '123456', method: 'totp' }, server.ports),
  ).resolves.toMatchObject({ kind: 'done' });
  expect((await server.recorded()).map(({ via }) => via)).toEqual(['command', 'command']);
});
