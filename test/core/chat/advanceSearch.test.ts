import { Caller } from '../../../core/caller/caller';
import { advanceLogout } from '../../../core/chat/advanceLogout';
import { beginLogout } from '../../../core/chat/beginLogout';
import { ChatStep } from '../../../core/chat/chatStep';
import { findPending, PendingSearch } from '../../../core/chat/pendingLogout';
import { Search } from '../../../core/chat/search';
import { Typed } from '../../../core/chat/typed';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { AppError } from '../../../core/shared/errors';
import { alice, caller, chatWorld, connected, stranger, submitted } from '../../fakes/chat';
import { replies } from '../../fakes/ports';

const code = '123456';

/** A connected caller whose search waits for the code. */
async function searching(change: Partial<Search> = {}, answers: Array<WorkspaceReply | Error> = []) {
  const server = chatWorld(answers);
  await connected(server);
  const about: PendingSearch = {
    search: { form: false, person: alice, what: 'choose', utcOffset: 0, ...change },
    reason: 'stolen laptop',
    roomId: 'GENERAL',
    correlationId: 'request-1',
  };
  const begun = await beginLogout(caller, about, server.ports);
  const id = begun.pending.id ?? '';
  const submit = (typed: Typed, person: Caller = caller): Promise<ChatStep> =>
    submitted(id, person, typed, server.ports);
  return { ...server, id, begun, submit };
}
const form = (answers?: Array<WorkspaceReply | Error>) => searching({ form: true, person: undefined }, answers);
/** A caller to whom the list was shown, and who has not chosen yet. */
async function choosing(answers: Array<WorkspaceReply | Error> = []) {
  const world = await searching({}, answers);
  const found = await world.submit({ code });
  expect(found.kind).toBe('found');
  const before = { sent: world.sent.length, recorded: (await world.recorded()).length };
  return { ...world, before };
}

test('begun, searched, chosen, ended: one pending logout under one ID', async () => {
  const { submit, id, ports, begun, endings, list, recorded } = await searching({}, [
    replies.challenge,
    replies.done('s1'),
  ]);
  expect(begun).toMatchObject({ kind: 'code-needed', pending: { turn: 1 } });
  expect(list.sent.filter(({ secondFactor }) => secondFactor.code !== undefined)).toEqual([]);
  await expect(submit({ code })).resolves.toMatchObject({ kind: 'found', pending: { id, turn: 2 } });
  expect(endings()).toEqual([]);
  await expect(submit({ code, chosen: ['s1'], all: false })).resolves.toMatchObject({
    kind: 'batch-over',
    batch: { results: [{ sessionId: 's1', result: 'ended' }] },
  });
  expect(endings().map(({ sessionId }) => sessionId)).toEqual(['s1']);
  expect(await ports.pendingLogouts.peek(id)).toBeUndefined();
  expect((await recorded()).map(({ action, outcome }) => [action, outcome.valueOf()])).toEqual([
    ['list', expect.objectContaining({ result: 'totp-required' })],
    ['list', expect.objectContaining({ result: 'done' })],
    ['logout-many', expect.objectContaining({ result: 'done' })],
  ]);
});

describe('invariant 8: what a client says it chose', () => {
  test.each([
    ['one that was not listed', ['somebody-elses']],
    ['one among others', ['s1', 'somebody-elses']],
    ['no session ID', ['../../users.logout']],
    ['nothing', ['']],
    ['what every object has', ['__proto__']],
  ])('%s: refused, recorded, nothing sent, and not kept', async (_name, chosen) => {
    const { submit, id, ports, sent, recorded, before, persistence } = await choosing();
    await expect(submit({ code, chosen, all: false })).resolves.toMatchObject({
      kind: 'input-invalid',
      error: { code: 'invalid-params', field: 'sessionIds', problem: 'not-listed' },
      pending: { id, choice: { chosen: [] } },
    });
    expect(sent).toHaveLength(before.sent);
    expect((await recorded()).slice(before.recorded)).toEqual([
      expect.objectContaining({ callerId: 'u1', outcome: { result: 'invalid-params', durationMs: 0 } }),
    ]);
    await expect(findPending(id, caller, ports)).resolves.toMatchObject({ choice: { chosen: [] } });
    expect(persistence.dump()).not.toMatch(/somebody-elses|users\.logout|__proto__/);
  });

  test('nothing chosen: asked again, nothing sent', async () => {
    const { submit, id, sent, before } = await choosing();
    for (const typed of [{ code }, { code, chosen: [] }, { code, all: false }]) {
      await expect(submit(typed)).resolves.toMatchObject({
        kind: 'input-invalid',
        error: { field: 'sessionIds', problem: 'missing' },
        pending: { id },
      });
    }
    expect(sent).toHaveLength(before.sent);
  });

  test('somebody else cannot submit it, nor use it up', async () => {
    const { submit, endings, recorded, before } = await choosing([replies.challenge, replies.done('s1')]);
    await expect(submit({ code, chosen: ['s1'] }, stranger)).rejects.toMatchObject({ code: 'error-request-foreign' });
    expect(endings()).toEqual([]);
    expect((await recorded()).slice(before.recorded)).toEqual([
      expect.objectContaining({ callerId: 'u2', outcome: { result: 'error-request-foreign', durationMs: 0 } }),
    ]);
    await expect(submit({ code, chosen: ['s1'] })).resolves.toMatchObject({ kind: 'batch-over' });
  });

  test('submitted twice at once it is ended once', async () => {
    const { submit, endings } = await choosing([replies.challenge, replies.done('s1')]);
    const both = await Promise.allSettled([1, 2].map(() => submit({ code, chosen: ['s1'] })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'error-request-expired' },
    });
    expect(endings()).toHaveLength(1);
  });

  test('what was found before the batch is over with it', async () => {
    const { id, ports, submit, endings } = await choosing([replies.challenge, replies.done('s1')]);
    const found = await findPending(id, caller, ports);
    await submit({ code, chosen: ['s1'] });
    await expect(advanceLogout(found, caller, { code, chosen: ['s2'] }, ports)).rejects.toMatchObject({
      code: 'error-request-expired',
    });
    expect(endings()).toHaveLength(1);
  });
});

describe('what a list showed', () => {
  test('is kept five minutes at most, whatever is tried', async () => {
    const { submit, sleep, sent, before } = await choosing();
    for (const typed of [{}, { code }, { code, chosen: ['x'] }, { code, chosen: ['s1'], reason: '731946' }]) {
      sleep(60_000);
      const step = await submit(typed);
      expect(['code-missing', 'input-invalid']).toContain(step.kind);
    }
    sleep(60_000);
    await expect(submit({ code, chosen: ['s1'] })).rejects.toMatchObject({ code: 'error-request-expired' });
    expect(sent).toHaveLength(before.sent);
  });

  test('is not looked at by a person whose role was taken away, and is gone then', async () => {
    const { submit, id, ports, sent, before } = await choosing();
    await expect(submit({ code, chosen: ['s1'] }, { ...caller, roles: ['user'] })).resolves.toMatchObject({
      kind: 'failed',
      error: { code: 'error-unauthorized' },
    });
    expect(sent).toHaveLength(before.sent);
    expect(await ports.pendingLogouts.peek(id)).toBeUndefined();
  });
});

describe('the form', () => {
  test('that was filled in searches for what it says', async () => {
    const { submit, list } = await form();
    const step = await submit({ code, criteria: { person: 'alice', words: ['chrome'] } });
    expect(step).toMatchObject({ kind: 'found', pending: { choice: { person: { id: 'alice-id' }, looked: 3 } } });
    expect(list.sent[list.sent.length - 1].filter).toBe('alice-id');
  });

  test('with an unknown person stays open, with what was typed, and nothing is listed', async () => {
    const { submit, id, list, recorded } = await form();
    const listed = list.sent.length;
    await expect(submit({ code, criteria: { person: 'ali', words: ['chrome'] } })).resolves.toMatchObject({
      kind: 'person-unknown',
      nearest: ['alice'],
      pending: { id, turn: 2, search: { criteria: { person: 'ali', words: ['chrome'] }, form: true } },
    });
    expect(list.sent).toHaveLength(listed);
    expect(await recorded()).toHaveLength(2);
    await expect(submit({ code, criteria: { person: 'alice', words: [] } })).resolves.toMatchObject({ kind: 'found' });
  });

  test('about another person than before is about nobody else', async () => {
    const { submit, list } = await form();
    list.logins = [...list.logins, { sessionId: 'pats', userId: stranger.id, loginAt: 1 }];
    await submit({ criteria: { person: 'alice', words: [] } });
    const step = await submit({ code, criteria: { person: 'pat', words: [] } });
    expect(step).toMatchObject({ pending: { choice: { person: { id: 'u2' }, listed: [{ sessionId: 'pats' }] } } });
  });

  test.each([
    ['an address that is none', { ip: '1.2.3' }, 'ip'],
    ['a date that is none', { after: 'soon' }, 'loginAfter'],
  ])('with %s is asked again, without it, and nothing is listed', async (_name, change, field) => {
    const { submit, list, id, ports } = await form();
    const listed = list.sent.length;
    await expect(submit({ code, criteria: { words: [], ...change } })).resolves.toMatchObject({
      kind: 'input-invalid',
      error: { field },
      pending: { id },
    });
    expect(list.sent).toHaveLength(listed);
    expect((await findPending(id, caller, ports)) as unknown).toMatchObject({ search: { form: true } });
  });

  const codes: Array<[string, Typed]> = [
    ['the code among the words', { code: '', criteria: { words: ['731946'] } }],
    ['the code in groups', { code: '', criteria: { words: ['731', '946'] } }],
    ['another code than the one in its field', { code: '111111', criteria: { words: ['chrome', '731946'] } }],
    ['the code as the person', { code: '111111', criteria: { person: '731946', words: [] } }],
    ['the code as the address', { code: '111111', criteria: { ip: '731946', words: [] } }],
    ['the code as a date', { code: '111111', criteria: { after: '731946', words: [] } }],
    ['a named password', { code: '111111', criteria: { words: ['password', '731946x'] } }],
    ['the password', { code: 'horse731946', criteria: { words: ['horse731946'] } }],
    ['the password in several words', { code: 'a horse 731946', criteria: { words: ['a', 'horse', '731946'] } }],
    ['the code as the reason', { code: '111111', reason: '731946', criteria: { words: [] } }],
  ];
  test.each(codes)('invariant 6: %s is refused, nowhere stored, and not sent', async (_name, typed) => {
    const { submit, list, id, persistence, recorded } = await form();
    const listed = list.sent.length;
    const step = await submit(typed);
    expect(step).toMatchObject({ kind: 'input-invalid', pending: { id } });
    expect(list.sent).toHaveLength(listed);
    expect(persistence.dump() + JSON.stringify([step, await recorded()])).not.toContain('731');
  });

  test.each([
    ['a version', { words: ['windows', '10'] }],
    ['a version with dots', { words: ['chrome', '120.0.6099'] }],
    ['an address', { words: [], ip: '203.0.113.24' }],
    ['an IPv6 address', { words: [], ip: '2001:67:12::1' }],
    ['a day', { words: [], after: '2026-02-11', before: '2026-02-11T12:30' }],
    ['so long ago', { words: [], after: '12h' }],
  ])('%s is no code', async (_name, criteria) => {
    const { submit } = await form();
    const step = await submit({ code, criteria });
    expect(['found', 'none-found']).toContain(step.kind);
  });
});

describe('on every denial of a search nothing is listed, and it is recorded', () => {
  test.each([
    ['role taken away', { ...caller, roles: ['user'] }, 'error-unauthorized'],
    ['account deactivated', { ...caller, isEnabled: false }, 'error-account-deactivated'],
  ] as Array<[string, Caller, AppError['code']]>)('%s', async (_name, person, expected) => {
    for (const what of ['choose', 'all', 'everything'] as const) {
      const { submit, list, sent, endings, logoutEverywhere, recorded, id, ports } = await searching();
      const before = [list.sent.length, sent.length];
      await expect(submit({ code, what }, person)).resolves.toMatchObject({
        kind: 'failed',
        error: { code: expected },
        again: false,
      });
      expect([list.sent.length, sent.length]).toEqual(before);
      expect(endings()).toEqual([]);
      expect(logoutEverywhere).not.toHaveBeenCalled();
      expect((await recorded()).slice(1)).toEqual([
        expect.objectContaining({ outcome: { result: expected, durationMs: 0 } }),
      ]);
      expect(await ports.pendingLogouts.peek(id)).toBeUndefined();
    }
  });

  test('an incorrect code: nothing is shown', async () => {
    const { submit, id } = await searching();
    const step = await submit({ code: '999999' });
    expect(step).toMatchObject({ kind: 'code-incorrect', question: { failures: 1 }, pending: { id, turn: 2 } });
    expect(step.pending).not.toHaveProperty('choice');
  });
});
