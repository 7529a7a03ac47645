import { advanceLogout } from '../../../core/chat/advanceLogout';
import { findPending } from '../../../core/chat/pendingLogout';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { AppError } from '../../../core/shared/errors';
import { caller, challenge, chatWorld, incorrect, stranger, submitted, unasked, waiting } from '../../fakes/chat';
import { failureOf, json, replies } from '../../fakes/ports';

const gone = { code: 'error-request-expired' };

test('begun, submitted with the code, done: the reason is what stood in the dialog', async () => {
  const { submit, id, ports, endings, recorded } = await waiting([
    challenge('totp'),
    challenge('totp'),
    replies.done(),
  ]);
  expect(endings()).toEqual([]);
  await expect(submit('123 456', 'stolen on the train')).resolves.toMatchObject({
    kind: 'done',
    at: ports.clock.now(),
    pending: { sessionId: 'aLiveSession', correlationId: 'request-1' },
  });
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
    ['command', 'stolen laptop', 'request-1', expect.objectContaining({ result: 'totp-required' })],
    ['modal', 'stolen on the train', 'request-1', expect.objectContaining({ result: 'done' })],
  ]);
  expect(await ports.pendingLogouts.peek(id)).toBeUndefined();
});

test('a submit without a reason keeps the one that the logout began with', async () => {
  const { submit, recorded } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
  await submit('123456');
  expect((await recorded())[1]).toMatchObject({ reason: 'stolen laptop' });
});

test('where nothing is asked for but a yes, a submit is that yes', async () => {
  const answers = [replies.notFound, replies.notFound, replies.done()];
  const { begun, submit, endings } = await waiting(answers, { withoutChallenge: 'allow' });
  expect(begun.kind).toBe('confirm-needed');
  expect(endings()).toEqual([]);
  await expect(submit()).resolves.toMatchObject({ kind: 'done' });
  expect(endings()).toHaveLength(1);
});

describe('codes', () => {
  test('trying them does not make a logout live longer', async () => {
    const { submit, sleep } = await waiting([challenge('totp'), challenge('totp'), incorrect('totp')]);
    sleep(4 * 60_000);
    await expect(submit('1')).resolves.toMatchObject({ kind: 'code-incorrect' });
    sleep(60_000);
    await expect(submit('2')).rejects.toMatchObject(gone);
  });

  test('nor does leaving them out', async () => {
    const { submit, sleep } = await waiting();
    sleep(4 * 60_000);
    await expect(submit()).resolves.toMatchObject({ kind: 'code-missing' });
    sleep(60_000);
    await expect(submit('2')).rejects.toMatchObject(gone);
  });

  test('one that is incorrect leaves the logout where it is, one turn later with the reason that was typed', async () => {
    const { submit, id, ports, endings } = await waiting([
      challenge('email'),
      challenge('email'),
      incorrect('email'),
      challenge('email'),
      incorrect('email'),
      challenge('email'),
      replies.done(),
    ]);
    await expect(submit('1', 'lost on the train')).resolves.toMatchObject({
      kind: 'code-incorrect',
      question: { failures: 1 },
      pending: { id, turn: 2, reason: 'lost on the train' },
    });
    await expect(findPending(id, caller, ports)).resolves.toMatchObject({ turn: 2, reason: 'lost on the train' });
    await expect(submit('2')).resolves.toMatchObject({
      kind: 'code-incorrect',
      question: { failures: 2 },
      pending: { turn: 3, reason: 'lost on the train' },
    });
    await expect(submit('3')).resolves.toMatchObject({ kind: 'done' });
    expect(endings()).toHaveLength(3);
  });

  test('one that expired in the meantime: the challenge mailed a new one, and the tries begin anew', async () => {
    const { submit } = await waiting([
      challenge('email'),
      challenge('email', { codeGenerated: true, emailOrUsername: 'olivia@example.com' }),
      incorrect('email'),
    ]);
    await expect(submit('1')).resolves.toMatchObject({
      kind: 'code-incorrect',
      question: { mailed: true, failures: 0 },
    });
  });

  test('one that cannot be sent is not sent, and leaves the logout where it is', async () => {
    const answers = [challenge('totp'), challenge('totp'), challenge('totp'), replies.done()];
    const { submit, endings } = await waiting(answers);
    await expect(submit('ünïcode')).resolves.toMatchObject({ kind: 'input-invalid', error: { field: 'x-2fa-code' } });
    expect(endings()).toEqual([]);
    await expect(submit('123456')).resolves.toMatchObject({ kind: 'done' });
  });

  test.each([undefined, '', '  ', '\n'])('%j is none: asked for again, nothing sent', async (code) => {
    const { submit, id, ports, sent, recorded } = await waiting();
    const before = [sent.length, (await recorded()).length];
    await expect(submit(code, 'seven-three-one nine-four-six')).resolves.toMatchObject({
      kind: 'code-missing',
      question: { method: 'totp', failures: 0 },
      // What was typed may be the code in the wrong field, in a form that nobody recognizes.
      pending: { id, turn: 2, reason: 'stolen laptop' },
    });
    await expect(findPending(id, caller, ports)).resolves.toMatchObject({ reason: 'stolen laptop' });
    expect([sent.length, (await recorded()).length]).toEqual(before);
  });
});

describe('invariant 6: a reason that may be the code is neither recorded nor kept', () => {
  const reasons: Array<[reason: string, code: string | undefined]> = [
    ['731946', undefined],
    ['731946', '111111'],
    [' 731 946 ', '111111'],
    ['my code is 731946', '111111'],
    ['my code 731 946', '111111'],
    ['code-731946', '111111'],
    ['code731946', undefined],
    ['731 946 laptop', '111111'],
    ['my password is hunter2', '111111'],
    ['pw hunter2', undefined],
    ['password: correct', '111111'],
    ['pw = correct', '111111'],
    ['７３１９４６', '111111'],
    ['hunter2', 'hunter2'],
    ['correct horse', ' correct horse '],
  ];
  test.each(reasons)('%j with the code %j: refused, nothing sent', async (reason, code) => {
    const { submit, id, ports, sent, recorded, persistence } = await waiting();
    const before = [sent.length, (await recorded()).length];
    const step = await submit(code, reason);
    expect(step).toMatchObject({
      kind: 'input-invalid',
      error: { field: 'reason', problem: 'looks-like-code' },
      pending: { id, turn: 2, reason: 'stolen laptop' },
    });
    expect(sent).toHaveLength(before[0]);
    const added = (await recorded()).slice(before[1]);
    expect(added).toEqual([
      expect.objectContaining({
        via: 'modal',
        callerId: 'u1',
        correlationId: 'request-1',
        outcome: { result: 'invalid-params', durationMs: 0 },
      }),
    ]);
    expect(added[0].reason).toBeUndefined();
    await expect(findPending(id, caller, ports)).resolves.toMatchObject({ reason: 'stolen laptop' });
    expect(persistence.dump() + JSON.stringify([step, await recorded()])).not.toContain(reason.trim());
  });

  test.each([
    'ticket 4711, room 12',
    'stolen on 2026-11-23',
    'password leaked',
    'password leaked (INC0012345)',
    'phished: code and password, see https://example.com/4711',
  ])('%j is a reason', async (reason) => {
    const { submit, recorded } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await expect(submit('111111', reason)).resolves.toMatchObject({ kind: 'done' });
    expect((await recorded())[1]).toMatchObject({ reason });
  });

  test('one that only holds the code as a part of a word is a reason', async () => {
    const { submit } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await expect(submit('731946', 'ticket-73194612')).resolves.toMatchObject({ kind: 'done' });
  });
});

test.each(['x'.repeat(501), 'a\u202eb'])('the reason %j is refused, and the one before is kept', async (reason) => {
  const { submit, id, ports, sent, recorded } = await waiting();
  await expect(submit('123456', reason)).resolves.toMatchObject({
    kind: 'input-invalid',
    pending: { reason: 'stolen laptop' },
  });
  expect(sent).toHaveLength(1);
  await expect(findPending(id, caller, ports)).resolves.toMatchObject({ reason: 'stolen laptop' });
  const [, entry] = await recorded();
  expect(entry).toMatchObject({ outcome: { result: 'invalid-params' } });
  expect(entry.reason ?? entry.sessionId).toBeUndefined();
});

test('a logout that asked nothing yet cannot be submitted: recorded, nothing sent, left where it is', async () => {
  const { id, ports, sent, recorded } = await unasked([challenge('totp'), replies.done()]);
  await expect(submitted(id, caller, { code: '123456' }, ports)).rejects.toMatchObject(gone);
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([
    expect.objectContaining({ callerId: 'u1', outcome: { result: 'error-request-expired', durationMs: 0 } }),
  ]);
  await expect(findPending(id, caller, ports)).resolves.toMatchObject({ turn: 1 });
});

describe('a pending logout is good once, for five minutes, for its person alone', () => {
  test('submitted several times at once it logs out once', async () => {
    const { submit, endings } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    const steps = await Promise.allSettled([submit('123456'), submit('123456'), submit('123456')]);
    const results = steps.map((step) =>
      step.status === 'fulfilled' ? step.value.kind : (step.reason as AppError).code,
    );
    expect(results.sort()).toEqual(['done', 'error-request-expired', 'error-request-expired']);
    expect(endings()).toHaveLength(1);
  });

  test('submitted on two servers at the same time it logs out once', async () => {
    const first = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    const second = chatWorld([challenge('totp'), replies.done()], {}, first.shared);
    const code = '123456';
    await Promise.allSettled([first.submit(code), submitted(first.id, caller, { code }, second.ports)]);
    expect(first.endings().length + second.endings().length).toBe(1);
  });

  test('what was found before somebody else used it up is over: recorded, nothing sent', async () => {
    const { id, ports, submit, sent, recorded } = await waiting();
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
    expect(sent).toHaveLength(1);
    expect((await recorded()).filter(({ via }) => via === 'modal')).toEqual([
      expect.objectContaining({ callerId: person.id, outcome: { result: code, durationMs: 0 } }),
    ]);
  });

  test('somebody else’s try does not use it up', async () => {
    const { id, ports, submit } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await failureOf(submitted(id, stranger, { code: '123456' }, ports));
    await expect(submit('123456')).resolves.toMatchObject({ kind: 'done' });
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
    const { submit, id, ports } = await waiting([challenge('totp'), ...answers]);
    await expect(submit('123456')).resolves.toMatchObject({ kind: 'failed', error: { code }, again });
    const found = await ports.pendingLogouts.peek(id);
    expect(found !== undefined).toBe(again);
  });

  test('what may have happened cannot be tried again by a button', async () => {
    const { submit, id, ports } = await waiting([
      challenge('totp'),
      challenge('totp'),
      new AppError('error-workspace-timeout'),
    ]);
    await expect(submit('123456')).resolves.toMatchObject({
      kind: 'failed',
      error: { code: 'error-outcome-unknown' },
      again: false,
    });
    expect(await ports.pendingLogouts.peek(id)).toBeUndefined();
  });
});

describe('what a person may is looked at anew at every step, before anything else', () => {
  const changes = [
    ['role taken away', { ...caller, roles: ['user'] }, 'error-unauthorized'],
    ['account deactivated', { ...caller, isEnabled: false }, 'error-account-deactivated'],
  ] as const;
  const submits = [
    ['with a code', { code: '123456' }],
    ['without a code', {}],
    ['with a reason that looks like a code', { code: '123456', reason: '731946' }],
    ['with a reason that is too long', { code: '123456', reason: 'x'.repeat(501) }],
  ] as const;
  describe.each(submits)('a submit %s', (_submit, typed) => {
    test.each(changes)('%s after it began: nothing sent, recorded, over', async (_name, person, code) => {
      const { id, ports, sent, endings, recorded } = await waiting([challenge('totp'), challenge('totp')]);
      await expect(submitted(id, person, typed, ports)).resolves.toMatchObject({
        kind: 'failed',
        error: { code },
        again: false,
      });
      expect(sent).toHaveLength(1);
      expect(endings()).toEqual([]);
      expect((await recorded()).slice(1)).toEqual([
        expect.objectContaining({
          via: 'modal',
          callerId: 'u1',
          correlationId: 'request-1',
          outcome: { result: code, durationMs: 0 },
        }),
      ]);
      expect(await ports.pendingLogouts.peek(id)).toBeUndefined();
    });
  });

  test('a deactivated account’s connection is removed', async () => {
    const { id, ports } = await waiting();
    await submitted(id, { ...caller, isEnabled: false }, { code: '123456' }, ports);
    expect(await ports.connections.find(caller.id)).toBeUndefined();
  });
});
