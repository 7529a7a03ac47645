import { logoutMany } from '../../../core/many/logoutMany';
import { SessionResult } from '../../../core/shared/target';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { AppError, ErrorCode, SecondFactorError } from '../../../core/shared/errors';
import { AnswerOne, batchOf, batchWorld, BatchWorldOptions, sessionIds, turns } from '../../fakes/many';
import { failureOf, json, replies, settings } from '../../fakes/ports';

const accessToken = { kind: 'access-token', accessToken: 'granted' } as const;
const mailed = json(400, {
  success: false,
  error: 'TOTP Required [totp-required]',
  errorType: 'totp-required',
  details: { method: 'email', codeGenerated: true, emailOrUsername: 'a@b.test', availableMethods: ['email'] },
});
/** From this logout on the workspace answers so; before, it ends them. */
const from =
  (first: number, reply: WorkspaceReply | Error): AnswerOne =>
  ({ sessionId }, index) =>
    index < first ? replies.done(sessionId) : reply;
const at =
  (position: number, reply: WorkspaceReply | Error): AnswerOne =>
  ({ sessionId }, index) =>
    index === position ? reply : replies.done(sessionId);
const countOf = (results: ReadonlyArray<{ result: SessionResult }>): Partial<Record<SessionResult, number>> => {
  const counts: Partial<Record<SessionResult, number>> = {};
  results.forEach(({ result }) => (counts[result] = (counts[result] ?? 0) + 1));
  return counts;
};

test('500 sessions: each is sent once, in order, with the code and one User-Agent, four at a time', async () => {
  const server = batchWorld(async ({ sessionId }) => {
    await turns(Number(sessionId.slice(-1)) % 3);
    return replies.done(sessionId);
  });
  const batch = await logoutMany(batchOf(500), server.ports);

  expect(batch).toEqual({
    results: sessionIds(500).map((sessionId) => ({ sessionId, result: 'ended' })),
    at: server.ports.clock.now(),
  });
  expect(server.endings().map(({ sessionId }) => sessionId)).toEqual(sessionIds(500));
  expect(new Set(server.sent.map(({ userAgent }) => userAgent)).size).toBe(1);
  expect(server.sent).toHaveLength(501);
  expect(server.sent[0].secondFactor).toEqual({ method: 'totp' });
  for (const call of server.endings()) {
    expect(call).toMatchObject({ secondFactor: { code: '123456', method: 'totp' }, credential: batchOf(1).credential });
  }
  expect(server.mostAtOnce()).toBe(4);
});

test('it is recorded: the intent with every session, each outcome as it comes, and the outcome of the batch', async () => {
  const known = [
    { sessionId: 'session-0', userId: 'u7', username: 'alice', device: 'Chrome 120 · Mac OS 10.15.7 · 203.0.113.24' },
    { sessionId: 'session-1', userId: 'u7', username: 'alice' },
    { sessionId: 'elsewhere', userId: 'u8', username: 'bob' },
  ];
  const server = batchWorld(at(1, replies.notFound));
  await logoutMany(batchOf(2, { known }), server.ports);
  expect(server.audit.writes).toEqual(['append', 'completeSession', 'completeSession', 'complete']);
  expect(await server.recorded()).toEqual([
    expect.objectContaining({
      action: 'logout-many',
      via: 'api',
      callerId: 'u1',
      reason: 'stolen laptop',
      targetId: 'u7',
      targetUsername: 'alice',
      sessions: [
        { ...known[0], result: 'ended', workspaceStatus: 200 },
        { ...known[1], result: 'already-gone', workspaceStatus: 404 },
      ],
      outcome: expect.objectContaining({ result: 'done', secondFactor: 'totp', durationMs: 0 }),
    }),
  ]);
});

test.each([
  [
    'of two people',
    [
      { sessionId: 'session-0', userId: 'u7' },
      { sessionId: 'session-1', userId: 'u8' },
    ],
  ],
  ['of somebody and of nobody knows whom', [{ sessionId: 'session-0', userId: 'u7' }]],
])('sessions %s: the entry names no one person', async (_name, known) => {
  const server = batchWorld();
  await logoutMany(batchOf(2, { known }), server.ports);
  expect((await server.recorded())[0]).toMatchObject({ targetId: undefined, targetUsername: undefined });
});

describe('invariant 1: nothing before everything is checked', () => {
  const { caller } = batchOf(1);
  type Refusal = [string, Parameters<typeof batchOf>[1], BatchWorldOptions, number, ErrorCode];
  const input = (name: string, body: unknown): Refusal => [name, { body }, {}, 0, 'invalid-params'];
  const refusals: Refusal[] = [
    ['no allowed role', { caller: { ...caller, roles: ['user'] } }, {}, 0, 'error-unauthorized'],
    ['a deactivated account', { caller: { ...caller, isEnabled: false } }, {}, 0, 'error-account-deactivated'],
    input('no list', {}),
    input('an empty list', { sessionIds: [] }),
    input('501 sessions', { sessionIds: sessionIds(501) }),
    input('a session twice', { sessionIds: ['a', 'b', 'a'] }),
    input('a text for a list', { sessionIds: 'session-0' }),
    input('a hostile ID among others', { sessionIds: ['a', '../b'] }),
    input('a number among others', { sessionIds: ['a', 5] }),
    input('a hole in the list', { sessionIds: Array.from({ length: 2 }).concat('a') }),
    input('a field that does not belong there', { sessionIds: ['a'], userId: 'u2' }),
    input('a reason that is too long', { sessionIds: ['a'], reason: 'x'.repeat(501) }),
    ['a code that cannot be sent', { code: 'ünïcode' }, {}, 0, 'invalid-params'],
    [
      'settings that cannot be read',
      {},
      { settings: new AppError('error-settings-unreadable') },
      0,
      'error-settings-unreadable',
    ],
    ['no code', { code: undefined }, {}, 1, 'totp-required'],
    ['no challenge', {}, { probe: replies.notFound }, 1, 'error-2fa-not-enforced'],
    ['a probe that ends a session', {}, { probe: replies.done('probe-id2') }, 1, 'error-workspace-invalid-response'],
    [
      'a probe that is not answered',
      {},
      { probe: new AppError('error-workspace-timeout') },
      1,
      'error-workspace-timeout',
    ],
    ['no permission', {}, { probe: replies.notPermitted }, 1, 'error-unauthorized'],
    ['too many requests', {}, { probe: replies.tooMany }, 1, 'error-too-many-requests'],
  ];
  test.each(refusals)('%s', async (_name, change, options, probes, code) => {
    const server = batchWorld(undefined, options);
    expect(await failureOf(logoutMany(batchOf(3, change), server.ports))).toMatchObject({ code });
    expect(server.sent).toHaveLength(probes);
    expect(server.endings()).toEqual([]);
    const [entry, ...others] = await server.recorded();
    expect(entry).toMatchObject({ callerId: 'u1', outcome: { result: code } });
    expect(others).toEqual([]);
    expect(entry.sessions?.map(({ result }) => result) ?? []).toEqual(probes ? Array(3).fill('not-begun') : []);
  });

  test('nothing is sent when the intent cannot be stored', async () => {
    const server = batchWorld();
    server.audit.refusing.append = true;
    expect(await failureOf(logoutMany(batchOf(3), server.ports))).toMatchObject({ code: 'error-audit-unavailable' });
    expect(server.endings()).toEqual([]);
  });

  test('nothing is sent before the intent is stored, however fast the probe was', async () => {
    const server = batchWorld();
    let open!: () => void;
    server.audit.holding = new Promise((resolve) => (open = resolve));
    const running = logoutMany(batchOf(3), server.ports);
    await turns(20);
    expect([server.sent.length, server.endings().length]).toEqual([1, 0]);
    open();
    await running;
    expect(server.endings()).toHaveLength(3);
  });
});

describe('invariant 2: one code for one batch', () => {
  test('the first goes alone until the workspace has verified the code for it', async () => {
    const server = batchWorld(() => new Promise(() => undefined));
    void logoutMany(batchOf(10), server.ports);
    await turns(20);
    expect(server.endings().map(({ sessionId }) => sessionId)).toEqual(['session-0']);
  });

  test('after an unclear answer to the first, the second goes alone as well', async () => {
    const server = batchWorld(({ sessionId }, index) =>
      index === 0
        ? new AppError('error-workspace-timeout')
        : sessionId === 'session-1'
          ? new Promise(() => undefined)
          : replies.done(sessionId),
    );
    void logoutMany(batchOf(10), server.ports);
    await turns(20);
    expect(server.endings().map(({ sessionId }) => sessionId)).toEqual(['session-0', 'session-1']);
  });

  test.each([
    ['an incorrect code', replies.incorrectCode, 'totp-invalid'],
    ['a code that was incorrect too often', replies.tooManyCodes, 'totp-max-attempts'],
    ['a lost login', replies.notLoggedIn, 'error-not-logged-in'],
    ['a lost permission', replies.notPermitted, 'error-unauthorized'],
    ['no licence', replies.noLicense, 'error-license-required'],
    ['too many requests', replies.tooMany, 'error-too-many-requests'],
  ])('%s at the first: the error of a single logout, and nothing else is sent', async (_name, reply, code) => {
    const server = batchWorld(() => reply);
    const failure = await failureOf(logoutMany(batchOf(10), server.ports));
    expect(failure).toMatchObject({ code });
    expect(failure instanceof SecondFactorError).toBe(code.startsWith('totp'));
    expect(server.endings()).toHaveLength(1);
    const [{ outcome, sessions }] = await server.recorded();
    expect(outcome).toMatchObject({ result: code, workspaceStatus: reply.status });
    expect(countOf(sessions ?? [])).toEqual({ refused: 1, 'not-begun': 9 });
  });

  test('where the admin allows it, a batch goes on without a challenge, and the record says so', async () => {
    const server = batchWorld(undefined, {
      probe: replies.notFound,
      settings: { ...settings, withoutChallenge: 'allow' },
    });
    expect(countOf((await logoutMany(batchOf(3), server.ports)).results)).toEqual({ ended: 3 });
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'done', secondFactor: 'none' }) }),
    ]);
  });
});

describe('mailed codes', () => {
  test('with an access token, more than one session is refused before anything is sent, whether there is a code or not', async () => {
    for (const code of ['123456', undefined]) {
      const server = batchWorld(undefined, { probe: mailed });
      const change = { credential: accessToken, method: undefined, code };
      expect(await failureOf(logoutMany(batchOf(2, change), server.ports))).toMatchObject({
        code: 'error-one-code-per-session',
      });
      expect(server.endings()).toEqual([]);
      expect(await server.recorded()).toHaveLength(1);
    }
  });

  test('a caller who names the method is refused before even a code is mailed', async () => {
    const server = batchWorld(undefined, { probe: mailed });
    const change = { credential: accessToken, method: 'email' };
    expect(await failureOf(logoutMany(batchOf(2, change), server.ports))).toMatchObject({
      code: 'error-one-code-per-session',
    });
    expect(server.sent).toEqual([]);
    expect(await server.recorded()).toHaveLength(1);
  });

  test('a batch of one works with an access token, and one of many with a header token', async () => {
    const one = batchWorld(undefined, { probe: mailed });
    await logoutMany(batchOf(1, { credential: accessToken, method: 'email' }), one.ports);
    const many = batchWorld(undefined, { probe: mailed });
    await logoutMany(batchOf(20, { method: 'email' }), many.ports);
    expect([one.endings().length, many.endings().length]).toEqual([1, 20]);
  });

  test('any other method does for many with an access token', async () => {
    const server = batchWorld();
    await logoutMany(batchOf(20, { credential: accessToken }), server.ports);
    expect(server.endings()).toHaveLength(20);
    expect(server.sent.every(({ credential }) => credential === accessToken)).toBe(true);
  });
});

describe('what stops a batch in the middle: the rest is not begun', () => {
  const stops: Array<[string, WorkspaceReply, ErrorCode]> = [
    ['the code runs out', replies.incorrectCode, 'totp-invalid'],
    ['a code is asked for again', replies.challenge, 'totp-required'],
    ['too many requests', replies.tooMany, 'error-too-many-requests'],
    ['the login is lost', replies.notLoggedIn, 'error-not-logged-in'],
    ['the permission is lost', replies.notPermitted, 'error-unauthorized'],
    ['the licence is lost', replies.noLicense, 'error-license-required'],
  ];
  test.each(stops)('%s', async (_name, reply, code) => {
    const server = batchWorld(from(6, reply));
    const batch = await logoutMany(batchOf(50), server.ports);
    expect(batch.stoppedBy).toBe(code);
    expect(batch.retryAfterSeconds).toBe(code === 'error-too-many-requests' ? 42 : undefined);
    const { ended, refused = 0, ...rest } = countOf(batch.results);
    expect(ended).toBe(6);
    expect(refused).toBeGreaterThanOrEqual(1);
    expect(refused).toBeLessThanOrEqual(4);
    expect(rest).toEqual({ 'not-begun': 44 - refused });
    expect(server.endings()).toHaveLength(6 + refused);
    expect(batch.results.filter(({ result }) => result === 'refused').map(({ error }) => error)).toEqual(
      Array(refused).fill(code),
    );
    const [{ outcome, sessions }] = await server.recorded();
    expect(outcome).toMatchObject({ result: code });
    expect(sessions?.map(({ result }) => result)).toEqual(batch.results.map(({ result }) => result));
  });

  test('two unclear answers in a row', async () => {
    const server = batchWorld(from(6, new AppError('error-workspace-timeout')));
    const batch = await logoutMany(batchOf(50), server.ports);
    expect(batch.stoppedBy).toBe('error-outcome-unknown');
    const { unknown = 0, ...rest } = countOf(batch.results);
    expect(unknown).toBeGreaterThanOrEqual(2);
    expect(unknown).toBeLessThanOrEqual(5);
    expect(rest).toEqual({ ended: 6, 'not-begun': 44 - unknown });
    expect(server.endings()).toHaveLength(6 + unknown);
  });

  test('two unclear answers at the very beginning: both may have happened, and are named', async () => {
    const server = batchWorld(() => json(500, undefined));
    const batch = await logoutMany(batchOf(5), server.ports);
    expect(countOf(batch.results)).toEqual({ unknown: 2, 'not-begun': 3 });
    expect(server.endings()).toHaveLength(2);
  });

  test('one unclear answer does not stop the others, and is not called done', async () => {
    const server = batchWorld(at(6, new AppError('error-workspace-unreachable')));
    const batch = await logoutMany(batchOf(50), server.ports);
    expect(batch.stoppedBy).toBeUndefined();
    expect(batch.results[6]).toEqual({ sessionId: 'session-6', result: 'unknown', error: 'error-outcome-unknown' });
    expect(countOf(batch.results)).toEqual({ ended: 49, unknown: 1 });
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'partly-done' }) }),
    ]);
  });

  test('unclear answers that are not in a row', async () => {
    const server = batchWorld(({ sessionId }, index) =>
      index % 10 === 5 ? json(502, undefined) : replies.done(sessionId),
    );
    expect(countOf((await logoutMany(batchOf(50), server.ports)).results)).toEqual({ ended: 45, unknown: 5 });
  });

  test('a success that is about another session is unclear', async () => {
    const server = batchWorld(at(3, replies.done('another')));
    expect((await logoutMany(batchOf(5), server.ports)).results[3].result).toBe('unknown');
  });

  test('what is under way when it stops is waited for, and told as it was', async () => {
    const server = batchWorld(async ({ sessionId }, index) => {
      await turns(index === 5 ? 1 : 30);
      return index === 5 ? replies.tooMany : replies.done(sessionId);
    });
    const { results } = await logoutMany(batchOf(20), server.ports);
    expect(countOf(results)).toEqual({
      ended: server.endings().length - 1,
      refused: 1,
      'not-begun': 20 - server.endings().length,
    });
    expect(server.endings().length).toBeLessThanOrEqual(9);
  });
});

describe('the time of the call', () => {
  test('what cannot be begun in time is not begun', async () => {
    const server = batchWorld(({ sessionId }) => {
      server.spend(1_000);
      return replies.done(sessionId);
    });
    const batch = await logoutMany(batchOf(100), server.ports);
    expect(batch.stoppedBy).toBe('error-workspace-timeout');
    expect(countOf(batch.results)).toEqual({
      ended: server.endings().length,
      'not-begun': 100 - server.endings().length,
    });
    expect(server.endings()).toHaveLength(26);
    expect(Math.min(...server.endings().map(({ timeoutMs }) => timeoutMs))).toBeGreaterThanOrEqual(2_000);
  });

  test('none left after the probe: nothing is sent', async () => {
    const server = batchWorld();
    const ports: typeof server.ports = {
      ...server.ports,
      sessions: {
        async logout(call) {
          server.spend(26_000);
          return server.ports.sessions.logout(call);
        },
      },
    };
    expect(await failureOf(logoutMany(batchOf(5), ports))).toMatchObject({ code: 'error-workspace-timeout' });
    expect(server.endings()).toEqual([]);
    expect((await server.recorded())[0]).toMatchObject({ outcome: { result: 'error-workspace-timeout' } });
  });
});

describe('invariant 5: an outcome that cannot be stored', () => {
  test('nothing more is begun, and the answer is true', async () => {
    const server = batchWorld(({ sessionId }, index) => {
      server.audit.refusing.completeSession = index >= 8;
      return replies.done(sessionId);
    });
    const batch = await logoutMany(batchOf(50), server.ports);
    expect(batch.stoppedBy).toBe('error-audit-unavailable');
    expect(countOf(batch.results)).toEqual({
      ended: server.endings().length,
      'not-begun': 50 - server.endings().length,
    });
    expect(server.endings().length).toBeLessThanOrEqual(12);
    // The outcome of the batch could be stored, and knows them all.
    expect((await server.recorded())[0].sessions?.map(({ result }) => result)).toEqual(
      batch.results.map(({ result }) => result),
    );
  });

  test('nor that of the batch: the record says "unknown" where it cannot know, and nothing false', async () => {
    const server = batchWorld();
    Object.assign(server.audit.refusing, { completeSession: true, complete: true });
    const batch = await logoutMany(batchOf(50), server.ports);
    expect(countOf(batch.results)).toEqual({ ended: 1, 'not-begun': 49 });
    expect(server.notes).toEqual([
      { event: 'not-recorded', correlationId: 'request-1', result: 'error-audit-unavailable' },
    ]);
    const [{ outcome, sessions }] = await server.recorded();
    expect(outcome).toBe('unknown');
    expect(countOf(sessions ?? [])).toEqual({ unknown: 4, 'not-begun': 46 });
  });
});

test('two batches over the same sessions: each is told the truth', async () => {
  const gone = new Set<string>();
  const server = batchWorld(async ({ sessionId }) => {
    await turns(1);
    gone.add(sessionId);
    return replies.done(sessionId);
  });
  const batches = await Promise.all([1, 2].map(() => logoutMany(batchOf(20), server.ports)));
  expect(batches.map(({ results }) => countOf(results))).toEqual([{ ended: 20 }, { ended: 20 }]);
  expect(gone.size).toBe(20);
  expect(new Set(server.sent.map(({ userAgent }) => userAgent)).size).toBe(2);
});

test('invariant 6: neither token nor code is recorded, noted or answered', async () => {
  const server = batchWorld(from(2, replies.incorrectCode));
  const batch = await logoutMany(batchOf(9), server.ports);
  const seen = JSON.stringify([await server.recorded(), server.notes, batch]);
  expect(seen).toContain('totp-invalid');
  expect(seen).not.toMatch(/a-token-that-stays-secret|123456/);
});
