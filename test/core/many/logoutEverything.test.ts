import { logoutEverything } from '../../../core/many/logoutEverything';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { EndingRequest } from '../../../core/logout/logoutSession';
import { AppError, ErrorCode } from '../../../core/shared/errors';
import { ALICE, batchOf, personWorld } from '../../fakes/many';
import { failureOf, json, replies, settings } from '../../fakes/ports';
import { NO_SUCH_TOKEN, tokensOf } from '../../fakes/tokens';

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

test('the code is verified, the sessions listed and recorded; then every login ends, and the list is cleared', async () => {
  const server = personWorld({
    answer: ({ sessionId }) => (sessionId === 's1' ? replies.notFound : replies.done(sessionId)),
  });
  const result = await logoutEverything(asked(), server.ports);
  expect(server.steps).toEqual(['verify', 'list', 'users.logout', 'logout', 'logout', 'logout']);
  expect(server.everywhere).toEqual([
    {
      workspaceUrl: settings.workspaceUrl,
      credential: asked().credential,
      userAgent: server.sent[0].userAgent,
      userId: ALICE.id,
      timeoutMs: 10_000,
    },
  ]);
  const agents = [...server.sent, ...server.list.sent, ...server.everywhere].map(({ userAgent }) => userAgent);
  expect(new Set(agents).size).toBe(1);
  const verification = server.sent[1];
  expect(verification).toMatchObject({
    sessionId: expect.stringMatching(/^verify-/),
    secondFactor: { code: '123456' },
  });
  expect(result).toMatchObject({ person: { id: ALICE.id }, complete: true });
  expect(result.results.map(({ result: how }) => how)).toEqual(['ended', 'already-gone', 'ended']);
  expect(await server.recorded()).toEqual([
    expect.objectContaining({
      action: 'logout-everything',
      reason: 'left',
      targetId: ALICE.id,
      targetUsername: 'alice',
      outcome: expect.objectContaining({ result: 'done', workspaceStatus: 200, secondFactor: 'totp' }),
    }),
  ]);
});

test('the intent, with its sessions, is stored before users.logout is sent', async () => {
  const server = personWorld();
  const { users } = server.ports;
  const seen: unknown[] = [];
  await logoutEverything(asked(), {
    ...server.ports,
    users: {
      async logoutEverywhere(call) {
        seen.push((await server.recorded()).map(({ outcome, sessions }) => [outcome, sessions?.length]));
        return users.logoutEverywhere(call);
      },
    },
  });
  expect(seen).toEqual([[['unknown', 3]]]);
});

describe('invariant 1: users.logout is not sent before everything is checked', () => {
  type Refusal = [string, Partial<EndingRequest>, Parameters<typeof personWorld>[0], ErrorCode, string[]];
  const input = (name: string, body: unknown): Refusal => [name, { body }, {}, 'invalid-params', []];
  const verified = (name: string, verify: ReturnType<typeof json> | Error, code: ErrorCode): Refusal => [
    name,
    {},
    { verify },
    code,
    ['verify'],
  ];
  const refusals: Refusal[] = [
    ['no role', { caller: { ...batchOf(1).caller, roles: [] } }, {}, 'error-unauthorized', []],
    [
      'a deactivated account',
      { caller: { ...batchOf(1).caller, isEnabled: false } },
      {},
      'error-account-deactivated',
      [],
    ],
    ['nobody with this ID', { body: { userId: 'nobody' } }, {}, 'error-user-not-found', []],
    ['nobody with this name', { body: { username: 'nobody' } }, {}, 'error-user-not-found', []],
    input('nobody named: least of all the caller is meant', {}),
    input('an empty ID', { userId: '' }),
    input('null', { userId: null }),
    input('an empty name', { username: '' }),
    input('exceptions, which there are none of', { userId: ALICE.id, except: [] }),
    ['no code', { code: undefined }, {}, 'totp-required', []],
    ['no challenge', {}, { probe: replies.notFound }, 'error-2fa-not-enforced', []],
    ['a workspace that says the code is no more', {}, { probe: replies.tooManyCodes }, 'totp-max-attempts', []],
    verified('an incorrect code', replies.incorrectCode, 'totp-invalid'),
    verified('a verification that ends something', replies.done('verify'), 'error-workspace-invalid-response'),
    verified('a verification without an answer', new AppError('error-workspace-timeout'), 'error-workspace-timeout'),
    verified('a page in place of an answer', json(404, undefined), 'error-workspace-invalid-response'),
    verified('no licence any more', replies.noLicense, 'error-license-required'),
  ];
  test.each(refusals)('%s', async (_name, change, options, code, steps) => {
    const server = personWorld(options);
    expect(await failureOf(logoutEverything(asked(change), server.ports))).toMatchObject({ code });
    expect(server.steps).toEqual(steps);
    expect(server.everywhere).toEqual([]);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ action: 'logout-everything', outcome: expect.objectContaining({ result: code }) }),
    ]);
  });

  test.each([
    ['the intent cannot be stored', 'error-audit-unavailable'],
    ['the list cannot be read', 'error-workspace-invalid-response'],
    ['the person is gone meanwhile', 'error-user-not-found'],
    ['no time is left', 'error-workspace-timeout'],
  ])('%s', async (what, code) => {
    const server = personWorld();
    server.audit.refusing.append = what.startsWith('the intent');
    server.list.before = () => {
      if (what.startsWith('the person')) {
        server.people.clear();
      }
      server.spend(what.startsWith('no time') ? 26_000 : 0);
      return what.startsWith('the list') ? json(500, undefined) : undefined;
    };
    expect(await failureOf(logoutEverything(asked(), server.ports))).toMatchObject({ code });
    expect(server.everywhere).toEqual([]);
    expect(server.endings()).toEqual([]);
  });
});

test.each([
  ['without the permission', json(403, { success: false, error: 'unauthorized' }), 'error-unauthorized'],
  ['in a later word', json(403, { success: false, error: 'forbidden' }), 'error-unauthorized'],
  ['too many requests', replies.tooMany, 'error-too-many-requests'],
  ['a challenge', replies.challenge, 'totp-required'],
  ['an error', json(500, undefined), 'error-outcome-unknown'],
  ['no answer', new AppError('error-workspace-timeout'), 'error-outcome-unknown'],
  ['a success that says nothing', json(200, undefined), 'error-outcome-unknown'],
  ['a defect', new Error('a defect'), 'error-outcome-unknown'],
])(
  'users.logout is answered with %s: said and recorded as such, and nothing more is done',
  async (_name, reply, code) => {
    const server = personWorld();
    server.workspace.usersLogout = reply;
    expect(await failureOf(logoutEverything(asked(), server.ports))).toMatchObject({ code });
    expect(server.endings()).toEqual([]);
    const [{ outcome, sessions }] = await server.recorded();
    expect(outcome).toMatchObject({ result: code });
    expect(sessions?.map(({ result }) => result)).toEqual(Array(3).fill('not-begun'));
  },
);

test('a list that cannot be cleared whole does not make the rest undone', async () => {
  const server = personWorld({ answer: () => replies.tooMany });
  const result = await logoutEverything(asked(), server.ports);
  expect(result).toMatchObject({ stoppedBy: 'error-too-many-requests', complete: true });
  expect((await server.recorded())[0].outcome).toMatchObject({ result: 'partly-done' });
});

describe('nothing is listed', () => {
  test('where the mailed code was used up by being verified', async () => {
    const server = personWorld({ probe: mailed });
    const result = await logoutEverything(asked({ credential: bearer, method: 'email' }), server.ports);
    expect(server.steps).toEqual(['verify', 'users.logout']);
    expect(result).toMatchObject({ results: [], complete: false });
    expect((await server.recorded())[0].outcome).toMatchObject({ result: 'done' });
  });

  test('where the caller may not list', async () => {
    const server = personWorld();
    server.list.before = () => replies.notPermitted;
    expect(await logoutEverything(asked(), server.ports)).toMatchObject({ results: [], complete: false });
    expect(server.steps).toEqual(['verify', 'list', 'users.logout']);
  });

  test('but with a header token a mailed code does for all', async () => {
    const server = personWorld({ probe: mailed });
    expect((await logoutEverything(asked({ method: 'email' }), server.ports)).results).toHaveLength(3);
  });
});

test('invariant 6: neither token nor code is recorded, noted or answered', async () => {
  const server = personWorld();
  const seen = JSON.stringify([await logoutEverything(asked(), server.ports), await server.recorded(), server.notes]);
  expect(seen).toContain('alice-id');
  expect(seen).not.toMatch(/a-token-that-stays-secret|123456/);
});

describe('without a licence for device management', () => {
  function unlicensed(options: Parameters<typeof personWorld>[0] = {}) {
    const server = personWorld(options);
    server.licence.says = 'missing';
    return server;
  }

  test('a made-up token verifies the code, and the next call ends every login', async () => {
    const server = unlicensed();
    const result = await logoutEverything(asked(), server.ports);
    expect(server.steps).toEqual(['probe token', 'verify by token', 'users.logout']);
    const [probe, verification] = server.tokens;
    expect(server.everywhere).toEqual([
      expect.objectContaining({ credential: asked().credential, userAgent: probe.userAgent, userId: ALICE.id }),
    ]);
    // The same credential and User-Agent, a fresh name for each, and the code only in the second.
    expect(verification).toMatchObject({ credential: probe.credential, userAgent: probe.userAgent });
    expect(new Set(server.tokens.map(({ tokenName }) => tokenName)).size).toBe(2);
    expect(server.tokens.map(({ secondFactor: { code } }) => code)).toEqual([undefined, '123456']);
    expect(result).toMatchObject({ person: { id: ALICE.id }, complete: false, results: [] });
  });

  test('it is recorded and told as with a licence, the intent before users.logout is sent', async () => {
    const server = unlicensed();
    const seen: unknown[] = [];
    const { users } = server.ports;
    await logoutEverything(asked(), {
      ...server.ports,
      users: {
        async logoutEverywhere(call) {
          seen.push((await server.recorded()).map(({ outcome }) => outcome));
          return users.logoutEverywhere(call);
        },
      },
    });
    expect(seen).toEqual([['unknown']]);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({
        action: 'logout-everything',
        reason: 'left',
        targetId: ALICE.id,
        outcome: expect.objectContaining({ result: 'done', workspaceStatus: 200, secondFactor: 'totp' }),
      }),
    ]);
    expect(server.alarms.ended).toHaveBeenCalledTimes(1);
  });

  const withTokens = (answer: Parameters<typeof tokensOf>[0]) => {
    const server = unlicensed();
    return { ...server, ports: { ...server.ports, tokens: tokensOf(answer) } };
  };
  const onlyAfterCode = (reply: WorkspaceReply) =>
    withTokens((call) => (call.secondFactor.code ? reply : replies.challenge));
  test.each<[string, Partial<EndingRequest>, ReturnType<typeof withTokens>, ErrorCode]>([
    ['no code', { code: undefined }, withTokens(undefined), 'totp-required'],
    ['an incorrect code', { code: '000000' }, withTokens(undefined), 'totp-invalid'],
    ['no challenge', {}, withTokens(() => NO_SUCH_TOKEN), 'error-2fa-not-enforced'],
    ['no permission for tokens', {}, onlyAfterCode(json(400, { errorType: 'not-authorized' })), 'error-unauthorized'],
    ['a token that was removed', {}, onlyAfterCode(json(200, { success: true })), 'error-workspace-invalid-response'],
    ['a page in place of an answer', {}, onlyAfterCode(json(502, undefined)), 'error-workspace-invalid-response'],
    ['a lost login', {}, onlyAfterCode(replies.notLoggedIn), 'error-not-logged-in'],
  ])('%s: nothing is sent that could end a login, and it is recorded', async (_name, change, server, code) => {
    expect(await failureOf(logoutEverything(asked(change), server.ports))).toMatchObject({ code });
    expect(server.everywhere).toEqual([]);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: code }) }),
    ]);
  });

  test('somebody who is gone when the code was verified is not sent for', async () => {
    const server = unlicensed();
    const { tokens } = server.ports;
    const failure = failureOf(
      logoutEverything(asked(), {
        ...server.ports,
        tokens: {
          async removeUnknown(call) {
            if (call.secondFactor.code !== undefined) {
              server.people.clear();
            }
            return tokens.removeUnknown(call);
          },
        },
      }),
    );
    expect(await failure).toMatchObject({ code: 'error-user-not-found' });
    expect(server.everywhere).toEqual([]);
  });

  test('an intent that cannot be stored: nothing is sent', async () => {
    const server = unlicensed();
    server.audit.refusing.append = true;
    expect(await failureOf(logoutEverything(asked(), server.ports))).toMatchObject({ code: 'error-audit-unavailable' });
    expect(server.everywhere).toEqual([]);
  });

  test('a mailed code is sent once: nothing but its verification uses it up', async () => {
    const server = unlicensed();
    const tokens = tokensOf((call) => (call.secondFactor.code ? NO_SUCH_TOKEN : mailed));
    await logoutEverything(asked({ credential: bearer, method: 'email' }), { ...server.ports, tokens });
    expect(server.sent.concat(server.list.sent as never)).toEqual([]);
    expect(tokens.sent.filter(({ secondFactor: { code } }) => code !== undefined)).toHaveLength(1);
    expect(server.everywhere).toHaveLength(1);
  });
});

test('with a licence, a caller without its permission goes the same way, and nothing is listed', async () => {
  const server = personWorld({ probe: replies.notPermitted });
  expect(await logoutEverything(asked(), server.ports)).toMatchObject({ complete: false, results: [] });
  expect(server.steps).toEqual(['probe token', 'verify by token', 'users.logout']);
});
