import { advanceLogout } from '../../../core/chat/advanceLogout';
import { findPending } from '../../../core/chat/pendingLogout';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { AppError } from '../../../core/shared/errors';
import { caller, challenge, chatWorld, incorrect, stranger, submitted, waiting } from '../../fakes/chat';
import { failureOf, json, replies } from '../../fakes/ports';

const gone = { code: 'error-request-expired' };

test('begun, asked, confirmed, done: the workspace is asked nothing before the first submit', async () => {
  const { submit, sent, endings, recorded } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
  expect(sent).toEqual([]);
  await expect(submit(undefined, 'stolen on the train')).resolves.toMatchObject({
    kind: 'code-needed',
    question: { method: 'totp', mailed: false },
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

describe('codes', () => {
  test('trying them does not make a logout live longer', async () => {
    const { submit, sleep } = await waiting([challenge('totp'), challenge('totp'), incorrect('totp')]);
    await submit();
    sleep(4 * 60_000);
    await expect(submit('1')).resolves.toMatchObject({ kind: 'code-incorrect' });
    sleep(60_000);
    await expect(submit('2')).rejects.toMatchObject(gone);
  });

  test('one that is incorrect leaves the logout where it is, and counts', async () => {
    const { submit, endings } = await waiting([
      challenge('email'),
      challenge('email'),
      incorrect('email'),
      challenge('email'),
      incorrect('email'),
      challenge('email'),
      replies.done(),
    ]);
    await submit();
    await expect(submit('1')).resolves.toMatchObject({ kind: 'code-incorrect', question: { failures: 1 } });
    await expect(submit('2')).resolves.toMatchObject({ kind: 'code-incorrect', question: { failures: 2 } });
    await expect(submit('3')).resolves.toMatchObject({ kind: 'done' });
    expect(endings()).toHaveLength(3);
  });

  test('one that expired in the meantime: the challenge mailed a new one, and the tries begin anew', async () => {
    const { submit } = await waiting([
      challenge('email'),
      challenge('email', { codeGenerated: true, emailOrUsername: 'olivia@example.com' }),
      incorrect('email'),
    ]);
    await submit();
    await expect(submit('1')).resolves.toMatchObject({
      kind: 'code-incorrect',
      question: { mailed: true, failures: 0 },
    });
  });

  test('one that cannot be sent is not sent, and leaves the logout where it is', async () => {
    const answers = [challenge('totp'), challenge('totp'), challenge('totp'), replies.done()];
    const { submit, endings } = await waiting(answers);
    await submit();
    await expect(submit('ünïcode')).resolves.toMatchObject({ kind: 'input-invalid' });
    expect(endings()).toEqual([]);
    await expect(submit('123456')).resolves.toMatchObject({ kind: 'done' });
  });
});

test.each(['x'.repeat(501), 'a\u202eb'])('the reason %j is refused, and the one before is kept', async (reason) => {
  const { submit, id, ports, sent } = await waiting();
  await expect(submit(undefined, reason)).resolves.toMatchObject({ kind: 'input-invalid' });
  expect(sent).toEqual([]);
  await expect(findPending(id, caller, ports)).resolves.toMatchObject({ reason: 'stolen laptop' });
});

describe('a pending logout is good once, for five minutes, for its person alone', () => {
  test('submitted several times at once it logs out once', async () => {
    const { submit, endings } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await submit();
    const steps = await Promise.allSettled([submit('123456'), submit('123456'), submit('123456')]);
    const results = steps.map((step) =>
      step.status === 'fulfilled' ? step.value.kind : (step.reason as AppError).code,
    );
    expect(results.sort()).toEqual(['done', 'error-request-expired', 'error-request-expired']);
    expect(endings()).toHaveLength(1);
  });

  test('submitted on two servers at the same time it logs out once', async () => {
    const first = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await first.submit();
    const second = chatWorld([challenge('totp'), replies.done()], {}, first.shared);
    const code = '123456';
    await Promise.allSettled([first.submit(code), submitted(first.id, caller, { code }, second.ports)]);
    expect(first.endings().length + second.endings().length).toBe(1);
  });

  test('what was found before somebody else used it up is over: recorded, nothing sent', async () => {
    const { id, ports, submit, sent, recorded } = await waiting([challenge('totp')]);
    const found = await findPending(id, caller, ports);
    await submit();
    const before = [sent.length, (await recorded()).length];
    await expect(advanceLogout(found, caller, { code: '123456' }, ports)).rejects.toMatchObject(gone);
    expect(sent).toHaveLength(before[0]);
    expect((await recorded()).slice(before[1])).toEqual([
      expect.objectContaining({ outcome: { result: 'error-request-expired', durationMs: 0 } }),
    ]);
  });

  const refusals: Array<[string, typeof caller, number, AppError['code']]> = [
    ['somebody else', stranger, 0, 'error-request-foreign'],
    ['too late', caller, 5 * 60_000, 'error-request-expired'],
  ];
  test.each(refusals)('%s: refused, recorded, nothing sent', async (_name, person, after, code) => {
    const { id, ports, sent, sleep, recorded } = await waiting();
    sleep(after);
    await expect(submitted(id, person, { code: '123456' }, ports)).rejects.toMatchObject({ code });
    expect(sent).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({ callerId: person.id, outcome: { result: code, durationMs: 0 } }),
    ]);
  });

  test('somebody else’s try does not use it up', async () => {
    const { id, ports, submit } = await waiting([challenge('totp')]);
    await failureOf(submitted(id, stranger, {}, ports));
    await expect(submit()).resolves.toMatchObject({ kind: 'code-needed' });
  });
});

describe('what fails', () => {
  const failures: Array<[string, Array<WorkspaceReply | Error>, AppError['code'], boolean]> = [
    [
      'a workspace that cannot be reached',
      [new AppError('error-workspace-unreachable')],
      'error-workspace-unreachable',
      true,
    ],
    ['a workspace that does not answer', [new AppError('error-workspace-timeout')], 'error-workspace-timeout', true],
    ['too many requests', [replies.tooMany], 'error-too-many-requests', true],
    ['a missing permission', [json(403, { error: 'No [error-unauthorized]' })], 'error-unauthorized', false],
    ['no challenge', [replies.notFound], 'error-2fa-not-enforced', false],
    ['a password', [challenge('password')], 'error-password-not-in-chat', false],
  ];
  test.each(failures)('%s may be tried again or not', async (_name, answers, code, again) => {
    const { submit, id, ports } = await waiting(answers);
    await expect(submit()).resolves.toMatchObject({ kind: 'failed', error: { code }, again });
    const found = await ports.pendingLogouts.peek(id);
    expect(found !== undefined).toBe(again);
  });

  test('what may have happened cannot be tried again by a button', async () => {
    const { submit, id, ports } = await waiting([
      challenge('totp'),
      challenge('totp'),
      new AppError('error-workspace-timeout'),
    ]);
    await submit();
    await expect(submit('123456')).resolves.toMatchObject({
      kind: 'failed',
      error: { code: 'error-outcome-unknown' },
      again: false,
    });
    expect(await ports.pendingLogouts.peek(id)).toBeUndefined();
  });
});

describe('what a person may is looked at anew at every step', () => {
  const changes = [
    ['role taken away', { ...caller, roles: ['user'] }, 'error-unauthorized'],
    ['account deactivated', { ...caller, isEnabled: false }, 'error-account-deactivated'],
  ] as const;
  test.each(changes)('%s after the first step: nothing sent, recorded, over', async (_name, person, code) => {
    const { id, ports, submit, sent, endings, recorded } = await waiting([challenge('totp')]);
    await submit();
    await expect(submitted(id, person, { code: '123456' }, ports)).resolves.toMatchObject({
      kind: 'failed',
      error: { code },
      again: false,
    });
    expect(sent).toHaveLength(1);
    expect(endings()).toEqual([]);
    expect((await recorded()).slice(1)).toEqual([
      expect.objectContaining({ callerId: 'u1', sessionId: 'aLiveSession', outcome: { result: code, durationMs: 0 } }),
    ]);
    expect(await ports.pendingLogouts.peek(id)).toBeUndefined();
  });

  test('a deactivated account’s connection is removed', async () => {
    const { id, ports, submit } = await waiting([challenge('totp')]);
    await submit();
    await submitted(id, { ...caller, isEnabled: false }, { code: '123456' }, ports);
    expect(await ports.connections.find(caller.id)).toBeUndefined();
    expect(await ports.connections.disconnects(caller.id)).toHaveLength(1);
  });
});
