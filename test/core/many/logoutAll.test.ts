import { logoutAll } from '../../../core/many/logoutAll';
import { EndingRequest } from '../../../core/logout/logoutSession';
import { AppError, ErrorCode } from '../../../core/shared/errors';
import { ALICE, batchOf, personWorld } from '../../fakes/many';
import { logins } from '../../fakes/list';
import { failureOf, json, replies } from '../../fakes/ports';

const asked = (change: Partial<EndingRequest> = {}): EndingRequest => ({
  ...batchOf(1),
  body: { userId: ALICE.id, reason: 'left' },
  ...change,
});
const bearer = { kind: 'access-token', accessToken: 'granted' } as const;
const mailed = json(400, {
  success: false,
  error: 'TOTP Required [totp-required]',
  errorType: 'totp-required',
  details: { method: 'email', codeGenerated: true },
});

test.each([
  ['by ID', { userId: ALICE.id }],
  ['by username', { username: 'alice' }],
  ['by username as people write it', { username: ' @Alice ' }],
])('%s: all of that person’s sessions are listed and ended, with one code and one User-Agent', async (_name, body) => {
  const server = personWorld();
  const result = await logoutAll(asked({ body }), server.ports);
  expect(result).toMatchObject({ person: { id: ALICE.id, username: 'alice' }, complete: true, stoppedBy: undefined });
  expect(result.results.map(({ sessionId, result: how }) => [sessionId, how])).toEqual([
    ['s0', 'ended'],
    ['s1', 'ended'],
    ['s2', 'ended'],
  ]);
  expect(server.list.sent).toEqual([
    expect.objectContaining({ filter: ALICE.id, secondFactor: { code: '123456', method: 'totp' } }),
  ]);
  const agents = [...server.sent, ...server.list.sent].map(({ userAgent }) => userAgent);
  expect(new Set(agents).size).toBe(1);
});

test('the entry names the person and every session with its device, before anything is ended', async () => {
  const seen: unknown[] = [];
  const server = personWorld({
    answer: async ({ sessionId }) => {
      seen.push((await server.recorded())[0].sessions?.length);
      return replies.done(sessionId);
    },
  });
  await logoutAll(asked(), server.ports);
  expect(seen).toEqual([3, 3, 3]);
  expect(await server.recorded()).toEqual([
    expect.objectContaining({
      action: 'logout-all',
      reason: 'left',
      targetId: ALICE.id,
      targetUsername: 'alice',
      outcome: expect.objectContaining({ result: 'done' }),
    }),
  ]);
  expect((await server.recorded())[0].sessions?.[0]).toEqual({
    sessionId: 's0',
    userId: ALICE.id,
    username: 'alice',
    device: 'Chrome 120 · Windows 10 · 203.0.113.24',
    result: 'ended',
    workspaceStatus: 200,
  });
});

test('somebody who has the ID of another in their name is left alone', async () => {
  const server = personWorld();
  server.list.logins.push({ ...logins(1, 'mallory-id', 'm')[0], name: `x ${ALICE.id}` });
  await logoutAll(asked(), server.ports);
  expect(server.endings().map(({ sessionId }) => sessionId)).toEqual(['s0', 's1', 's2']);
});

describe('exceptions', () => {
  test('are kept', async () => {
    const server = personWorld();
    await logoutAll(asked({ body: { userId: ALICE.id, except: ['s1'] } }), server.ports);
    expect(server.endings().map(({ sessionId }) => sessionId)).toEqual(['s0', 's2']);
    expect((await server.recorded())[0].sessions?.map(({ sessionId }) => sessionId)).toEqual(['s0', 's2']);
  });

  test.each([
    ['one that is not listed', ['s1', 'older-tab']],
    ['one of another person', ['b0']],
  ])('%s could not be kept: nothing is ended', async (_name, except) => {
    const server = personWorld();
    const failure = await failureOf(logoutAll(asked({ body: { userId: ALICE.id, except } }), server.ports));
    expect(failure).toMatchObject({ code: 'invalid-params', field: 'except', problem: 'not-listed' });
    expect(server.endings()).toEqual([]);
  });

  test('all of them: nothing is left to end, and that is fine', async () => {
    const server = personWorld();
    const { results } = await logoutAll(
      asked({ body: { userId: ALICE.id, except: ['s0', 's1', 's2'] } }),
      server.ports,
    );
    expect(results).toEqual([]);
    expect(server.endings()).toEqual([]);
    expect((await server.recorded())[0].outcome).toMatchObject({ result: 'done' });
  });
});

test('nobody’s sessions: nothing is sent after the list', async () => {
  const server = personWorld();
  server.list.logins = [];
  expect(await logoutAll(asked(), server.ports)).toMatchObject({ results: [], complete: true });
  expect(server.steps).toEqual(['list']);
});

test('a list that was not read to its end is worked off, and said to be not complete', async () => {
  const server = personWorld();
  server.list.logins = logins(150, ALICE.id);
  server.list.before = (_call, index) => (index === 1 ? new AppError('error-workspace-timeout') : undefined);
  const { results, complete } = await logoutAll(asked(), server.ports);
  expect(complete).toBe(false);
  expect(results).toHaveLength(100);
});

test('a row whose ID could not be sent makes the list one that is not understood: nothing is ended', async () => {
  const server = personWorld();
  server.list.logins.push({ sessionId: '../me', userId: ALICE.id, loginAt: 1 });
  expect(await failureOf(logoutAll(asked(), server.ports))).toMatchObject({ code: 'error-workspace-invalid-response' });
  expect(server.endings()).toEqual([]);
});

describe('invariant 1: nothing before everything is checked', () => {
  type Refusal = [string, Partial<EndingRequest>, Parameters<typeof personWorld>[0], ErrorCode, number];
  const input = (name: string, body: unknown): Refusal => [name, { body }, {}, 'invalid-params', 0];
  const refusals: Refusal[] = [
    ['no role', { caller: { ...batchOf(1).caller, roles: [] } }, {}, 'error-unauthorized', 0],
    ['nobody with this ID', { body: { userId: 'nobody' } }, {}, 'error-user-not-found', 0],
    ['an ID in other capitals', { body: { userId: 'Alice-id' } }, {}, 'error-user-not-found', 0],
    ['a username for an ID', { body: { userId: 'alice' } }, {}, 'error-user-not-found', 0],
    ['an ID for a username', { body: { username: ALICE.id } }, {}, 'error-user-not-found', 0],
    ['a part of a username', { body: { username: 'ali' } }, {}, 'error-user-not-found', 0],
    input('neither ID nor username', {}),
    input('both', { userId: ALICE.id, username: 'alice' }),
    input('an empty ID', { userId: '' }),
    input('an ID that is no text', { userId: { $ne: '' } }),
    input('an empty username', { username: ' @ ' }),
    input('exceptions that are no list', { userId: ALICE.id, except: 's0' }),
    ['no code', { code: undefined }, {}, 'totp-required', 1],
    ['no challenge', {}, { probe: replies.notFound }, 'error-2fa-not-enforced', 1],
    ['mailed codes with an access token', { credential: bearer }, { probe: mailed }, 'error-one-code-per-session', 1],
    ['the same, said before', { credential: bearer, method: 'email' }, {}, 'error-one-code-per-session', 0],
  ];
  test.each(refusals)('%s', async (_name, change, options, code, probes) => {
    const server = personWorld(options);
    expect(await failureOf(logoutAll(asked(change), server.ports))).toMatchObject({ code });
    expect(server.sent).toHaveLength(probes);
    expect(server.steps).toEqual([]);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ action: 'logout-all', outcome: expect.objectContaining({ result: code }) }),
    ]);
  });

  test.each([
    ['the list refuses the code', replies.incorrectCode, 'totp-invalid'],
    ['the list may not be seen', replies.notPermitted, 'error-unauthorized'],
  ])('%s', async (_name, reply, code) => {
    const server = personWorld();
    server.list.before = () => reply;
    expect(await failureOf(logoutAll(asked(), server.ports))).toMatchObject({ code });
    expect(server.endings()).toEqual([]);
  });

  test('the intent cannot be stored', async () => {
    const server = personWorld();
    server.audit.refusing.append = true;
    expect(await failureOf(logoutAll(asked(), server.ports))).toMatchObject({ code: 'error-audit-unavailable' });
    expect(server.endings()).toEqual([]);
  });
});
