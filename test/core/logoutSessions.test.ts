import { AppError, ErrorCode, SecondFactorError } from '../../core/errors';
import { LogoutAsk, logoutSession } from '../../core/logoutSessions';
import { LogoutSettings, WorkspaceReply } from '../../core/ports';
import { ask, json, replies, settings, world } from '../fakes/ports';

const failureOf = async (running: Promise<unknown>): Promise<AppError> => {
  const outcome = await running.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(AppError);
  return outcome as AppError;
};

test('a logout is probed, then sent with the code, and recorded before and after', async () => {
  const { ports, sent, recorded } = world([replies.challenge, replies.done()]);

  await expect(logoutSession(ask, ports)).resolves.toEqual({ sessionId: 'aLiveSession' });

  expect(sent).toEqual([
    expect.objectContaining({ credential: ask.credential, secondFactor: { method: 'totp' } }),
    expect.objectContaining({
      credential: ask.credential,
      sessionId: 'aLiveSession',
      secondFactor: { code: '123456', method: 'totp' },
    }),
  ]);
  expect(await recorded()).toEqual([
    {
      id: expect.any(String),
      at: ports.clock.now(),
      correlationId: 'request-1',
      action: 'logout',
      via: 'api',
      callerId: 'u1',
      callerUsername: 'admin',
      callerRoles: ['user', 'admin'],
      sessionId: 'aLiveSession',
      reason: 'stolen laptop',
      outcome: { result: 'done', workspaceStatus: 200, secondFactor: 'totp', durationMs: 0 },
    },
  ]);
});

describe('invariant 1: nothing before everything is checked', () => {
  const refusals: Array<[string, Partial<LogoutAsk>, Partial<LogoutSettings>, WorkspaceReply[], ErrorCode]> = [
    ['no allowed role', { caller: { ...ask.caller, roles: ['user'] } }, {}, [], 'error-unauthorized'],
    ['nobody is allowed', {}, { allowedRoles: [] }, [], 'error-unauthorized'],
    ['an unknown role is allowed', {}, { allowedRoles: ['no-such-role'] }, [], 'error-unauthorized'],
    ['invalid input', { body: { sessionId: '../' } }, {}, [], 'invalid-params'],
    ['invalid code', { code: 'ünïcode' }, {}, [], 'invalid-params'],
    ['no code', { code: undefined }, {}, [replies.challenge], 'totp-required'],
    ['an empty code', { code: '' }, {}, [replies.challenge], 'totp-required'],
    ['no challenge', {}, {}, [replies.notFound], 'error-2fa-not-enforced'],
    ['the probe says the code was wrong, though it had none', {}, {}, [replies.wrongCode], 'totp-invalid'],
    ['the probe ends a session', {}, {}, [replies.done('probe-id2')], 'error-workspace-invalid-response'],
    ['the probe cannot be sent', {}, {}, [{ kind: 'unreachable' }], 'error-workspace-unreachable'],
    ['the probe is not answered', {}, {}, [{ kind: 'timeout' }], 'error-workspace-timeout'],
    ['the probe fails in the workspace', {}, {}, [json(500, undefined)], 'error-workspace-invalid-response'],
    ['an unknown refusal', {}, {}, [json(400, { success: false })], 'error-workspace-invalid-response'],
  ];
  test.each(refusals)('%s', async (_name, change, changedSettings, answers, code) => {
    const { ports, endings, sent, recorded } = world(answers, { ...settings, ...changedSettings });

    expect((await failureOf(logoutSession({ ...ask, ...change }, ports))).code).toBe(code);

    expect(endings()).toEqual([]);
    expect(sent).toHaveLength(answers.length);
    expect(await recorded()).toEqual([expect.objectContaining({ outcome: expect.objectContaining({ result: code }) })]);
  });

  test('settings that cannot be read', async () => {
    const { ports, sent } = world([], new AppError('error-settings-unreadable'));
    expect((await failureOf(logoutSession(ask, ports))).code).toBe('error-settings-unreadable');
    expect(sent).toEqual([]);
  });

  test('a probe that leaves no time for the answer to the logout', async () => {
    const world_ = world([replies.challenge]);
    const { sessions } = world_.ports;
    const slow = {
      logout: async (call: Parameters<typeof sessions.logout>[0]) => {
        world_.sleep(26_500);
        return sessions.logout(call);
      },
    };
    const failure = await failureOf(logoutSession(ask, { ...world_.ports, sessions: slow }));
    expect(failure.code).toBe('error-workspace-timeout');
    expect(world_.endings()).toEqual([]);
  });

  test('input refused before it was found valid leaves none of it in the record', async () => {
    const { ports, recorded } = world([]);
    await failureOf(logoutSession({ ...ask, body: { sessionId: 'a token, by mistake' } }, ports));
    expect(JSON.stringify(await recorded())).not.toContain('by mistake');
  });
});

describe('invariant 2: a second factor for this very action', () => {
  test('probe and logout share a User-Agent that no other pair has', async () => {
    const { ports, sent } = world([replies.challenge, replies.done(), replies.challenge, replies.done()]);
    await logoutSession(ask, ports);
    await logoutSession(ask, ports);
    const [first, second, third, fourth] = sent.map(({ userAgent }) => userAgent);
    expect(second).toBe(first);
    expect(fourth).toBe(third);
    expect(third).not.toBe(first);
  });

  test('the probe names a session that cannot exist, and carries no code', async () => {
    const { ports, sent } = world([replies.challenge, replies.done()]);
    await logoutSession(ask, ports);
    expect(sent[0].sessionId).toMatch(/^probe-id\d+$/);
    expect(sent[0].secondFactor.code).toBeUndefined();
  });

  test('without a challenge the record has what the workspace answered', async () => {
    const { ports, recorded } = world([replies.notFound]);
    await failureOf(logoutSession(ask, ports));
    expect(await recorded()).toEqual([
      expect.objectContaining({
        outcome: { result: 'error-2fa-not-enforced', workspaceStatus: 404, secondFactor: 'none', durationMs: 0 },
      }),
    ]);
  });

  test('without a challenge it goes on only where the admin allows it, and the record says so', async () => {
    const { ports, recorded } = world([replies.notFound, replies.done()], { ...settings, withoutChallenge: 'allow' });
    await logoutSession(ask, ports);
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'done', secondFactor: 'none' }) }),
    ]);
  });

  test('a challenge holds also where the admin allows logouts without one', async () => {
    const { ports, endings } = world([replies.challenge], { ...settings, withoutChallenge: 'allow' });
    expect((await failureOf(logoutSession({ ...ask, code: undefined }, ports))).code).toBe('totp-required');
    expect(endings()).toEqual([]);
  });

  test.each([
    ['wrong', replies.wrongCode, 'totp-invalid'],
    ['wrong too often', replies.tooManyCodes, 'totp-max-attempts'],
  ])('a code that is %s gives the workspace’s own words', async (_name, reply, code) => {
    const { ports } = world([replies.challenge, reply]);
    const failure = await failureOf(logoutSession(ask, ports));
    expect(failure).toBeInstanceOf(SecondFactorError);
    expect(failure.code).toBe(code);
    expect((failure as SecondFactorError).details).toEqual({
      method: 'totp',
      codeGenerated: false,
      availableMethods: ['totp'],
    });
  });
});

describe('a password is not to be typed in chat', () => {
  const password = json(400, {
    success: false,
    error: 'TOTP Required [totp-required]',
    errorType: 'totp-required',
    details: { method: 'password', codeGenerated: false, availableMethods: [] },
  });

  test.each(['command', 'modal'] as const)('by %s it is refused', async (via) => {
    const { ports, endings } = world([password]);
    const failure = await failureOf(logoutSession({ ...ask, via, method: 'password' }, ports));
    expect(failure.code).toBe('error-password-not-in-chat');
    expect(endings()).toEqual([]);
  });

  test('unless the admin allows it, or it comes by the API', async () => {
    const allowed = world([password, replies.done()], { ...settings, passwordInChat: true });
    await logoutSession({ ...ask, via: 'modal', method: 'password' }, allowed.ports);
    const api = world([password, replies.done()]);
    await logoutSession({ ...ask, method: 'password' }, api.ports);
    expect([allowed.endings(), api.endings()].map(({ length }) => length)).toEqual([1, 1]);
  });
});

test("invariant 3: every call carries the caller's own credential", async () => {
  const credential = { kind: 'access-token', accessToken: 'granted' } as const;
  const { ports, sent } = world([replies.challenge, replies.done()]);
  await logoutSession({ ...ask, credential }, ports);
  expect(sent.map((call) => call.credential)).toEqual([credential, credential]);
});

describe('invariant 4: what may have happened is said as such', () => {
  const unclear: Array<[string, WorkspaceReply | Error]> = [
    ['no answer', { kind: 'timeout' }],
    ['a broken connection', { kind: 'unreachable' }],
    ['a server error', json(500, undefined)],
    ['a page instead of JSON', json(200, undefined)],
    ['success for another session', replies.done('another')],
    ['success without the session', json(200, { success: true })],
    ['no success', json(200, { sessionId: 'aLiveSession', success: false })],
    ['an exception', new Error('a defect')],
  ];
  test.each(unclear)('%s after the logout was sent', async (_name, reply) => {
    const { ports, recorded } = world([replies.challenge, reply]);
    expect((await failureOf(logoutSession(ask, ports))).code).toBe('error-outcome-unknown');
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'error-outcome-unknown' }) }),
    ]);
  });

  test('the limits of the two calls together stay below the engine’s 30 s', async () => {
    const world_ = world([replies.challenge, replies.done()], { ...settings, timeoutMs: 25_000 });
    const { sessions } = world_.ports;
    const slow = {
      logout: async (call: Parameters<typeof sessions.logout>[0]) => {
        world_.sleep(15_000);
        return sessions.logout(call);
      },
    };
    await logoutSession(ask, { ...world_.ports, sessions: slow });
    expect(world_.sent.map(({ timeoutMs }) => timeoutMs)).toEqual([25_000, 12_000]);
  });
});

describe('invariant 5: recorded before, completed after', () => {
  test('nothing is sent when the intent cannot be stored', async () => {
    const { ports, audit, endings, notes } = world([replies.challenge]);
    audit.refusing.append = true;
    expect((await failureOf(logoutSession(ask, ports))).code).toBe('error-audit-unavailable');
    expect(endings()).toEqual([]);
    expect(notes).toEqual([{ event: 'not-recorded', correlationId: 'request-1', result: 'error-audit-unavailable' }]);
  });

  test('the intent is stored when the logout is sent', async () => {
    const { ports, recorded } = world([replies.challenge, replies.done()]);
    const seen: unknown[] = [];
    const { sessions } = ports;
    const watched = {
      logout: async (call: Parameters<typeof sessions.logout>[0]) => {
        seen.push(await recorded());
        return sessions.logout(call);
      },
    };
    await logoutSession(ask, { ...ports, sessions: watched });
    expect(seen).toEqual([
      [],
      [expect.objectContaining({ sessionId: 'aLiveSession', reason: 'stolen laptop', outcome: 'unknown' })],
    ]);
  });

  test('an outcome that cannot be stored reads "unknown", and the caller still gets the true answer', async () => {
    const { ports, audit, recorded, notes } = world([replies.challenge, replies.done()]);
    audit.refusing.complete = true;
    await expect(logoutSession(ask, ports)).resolves.toEqual({ sessionId: 'aLiveSession' });
    expect(await recorded()).toEqual([expect.objectContaining({ outcome: 'unknown' })]);
    expect(notes).toEqual([{ event: 'not-recorded', correlationId: 'request-1', result: 'done' }]);
  });
});

test('invariant 6: neither token nor code is recorded, noted or thrown', async () => {
  const { ports, recorded, notes } = world([replies.challenge, replies.wrongCode]);
  const failure = await failureOf(logoutSession(ask, ports));
  const seen = JSON.stringify([await recorded(), notes, failure, failure.message, failure.stack]);
  expect(seen).not.toContain('a-token-that-stays-secret');
  expect(seen).not.toContain('123456');
});

test('invariant 7: two servers that share the stores behave as one', async () => {
  const first = world([replies.challenge, replies.done()]);
  const second = world([replies.challenge, replies.done()]);
  await logoutSession(ask, first.ports);
  await logoutSession(ask, { ...second.ports, audit: first.audit });
  expect(await first.recorded()).toHaveLength(2);
});
