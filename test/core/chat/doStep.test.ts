import { Caller } from '../../../core/caller/caller';
import { CodeQuestion, PendingChoice, PendingSearch } from '../../../core/chat/pendingLogout';
import { endChosen, searchSessions, StepRequest } from '../../../core/chat/doStep';
import { Choice, Search } from '../../../core/chat/search';
import { readTokenReply } from '../../../core/logout/readTokenReply';
import { readReply, WorkspaceReply } from '../../../core/logout/readReply';
import { AppError } from '../../../core/shared/errors';
import { alice, caller, challenge, chatWorld, ChatWorld, incorrect } from '../../fakes/chat';
import { logins } from '../../fakes/list';
import { json, NOW, replies, Settings, settingsOf } from '../../fakes/ports';
import { NO_SUCH_TOKEN, tokensOf } from '../../fakes/tokens';

const totp: CodeQuestion = { method: 'totp', mailed: false, failures: 2 };
const mail: CodeQuestion = { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 };
const common = { reason: 'stolen laptop', roomId: 'GENERAL', threadId: 'thread-1', correlationId: 'request-1' };
const searchFor = (change: Partial<Search>, question: CodeQuestion | 'confirm' = totp): PendingSearch => ({
  ...common,
  question,
  search: { form: false, person: alice, what: 'choose', utcOffset: 0, ...change },
});
const everybody = (criteria: Search['criteria'], utcOffset = 0) =>
  searchFor({ form: true, person: undefined, criteria, utcOffset });
const listedAs = (count: number) =>
  logins(count, alice.id).map(({ sessionId, userId, loginAt }) => ({
    sessionId,
    userId,
    loginAt,
    username: 'alice',
    client: 'Chrome 120.0.0',
    device: 'Chrome 120.0.0 · Windows 10',
  }));
const choiceOf = (change: Partial<Choice>, question: CodeQuestion | 'confirm' = totp): PendingChoice => ({
  ...common,
  question,
  choice: { person: alice, listed: listedAs(3), complete: true, looked: 3, all: false, chosen: [], ...change },
});

const requestOf = (code: string | undefined, method: string | undefined, person: Caller): StepRequest => ({
  caller: person,
  credential: { kind: 'access-token', accessToken: 'access-1' },
  method,
  typed: { text: code, confirmed: true, passwordAllowed: false },
  via: 'modal',
  correlationId: 'request-1',
});

/** A workspace that asks for a code of one kind, and ends what it is asked to unless `answer` says otherwise. */
function worldWith(
  method = 'totp',
  answer: (sessionId: string) => WorkspaceReply | Error = replies.done,
  changed: Partial<Settings> = {},
) {
  const server = chatWorld([], changed);
  const ended: string[] = [];
  const probed: string[] = [];
  const asks = challenge(
    method,
    method === 'email' ? { codeGenerated: true, emailOrUsername: 'olivia@example.com' } : {},
  );
  server.list.before = ({ secondFactor: { code } }) =>
    code === undefined ? asks : code === '123456' ? undefined : incorrect(method);
  const sessions: ChatWorld['ports']['sessions'] = {
    async logout({ sessionId }) {
      if (sessionId.startsWith('probe-')) {
        probed.push(sessionId);
        return readReply(asks);
      }
      const reply = sessionId.startsWith('verify-') ? replies.notFound : answer(sessionId);
      if (reply instanceof Error) {
        throw reply;
      }
      if (!sessionId.startsWith('verify-')) {
        ended.push(sessionId);
      }
      return readReply(reply);
    },
  };
  const ports = { ...server.ports, sessions };
  const search = (about: PendingSearch, code: string | undefined = '123456', person = caller) =>
    searchSessions(about, requestOf(code, method, person), ports);
  const end = (about: PendingChoice, code: string | undefined = '123456', person = caller) =>
    endChosen(about, requestOf(code, method, person), ports);
  return { ...server, ports, ended, probed, search, end };
}

describe('a search', () => {
  test('of one person shows only rows of exactly that person, newest first, and ends nothing', async () => {
    const { list, search, ended, recorded } = worldWith();
    list.logins = [...logins(3, alice.id), ...logins(2, 'bob-id', 'b').map((each) => ({ ...each, name: alice.id }))];
    const step = await search(searchFor({}));
    expect(step).toMatchObject({
      kind: 'found',
      question: { method: 'totp', failures: 0 },
      pending: {
        ...common,
        choice: { person: { id: alice.id }, complete: true, all: false, chosen: [] },
      },
    });
    const { listed } = (step.pending as PendingChoice).choice;
    expect(listed.map(({ sessionId }) => sessionId)).toEqual(['s0', 's1', 's2']);
    expect(listed[0]).toEqual({
      sessionId: 's0',
      userId: 'alice-id',
      username: 'alice',
      client: expect.stringMatching(/^Chrome 120/),
      os: 'Windows 10',
      ip: '203.0.113.24',
      device: expect.stringMatching(/^Chrome 120.* · Windows 10 · 203\.0\.113\.24$/),
      loginAt: NOW,
    });
    // The probe asks for nobody.
    const reading = list.sent.filter(({ secondFactor }) => secondFactor.code !== undefined);
    expect(reading.map(({ filter }) => filter)).toEqual([alice.id]);
    expect(ended).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({ action: 'list', targetId: 'alice-id', targetUsername: 'alice' }),
    ]);
  });

  test('that finds nothing says so, and that it got through everything', async () => {
    const { search } = worldWith();
    const about = everybody({ words: ['firefox'] });
    await expect(search(about)).resolves.toEqual({ kind: 'none-found', pending: about, complete: true });
  });

  test('that did not get through everything says how far it came', async () => {
    const { search, list } = worldWith();
    list.logins = logins(5_200, 'bob-id');
    await expect(search(everybody({ words: ['bob'] }))).resolves.toMatchObject({
      kind: 'found',
      pending: { choice: { complete: false, looked: 5_000 } },
    });
    await expect(search(everybody({ words: ['firefox'] }))).resolves.toMatchObject({
      kind: 'none-found',
      complete: false,
    });
  });

  test.each([
    // NOW is 10:00 UTC on 1 March.
    [0, 'today', 10],
    [5, 'today', 15],
    [-11, 'today', 23],
    [0, '2026-03-01T08:30', 1.5],
    [2, '2026-03-01T08:30', 3.5],
  ])('reads times in the zone of the caller: UTC%d, %s', async (utcOffset, after, hours) => {
    const { search, list } = worldWith();
    const at = (id: string, ago: number) => ({ sessionId: id, userId: 'bob-id', loginAt: NOW - ago * 3_600_000 });
    list.logins = [at('inside', hours - 0.01), at('outside', hours + 0.01)];
    const step = await search(everybody({ words: [], after }, utcOffset));
    expect((step.pending as PendingChoice).choice.listed.map(({ sessionId }) => sessionId)).toEqual(['inside']);
  });

  test('where the workspace asked for nothing but a yes, the ending asks for that too', async () => {
    const { search, list } = worldWith('totp', replies.done, { withoutChallenge: 'allow' });
    list.before = () => undefined;
    await expect(search(searchFor({}, 'confirm'))).resolves.toMatchObject({ kind: 'found', question: 'confirm' });
  });

  test('with a mailed code has another one mailed for the ending, and never an ending sent', async () => {
    const { search, probed, ended } = worldWith('email');
    await expect(search(searchFor({}, mail))).resolves.toMatchObject({
      kind: 'found',
      question: { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 },
    });
    expect(probed).toHaveLength(1);
    expect(ended).toEqual([]);
  });

  test('with a mailed code mails no other where nothing was found', async () => {
    const { search, probed } = worldWith('email');
    await search(everybody({ words: ['firefox'] }));
    expect(probed).toEqual([]);
  });

  test('with any other code asks the workspace nothing more', async () => {
    const { search, probed } = worldWith();
    await search(searchFor({}));
    expect(probed).toEqual([]);
  });
});

describe('all of one person', () => {
  test('is ended with one code, and nothing is left', async () => {
    const { search, ended, recorded, logoutEverywhere } = worldWith();
    const step = await search(searchFor({ what: 'all' }));
    expect(step).toMatchObject({ kind: 'batch-over', complete: true, batch: { stoppedBy: undefined } });
    expect(step).not.toHaveProperty('everything');
    expect(ended).toEqual(['s0', 's1', 's2']);
    expect(logoutEverywhere).not.toHaveBeenCalled();
    expect(await recorded()).toEqual([
      expect.objectContaining({ action: 'logout-all', reason: 'stolen laptop', targetId: 'alice-id' }),
    ]);
  });

  test('who has no session is told that', async () => {
    const { search, list, ended } = worldWith();
    list.logins = logins(3, 'bob-id');
    const about = searchFor({ what: 'all' });
    await expect(search(about)).resolves.toEqual({ kind: 'none-found', pending: about, complete: true });
    expect(ended).toEqual([]);
  });

  test('what is left over becomes a choice of all of it, with what is known, and no time that nobody knows', async () => {
    const { search } = worldWith('totp', (id) => (id === 's1' ? replies.tooMany : replies.done(id)));
    const step = await search(searchFor({ what: 'all' }));
    expect(step).toMatchObject({
      kind: 'batch-over',
      batch: { stoppedBy: 'error-too-many-requests', retryAfterSeconds: 42 },
      pending: { ...common, question: totp, choice: { person: { id: 'alice-id' }, all: true, chosen: [] } },
    });
    const { listed } = (step.pending as PendingChoice).choice;
    expect(listed[0]).toEqual({
      sessionId: 's1',
      userId: 'alice-id',
      username: 'alice',
      device: expect.stringContaining('Chrome 120'),
      client: expect.stringContaining('Chrome 120'),
    });
    expect(step.pending).not.toHaveProperty('search');
  });

  test('of a list that was not read to its end says so', async () => {
    const { search, list } = worldWith();
    list.logins = logins(5_200, alice.id);
    await expect(search(searchFor({ what: 'all' }))).resolves.toMatchObject({ kind: 'batch-over', complete: false });
  });

  test('a search for everybody never ends anything, whatever a client says', async () => {
    const { search, ended } = worldWith();
    const step = await search(
      searchFor({ person: undefined, form: true, what: 'all', criteria: { words: ['alice'] } }),
    );
    expect(step.kind).toBe('found');
    expect(ended).toEqual([]);
  });
});

describe('everything of one person', () => {
  test('ends all logins first, by the ID of the person, then takes the sessions off the list', async () => {
    const { search, ended, logoutEverywhere } = worldWith();
    await expect(search(searchFor({ what: 'everything' }))).resolves.toMatchObject({
      kind: 'batch-over',
      everything: true,
      complete: true,
    });
    expect(logoutEverywhere).toHaveBeenCalledWith(expect.objectContaining({ userId: 'alice-id' }));
    expect(ended).toEqual(['s0', 's1', 's2']);
  });

  test('with a mailed code ends all logins, and nothing is listed', async () => {
    const { search, ended, list, logoutEverywhere } = worldWith('email');
    await expect(search(searchFor({ what: 'everything' }, mail))).resolves.toMatchObject({
      kind: 'batch-over',
      everything: true,
      complete: false,
      batch: { results: [] },
    });
    expect(logoutEverywhere).toHaveBeenCalledTimes(1);
    expect([ended, list.sent]).toEqual([[], []]);
  });
});

describe('a choice', () => {
  test('ends what was chosen, newest first, and names the devices in the record', async () => {
    const { end, ended, recorded } = worldWith();
    const step = await end(choiceOf({ chosen: ['s2', 's0'] }));
    expect(step).toMatchObject({ kind: 'batch-over', batch: { results: [{ sessionId: 's0' }, { sessionId: 's2' }] } });
    expect(ended).toEqual(['s0', 's2']);
    expect(await recorded()).toEqual([
      expect.objectContaining({
        action: 'logout-many',
        reason: 'stolen laptop',
        targetUsername: 'alice',
        sessions: [
          expect.objectContaining({ sessionId: 's0', device: 'Chrome 120.0.0 · Windows 10' }),
          expect.objectContaining({ sessionId: 's2' }),
        ],
      }),
    ]);
  });

  test('of all leaves out the caller’s own', async () => {
    const { end, ended } = worldWith();
    const own = { sessionId: 'mine', userId: caller.id, loginAt: NOW };
    await end(choiceOf({ person: undefined, listed: [own, ...listedAs(2)], all: true }));
    expect(ended).toEqual(['s0', 's1']);
  });

  test('of more than one batch takes: the rest is not begun, and offered again', async () => {
    const { end, ended } = worldWith();
    const step = await end(choiceOf({ listed: listedAs(503), all: true }));
    expect(ended).toHaveLength(500);
    expect(step).toMatchObject({ kind: 'batch-over', pending: { question: totp, choice: { all: true } } });
    const { batch } = step as Extract<typeof step, { kind: 'batch-over' }>;
    expect(batch.results).toHaveLength(503);
    expect(batch.results.slice(500).map(({ sessionId, result }) => [sessionId, result])).toEqual([
      ['s500', 'not-begun'],
      ['s501', 'not-begun'],
      ['s502', 'not-begun'],
    ]);
    // As they were listed, with their time.
    expect((step.pending as PendingChoice).choice.listed).toEqual(listedAs(503).slice(500));
    const again = await end(step.pending as PendingChoice);
    expect(again).toMatchObject({ kind: 'batch-over' });
    expect(ended).toHaveLength(503);
  });

  test('with a mailed code: after the batch no question is kept, since that code is used up', async () => {
    const failing = () => new AppError('error-workspace-timeout');
    const { end } = worldWith('email', failing);
    const step = await end(choiceOf({ chosen: ['s1'] }, mail));
    expect(step).toMatchObject({ kind: 'batch-over', pending: { choice: { listed: [{ sessionId: 's1' }] } } });
    expect(step.pending.question).toBeUndefined();
  });

  test('of several with a mailed code is refused before anything is sent', async () => {
    const { end, ended, probed } = worldWith('email');
    await expect(end(choiceOf({ chosen: ['s0', 's1'] }, mail))).rejects.toMatchObject({
      code: 'error-one-code-per-session',
    });
    expect([ended, probed]).toEqual([[], []]);
  });

  test('what was gone already is no longer left', async () => {
    const { end } = worldWith('totp', (id) => (id === 's0' ? replies.notFound : replies.tooMany));
    const step = await end(choiceOf({ chosen: ['s0', 's1'] }));
    expect((step.pending as PendingChoice).choice.listed.map(({ sessionId }) => sessionId)).toEqual(['s1']);
  });
});

describe('on every denial nothing is sent that could end a session, and it is recorded', () => {
  const denials: Array<[string, { person?: Caller; code?: string; ask?: WorkspaceReply }, AppError['code']]> = [
    ['no allowed role', { person: { ...caller, roles: ['user'] } }, 'error-unauthorized'],
    ['a deactivated account', { person: { ...caller, isEnabled: false } }, 'error-account-deactivated'],
    ['no code', { code: '' }, 'totp-required'],
    ['a code that cannot be sent', { code: 'ünïcode' }, 'invalid-params'],
    ['a workspace that asks for no code', { ask: replies.notFound }, 'error-2fa-not-enforced'],
    ['a missing permission', { ask: replies.notPermitted }, 'error-unauthorized'],
    ['no licence', { ask: replies.noLicense }, 'error-license-required'],
    ['too many requests', { ask: replies.tooMany }, 'error-too-many-requests'],
    ['an answer that nobody understands', { ask: json(200, {}) }, 'error-workspace-invalid-response'],
  ];
  describe.each(denials)('%s', (_name, { person = caller, code = '123456', ask }, expected) => {
    const steps: Array<[string, (world: ReturnType<typeof worldWith>) => Promise<unknown>]> = [
      ['all', (world) => world.search(searchFor({ what: 'all' }), code || undefined, person)],
      ['everything', (world) => world.search(searchFor({ what: 'everything' }), code || undefined, person)],
      ['a choice', (world) => world.end(choiceOf({ chosen: ['s0', 's1'] }), code || undefined, person)],
    ];
    test.each(steps)('%s', async (_step, run) => {
      const world = worldWith();
      if (ask) {
        world.ports.sessions.logout = async () => readReply(ask);
        world.ports.tokens.removeUnknown = async () => readTokenReply(ask);
      }
      await expect(run(code === '' ? withoutCode(world) : world)).rejects.toMatchObject({ code: expected });
      expect(world.ended).toEqual([]);
      expect(world.logoutEverywhere).not.toHaveBeenCalled();
      const entries = await world.recorded();
      expect(entries).toEqual([
        expect.objectContaining({ callerId: 'u1', outcome: expect.objectContaining({ result: expected }) }),
      ]);
    });
  });
});

/** The same world, where nothing was typed. */
function withoutCode(world: ReturnType<typeof worldWith>): ReturnType<typeof worldWith> {
  const request = requestOf(undefined, 'totp', caller);
  return {
    ...world,
    search: (about) => searchSessions(about, request, world.ports),
    end: (about) => endChosen(about, request, world.ports),
  };
}

describe('without a licence for device management', () => {
  const refused: Array<[string, WorkspaceReply]> = [
    ['never one, in 6.5', replies.notPermitted],
    ['gone, in 6.5', challenge('totp')],
    ['gone, in 6.5, and no code asked for', replies.noLicense],
  ];
  /** Before anything was asked. */
  const begun = (): PendingSearch => ({ ...searchFor({}), question: undefined });
  /** A workspace that says so; it asks for a code before it removes a token. */
  function unlicensed(answer: WorkspaceReply = replies.notPermitted) {
    const world = worldWith();
    world.licence.says = 'missing';
    world.list.before = ({ secondFactor: { code } }) =>
      code === undefined || answer.status !== 400 ? answer : replies.noLicense;
    return world;
  }

  test.each(refused)('everything of the person is offered in place of a choice: %s', async (_name, answer) => {
    const { ports, ...server } = unlicensed(answer);
    const step = await searchSessions(begun(), requestOf(undefined, undefined, caller), ports);
    expect(step).toMatchObject({
      kind: 'code-needed',
      question: { method: 'totp' },
      pending: { search: { person: alice, what: 'everything', unlicensed: true }, reason: 'stolen laptop' },
    });
    expect(server.logoutEverywhere).not.toHaveBeenCalled();
    expect(await server.recorded()).toEqual([
      expect.objectContaining({
        action: 'list',
        outcome: expect.objectContaining({ result: 'error-license-required' }),
      }),
      expect.objectContaining({
        action: 'logout-everything',
        outcome: expect.objectContaining({ result: 'totp-required' }),
      }),
    ]);
  });

  test('a code that was typed to see sessions ends nothing, nor is it offered in that dialog', async () => {
    const { search, ...server } = unlicensed(challenge('totp'));
    await expect(search(searchFor({}))).rejects.toMatchObject({ code: 'error-license-required' });
    expect(server.tokens.sent).toEqual([]);
    expect(server.logoutEverywhere).not.toHaveBeenCalled();
  });

  test('nor does a yes, where the workspace asks for no code and the admin allows that', async () => {
    const { ports, ...server } = unlicensed(replies.noLicense);
    const settings = settingsOf({ ...server.settings, withoutChallenge: 'allow' });
    const tokens = tokensOf(() => NO_SUCH_TOKEN);
    const world = { ...ports, settings, tokens };
    const request = requestOf(undefined, undefined, caller);
    await expect(searchSessions(searchFor({}, 'confirm'), request, world)).rejects.toMatchObject({
      code: 'error-license-required',
    });
    // Nor the one that comes with a command: the dialog asks for its own.
    const step = await searchSessions(begun(), request, world);
    expect(step).toMatchObject({ kind: 'confirm-needed', pending: { search: { what: 'everything' } } });
    expect(server.logoutEverywhere).not.toHaveBeenCalled();
  });

  test('with the code for it, everything ends: one call verifies the code, and the next one ends it', async () => {
    const { search, ...server } = unlicensed();
    const step = await search(searchFor({ what: 'everything', unlicensed: true }));
    expect(step).toMatchObject({ kind: 'batch-over', everything: true, complete: true, batch: { results: [] } });
    expect(server.logoutEverywhere).toHaveBeenCalledTimes(1);
    expect(server.list.sent).toEqual([]);
  });

  test.each([
    ['a search by criteria', everybody({ words: ['windows'] })],
    ['a person named in a form', searchFor({ form: true })],
  ])('%s is refused, since nothing else was asked for', async (_name, about) => {
    const { search, ...server } = unlicensed();
    await expect(search(about)).rejects.toMatchObject({ code: 'error-license-required' });
    expect(server.logoutEverywhere).not.toHaveBeenCalled();
  });
});
