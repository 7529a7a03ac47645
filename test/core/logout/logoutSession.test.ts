import { LogoutCall } from '../../../core/logout/sessionsApi';
import { sendIncorrect } from '../../fakes/codeAttempts';
import { auditStore } from '../../../adapters/auditStore';
import { LogoutRequest, logoutSession } from '../../../core/logout/logoutSession';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { AppError, ErrorCode, SecondFactorError } from '../../../core/shared/errors';
import { MemoryPersistence } from '../../fakes/persistence';
import { failureOf, json, replies, request, Settings, settings, world } from '../../fakes/ports';

type World = ReturnType<typeof world>;

const codeOf = async (running: Promise<unknown>): Promise<ErrorCode> => {
  const error = await failureOf(running);
  expect(error).toBeInstanceOf(AppError);
  return (error as AppError).code;
};
/** A workspace with something happening before each answer. */
const withBefore = ({ ports }: World, before: (call: LogoutCall) => unknown): World['ports'] => ({
  ...ports,
  sessions: {
    async logout(call) {
      await before(call);
      return ports.sessions.logout(call);
    },
  },
});
const turns = async (count = 20): Promise<void> => {
  for (let turn = 0; turn < count; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};
function heldOpen() {
  let open!: () => void;
  const held = new Promise<void>((resolve) => (open = resolve));
  return { held, open };
}

test('a logout is probed, then sent with the code, and recorded before and after', async () => {
  const { ports, sent, recorded, audit } = world([replies.challenge, replies.done()]);

  await expect(logoutSession(request, ports)).resolves.toEqual({ sessionId: 'aLiveSession' });

  expect(sent).toEqual([
    expect.objectContaining({ credential: request.credential, secondFactor: { method: 'totp' } }),
    expect.objectContaining({
      credential: request.credential,
      sessionId: 'aLiveSession',
      secondFactor: { code: '123456', method: 'totp' },
    }),
  ]);
  expect(audit.writes).toEqual(['append', 'complete']);
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
  const unreachable = new AppError('error-workspace-unreachable');
  const timeout = new AppError('error-workspace-timeout');
  type Answers = Array<WorkspaceReply | Error>;
  const refusals: Array<[string, Partial<LogoutRequest>, Partial<Settings>, Answers, ErrorCode]> = [
    ['no allowed role', { caller: { ...request.caller, roles: ['user'] } }, {}, [], 'error-unauthorized'],
    ['a deactivated account', { caller: { ...request.caller, isEnabled: false } }, {}, [], 'error-account-deactivated'],
    ['nobody is allowed', {}, { allowedRoles: [] }, [], 'error-unauthorized'],
    ['an unknown role is allowed', {}, { allowedRoles: ['no-such-role'] }, [], 'error-unauthorized'],
    ['invalid input', { body: { sessionId: '../' } }, {}, [], 'invalid-params'],
    ['invalid code', { code: 'ünïcode' }, {}, [], 'invalid-params'],
    ['no code', { code: undefined }, {}, [replies.challenge], 'totp-required'],
    ['an empty code', { code: '' }, {}, [replies.challenge], 'totp-required'],
    ['no challenge', {}, {}, [replies.notFound], 'error-2fa-not-enforced'],
    ['the probe says the code was incorrect, though it had none', {}, {}, [replies.incorrectCode], 'totp-invalid'],
    ['the probe says there were too many codes', {}, {}, [replies.tooManyCodes], 'totp-max-attempts'],
    ['the probe ends a session', {}, {}, [replies.done('probe-id2')], 'error-workspace-invalid-response'],
    ['the probe cannot be sent', {}, {}, [unreachable], 'error-workspace-unreachable'],
    ['the probe is not answered', {}, {}, [timeout], 'error-workspace-timeout'],
    ['the probe fails in the workspace', {}, {}, [json(500, undefined)], 'error-workspace-invalid-response'],
    ['the probe meets a defect', {}, {}, [new Error('a defect')], 'error-internal'],
    ['an unknown refusal', {}, {}, [json(400, { success: false })], 'error-workspace-invalid-response'],
    ['not logged in', {}, {}, [replies.notLoggedIn], 'error-not-logged-in'],
    ['no permission', {}, {}, [replies.notPermitted], 'error-unauthorized'],
    ['no licence', {}, {}, [replies.noLicense], 'error-license-required'],
    ['too many requests', {}, {}, [replies.tooMany], 'error-too-many-requests'],
  ];
  test.each(refusals)('%s', async (_name, change, changedSettings, answers, code) => {
    const { ports, endings, sent, recorded } = world(answers, { ...settings, ...changedSettings });

    expect(await codeOf(logoutSession({ ...request, ...change }, ports))).toBe(code);

    expect(endings()).toEqual([]);
    expect(sent).toHaveLength(answers.length);
    expect(await recorded()).toEqual([
      expect.objectContaining({ callerId: 'u1', outcome: expect.objectContaining({ result: code }) }),
    ]);
  });

  test('settings that cannot be read', async () => {
    const { ports, sent, recorded } = world([], new AppError('error-settings-unreadable'));
    expect(await codeOf(logoutSession(request, ports))).toBe('error-settings-unreadable');
    expect(sent).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: { result: 'error-settings-unreadable', durationMs: 0 } }),
    ]);
  });

  test('what a deactivated account had granted to the app is deleted', async () => {
    const { ports, remove } = world([]);
    const caller = { ...request.caller, isEnabled: false };
    expect(await codeOf(logoutSession({ ...request, caller }, ports))).toBe('error-account-deactivated');
    expect(remove.mock.calls).toEqual([['u1']]);
  });

  test('a probe that leaves no time for the answer to the logout', async () => {
    const server = world([replies.challenge]);
    expect(
      await codeOf(
        logoutSession(
          request,
          withBefore(server, () => server.spend(26_500)),
        ),
      ),
    ).toBe('error-workspace-timeout');
    expect(server.endings()).toEqual([]);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'error-workspace-timeout' }) }),
    ]);
  });

  test('time that was spent before the logout began leaves none for the probe', async () => {
    const { ports, spend, sent, recorded } = world([replies.challenge]);
    spend(25_500);
    expect(await codeOf(logoutSession(request, ports))).toBe('error-workspace-timeout');
    expect(sent).toEqual([]);
    expect(await recorded()).toHaveLength(1);
  });

  test('input refused before it was found valid leaves none of it in the record', async () => {
    const { ports, recorded } = world([]);
    await failureOf(logoutSession({ ...request, body: { sessionId: 'a token, by mistake' } }, ports));
    expect(await recorded()).toHaveLength(1);
    expect(JSON.stringify(await recorded())).not.toContain('by mistake');
  });
});

describe('invariant 2: a second factor for this very action', () => {
  test('probe and logout share a User-Agent that no other pair has', async () => {
    const { ports, sent } = world([replies.challenge, replies.done(), replies.challenge, replies.done()]);
    await logoutSession(request, ports);
    await logoutSession(request, ports);
    const [first, second, third, fourth] = sent.map(({ userAgent }) => userAgent);
    expect(second).toBe(first);
    expect(fourth).toBe(third);
    expect(third).not.toBe(first);
  });

  test('the probe names a session that cannot exist, and carries no code', async () => {
    const { ports, sent } = world([replies.challenge, replies.done()]);
    await logoutSession(request, ports);
    expect(sent[0].sessionId).toMatch(/^probe-id\d+$/);
    expect(sent[0].secondFactor.code).toBeUndefined();
  });

  test('without a challenge the record has what the workspace answered', async () => {
    const { ports, recorded, endings } = world([replies.notFound]);
    await failureOf(logoutSession(request, ports));
    expect(endings()).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({
        outcome: { result: 'error-2fa-not-enforced', workspaceStatus: 404, secondFactor: 'none', durationMs: 0 },
      }),
    ]);
  });

  test('without a challenge it goes on only where the admin allows it, and the record says so', async () => {
    const { ports, recorded } = world([replies.notFound, replies.done()], { ...settings, withoutChallenge: 'allow' });
    await logoutSession(request, ports);
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'done', secondFactor: 'none' }) }),
    ]);
  });

  test('a challenge holds also where the admin allows logouts without one', async () => {
    const { ports, endings } = world([replies.challenge], { ...settings, withoutChallenge: 'allow' });
    expect(await codeOf(logoutSession({ ...request, code: undefined }, ports))).toBe('totp-required');
    expect(endings()).toEqual([]);
  });

  test.each([
    ['incorrect', replies.incorrectCode, 'totp-invalid'],
    ['incorrect too often', replies.tooManyCodes, 'totp-max-attempts'],
  ])('a code that is %s gives the workspace’s own words', async (_name, reply, code) => {
    const { ports, recorded } = world([replies.challenge, reply]);
    const failure = await failureOf(logoutSession(request, ports));
    expect(failure).toBeInstanceOf(SecondFactorError);
    expect(failure).toMatchObject({
      code,
      challenge: { answer: { details: { method: 'totp', codeGenerated: false, availableMethods: ['totp'] } } },
    });
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: { result: code, workspaceStatus: 400, secondFactor: 'totp', durationMs: 0 } }),
    ]);
  });
});

describe('a password is not to be typed in chat', () => {
  const password = json(400, {
    success: false,
    error: 'TOTP Required [totp-required]',
    errorType: 'totp-required',
    details: { method: 'password', codeGenerated: false, availableMethods: [] },
  });
  const typed = { text: 'pat-password', passwordAllowed: false, confirmed: true };

  test.each(['command', 'modal'] as const)('by %s it is refused', async (via) => {
    const { ports, endings, recorded } = world([password]);
    expect(await codeOf(logoutSession({ ...request, via, typed }, ports))).toBe('error-password-not-in-chat');
    expect(endings()).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({ via, outcome: expect.objectContaining({ result: 'error-password-not-in-chat' }) }),
    ]);
  });

  test('unless the admin allows it, or it comes by the API', async () => {
    const allowed = world([password, replies.done()]);
    await logoutSession({ ...request, via: 'modal', typed: { ...typed, passwordAllowed: true } }, allowed.ports);
    const api = world([password, replies.done()]);
    await logoutSession({ ...request, method: 'password' }, api.ports);
    expect([allowed.endings(), api.endings()].map(({ length }) => length)).toEqual([1, 1]);
  });
});

test("invariant 3: every call carries the caller's own credential", async () => {
  const credential = { kind: 'access-token', accessToken: 'granted' } as const;
  const { ports, sent } = world([replies.challenge, replies.done()]);
  await logoutSession({ ...request, credential }, ports);
  expect(sent.map((call) => call.credential)).toEqual([credential, credential]);
});

describe('invariant 4: what may have happened is said as such', () => {
  const unclear: Array<[string, WorkspaceReply | Error]> = [
    ['no answer', new AppError('error-workspace-timeout')],
    ['a broken connection', new AppError('error-workspace-unreachable')],
    ['an answer that makes no sense', new AppError('error-workspace-invalid-response', 200)],
    ['a server error', json(500, undefined)],
    ['a page instead of JSON', json(200, undefined)],
    ['success for another session', replies.done('another')],
    ['success without the session', json(200, { success: true })],
    ['no success', json(200, { sessionId: 'aLiveSession', success: false })],
    ['an exception', new Error('a defect')],
    ['an error of the app that has no place there', new AppError('error-internal')],
  ];
  test.each(unclear)('%s after the logout was sent', async (_name, reply) => {
    const { ports, recorded } = world([replies.challenge, reply]);
    expect(await codeOf(logoutSession(request, ports))).toBe('error-outcome-unknown');
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'error-outcome-unknown' }) }),
    ]);
  });

  test('a defect of the app after the logout was sent', async () => {
    const { ports, recorded, endings } = world([replies.challenge, replies.done()]);
    let broken = true;
    const now = (): number => {
      if (endings().length > 0 && broken) {
        broken = false;
        throw new Error('a defect');
      }
      return ports.clock.now();
    };
    expect(await codeOf(logoutSession(request, { ...ports, clock: { ...ports.clock, now } }))).toBe(
      'error-outcome-unknown',
    );
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'error-outcome-unknown' }) }),
    ]);
  });

  test.each([
    ['error-not-logged-in', replies.notLoggedIn],
    ['error-unauthorized', replies.notPermitted],
    ['error-license-required', replies.noLicense],
    ['error-too-many-requests', replies.tooMany],
    ['error-session-not-found', replies.notFound],
  ])('%s after the logout was sent is a clear refusal', async (code, reply) => {
    const { ports, recorded } = world([replies.challenge, reply]);
    expect(await codeOf(logoutSession(request, ports))).toBe(code);
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: code, workspaceStatus: reply.status }) }),
    ]);
  });

  test('the limits of the two calls together stay below the engine’s 30 s', async () => {
    const server = world([replies.challenge, replies.done()], { ...settings, timeoutMs: 25_000 });
    await logoutSession(
      request,
      withBefore(server, () => server.spend(15_000)),
    );
    expect(server.sent.map(({ timeoutMs }) => timeoutMs)).toEqual([25_000, 12_000]);
  });

  test('the limits count from the moment the engine made the call', async () => {
    const { ports, sent, spend } = world([replies.challenge, replies.done()], { ...settings, timeoutMs: 25_000 });
    spend(20_000);
    await logoutSession(request, ports);
    expect(sent.map(({ timeoutMs }) => timeoutMs)).toEqual([7_000, 7_000]);
  });
});

describe('invariant 5: recorded before, completed after', () => {
  test('nothing is sent when the intent cannot be stored', async () => {
    const { ports, audit, endings, notes } = world([replies.challenge]);
    audit.refusing.append = true;
    expect(await codeOf(logoutSession(request, ports))).toBe('error-audit-unavailable');
    expect(endings()).toEqual([]);
    expect(notes).toEqual([{ event: 'not-recorded', correlationId: 'request-1', result: 'error-audit-unavailable' }]);
  });

  test('the intent is stored when the logout is sent', async () => {
    const server = world([replies.challenge, replies.done()]);
    const seen: unknown[] = [];
    await logoutSession(
      request,
      withBefore(server, async ({ sessionId }) => {
        seen.push([sessionId.startsWith('probe-'), await server.recorded()]);
      }),
    );
    expect(seen).toEqual([
      [true, expect.anything()],
      [false, [expect.objectContaining({ sessionId: 'aLiveSession', reason: 'stolen laptop', outcome: 'unknown' })]],
    ]);
  });

  test('the intent is stored while the probe runs', async () => {
    const server = world([replies.challenge, replies.done()]);
    const { held, open } = heldOpen();
    server.audit.holding = held;
    const running = logoutSession(request, server.ports);
    await turns();
    expect(server.audit.writes).toEqual(['append']);
    expect(server.sent).toHaveLength(1);
    open();
    await running;
  });

  test('the logout is not sent before the intent is stored, however fast the probe was', async () => {
    const server = world([replies.challenge, replies.done()]);
    const { held, open } = heldOpen();
    server.audit.holding = held;
    const running = logoutSession(request, server.ports);
    await turns();
    expect(server.endings()).toEqual([]);
    open();
    await running;
    expect(server.endings()).toHaveLength(1);
  });

  test('an intent that cannot be stored while the probe runs: the probe is waited for, and nothing is sent', async () => {
    const server = world([replies.challenge, replies.done()]);
    const { held, open } = heldOpen();
    server.audit.refusing.append = true;
    let settled = false;
    const running = failureOf(
      logoutSession(
        request,
        withBefore(server, () => held),
      ),
    ).finally(() => (settled = true));
    await turns();
    expect(settled).toBe(false);
    open();
    await expect(running).resolves.toMatchObject({ code: 'error-audit-unavailable' });
    expect(server.endings()).toEqual([]);
  });

  test('a probe that fails while the intent is being stored completes that entry, and makes no second one', async () => {
    const server = world([new AppError('error-workspace-unreachable')]);
    const { held, open } = heldOpen();
    server.audit.holding = held;
    const running = failureOf(logoutSession(request, server.ports));
    await turns();
    expect(server.audit.writes).toEqual(['append']);
    open();
    await expect(running).resolves.toMatchObject({ code: 'error-workspace-unreachable' });
    expect(server.audit.writes).toEqual(['append', 'complete']);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({
        sessionId: 'aLiveSession',
        outcome: expect.objectContaining({ result: 'error-workspace-unreachable' }),
      }),
    ]);
  });

  test('a probe that fails when the intent could not be stored leaves the probe’s own failure', async () => {
    const server = world([new AppError('error-workspace-unreachable')]);
    server.audit.refusing.append = true;
    expect(await codeOf(logoutSession(request, server.ports))).toBe('error-workspace-unreachable');
    expect(server.notes).toEqual([
      { event: 'not-recorded', correlationId: 'request-1', result: 'error-workspace-unreachable' },
    ]);
  });

  const documents: Array<[string, Partial<LogoutRequest>, WorkspaceReply[], number]> = [
    ['no allowed role', { caller: { ...request.caller, roles: [] } }, [], 1],
    ['a deactivated account', { caller: { ...request.caller, isEnabled: false } }, [], 1],
    ['invalid input', { body: {} }, [], 1],
    ['a challenge', { code: undefined }, [replies.challenge], 2],
    ['a logout', {}, [replies.challenge, replies.done()], 2],
  ];
  test.each(documents)('%s takes as few documents as can be', async (_name, change, answers, count) => {
    const { ports } = world(answers);
    const persistence = new MemoryPersistence();
    const audit = auditStore(persistence, persistence);
    await logoutSession({ ...request, ...change }, { ...ports, audit }).catch(() => undefined);
    expect(persistence.writes).toHaveLength(count);
    expect(await audit.entriesOf('2026-03-01')).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ durationMs: 0 }) }),
    ]);
  });

  test('an outcome that cannot be stored reads "unknown", and the caller still gets the true answer', async () => {
    const { ports, audit, recorded, notes } = world([replies.challenge, replies.done()]);
    audit.refusing.complete = true;
    await expect(logoutSession(request, ports)).resolves.toEqual({ sessionId: 'aLiveSession' });
    expect(await recorded()).toEqual([expect.objectContaining({ outcome: 'unknown' })]);
    expect(notes).toEqual([{ event: 'not-recorded', correlationId: 'request-1', result: 'done' }]);
  });
});

test('invariant 6: neither token nor code is recorded, noted or thrown', async () => {
  const { ports, recorded, notes } = world([replies.challenge, replies.incorrectCode]);
  const failure = (await failureOf(logoutSession(request, ports))) as AppError;
  const seen = JSON.stringify([await recorded(), notes, failure, failure.message, failure.stack]);
  expect(seen).toContain('totp-invalid');
  expect(seen).not.toContain('a-token-that-stays-secret');
  expect(seen).not.toContain('123456');
});

test('invariant 7: two servers that share the stores behave as one', async () => {
  const first = world([replies.challenge, replies.done()]);
  const second = world([replies.challenge, replies.done()]);
  const ids = { id: () => `other-${Math.random()}` };
  await logoutSession(request, first.ports);
  await logoutSession(request, { ...second.ports, random: ids, audit: first.audit });
  expect((await first.recorded()).map(({ outcome }) => outcome)).toEqual([
    expect.objectContaining({ result: 'done' }),
    expect.objectContaining({ result: 'done' }),
  ]);
});

test('invariant 8: nothing that is not well-formed is sent', async () => {
  for (const sessionId of ['', ' ', '..', 'a/b', 'a'.repeat(129), undefined, null, 5, {}, ['a']]) {
    const { ports, sent, recorded } = world([]);
    expect(await codeOf(logoutSession({ ...request, body: { sessionId } }, ports))).toBe('invalid-params');
    expect(sent).toEqual([]);
    expect(await recorded()).toHaveLength(1);
  }
});

describe('a locked-out caller', () => {
  test('is refused before anything is asked of the workspace, and that is recorded', async () => {
    const { ports, sent, recorded, codeAttempts } = world([replies.challenge]);
    await sendIncorrect(5, 'u1', codeAttempts);
    expect(await codeOf(logoutSession(request, ports))).toBe('error-locked-out');
    expect(sent).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'error-locked-out' }) }),
    ]);
  });

  test('invariant 4: when codes cannot be stored, none is sent', async () => {
    const { ports, endings, codeAttempts } = world([replies.challenge, replies.done()]);
    codeAttempts.refusing.begin = true;
    expect(await codeOf(logoutSession(request, ports))).toBe('error-audit-unavailable');
    expect(endings()).toEqual([]);
  });

  test('the turn is taken while the probe runs', async () => {
    const server = world([replies.challenge, replies.done()]);
    const { sessions: workspace } = server.ports;
    const callsAtProbe: string[][] = [];
    const sessions: typeof workspace = {
      logout: (call) => {
        callsAtProbe.push([...server.codeAttempts.calls]);
        return workspace.logout(call);
      },
    };
    await logoutSession(request, { ...server.ports, sessions });
    expect(callsAtProbe[0]).toEqual(['of', 'begin']);
    expect(server.codeAttempts.calls).toEqual(['of', 'begin', 'of', 'end']);
  });
});
