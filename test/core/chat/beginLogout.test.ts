import { admitLogout } from '../../../core/chat/admitLogout';
import { askAgain, beginLogout } from '../../../core/chat/beginLogout';
import { logoutInOneLine } from '../../../core/chat/logoutInOneLine';
import { ChatPorts } from '../../../core/chat/chatPorts';
import { findPending, PendingSession } from '../../../core/chat/pendingLogout';
import { Caller } from '../../../core/caller/caller';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { AppError } from '../../../core/shared/errors';
import { caller, challenge, chatWorld, connected, incorrect, pending, unasked } from '../../fakes/chat';
import { json, NOW, replies, settingsOf } from '../../fakes/ports';

describe('a logout that begins only asks', () => {
  test('it waits for the answer under a random ID, for this person alone', async () => {
    const server = chatWorld([challenge('totp'), challenge('totp')]);
    await connected(server);
    const { ports, sent, endings, recorded } = server;
    const steps = [await beginLogout(caller, pending, ports), await beginLogout(caller, pending, ports)];
    const [{ id = '' }, { id: other }] = steps.map((step) => step.pending);
    expect(id).not.toBe(other);
    const question = { method: 'totp', mailed: false, failures: 0 };
    const expected = { ...pending, question, ownerId: 'u1', expiresAt: NOW + 5 * 60_000, turn: 1 };
    expect(steps[0]).toMatchObject({ kind: 'code-needed', question, pending: { ...expected, id } });
    expect(await ports.pendingLogouts.peek(id)).toMatchObject(expected);
    expect(sent).toHaveLength(2);
    expect(endings()).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({ via: 'command', outcome: expect.objectContaining({ result: 'totp-required' }) }),
      expect.objectContaining({ via: 'command' }),
    ]);
  });

  const answers: Array<[string, WorkspaceReply | Error, string, boolean]> = [
    ['an authenticator’s code', challenge('totp'), 'code-needed', true],
    ['a mailed code', challenge('email', { codeGenerated: true }), 'code-needed', true],
    ['a password', challenge('password'), 'failed', false],
    ['no code', replies.notFound, 'confirm-needed', true],
    ['that it ended something', replies.done(), 'failed', true],
    ['an incorrect code', incorrect('totp'), 'code-incorrect', true],
    ['too many codes', replies.tooManyCodes, 'failed', false],
    ['no permission', replies.notPermitted, 'failed', false],
    ['no licence', replies.noLicense, 'failed', false],
    ['a token that is over', replies.notLoggedIn, 'connect-first', true],
    ['too many requests', replies.tooMany, 'failed', true],
    ['something odd', json(200, {}), 'failed', true],
    ['nothing in time', new AppError('error-workspace-timeout'), 'failed', true],
    ['nothing at all', new AppError('error-workspace-unreachable'), 'failed', true],
  ];
  describe.each(['allow', 'refuse'] as const)('where logouts without a challenge are: %s', (withoutChallenge) => {
    const told = answers.map(([name, answer, kind, waits]) =>
      kind === 'confirm-needed' && withoutChallenge === 'refuse'
        ? ([name, answer, 'failed', false] as const)
        : ([name, answer, kind, waits] as const),
    );
    test.each(told)('whatever the workspace answers: %s', async (_name, answer, kind, waits) => {
      const server = chatWorld([answer, challenge('totp'), replies.done()], { withoutChallenge });
      await connected(server);
      const step = await beginLogout(caller, pending, server.ports);
      expect(step.kind).toBe(kind);
      expect(server.sent).toHaveLength(1);
      expect(server.endings()).toEqual([]);
      expect(await server.recorded()).toHaveLength(1);
      const { id } = step.pending;
      if (waits) {
        expect(await server.ports.pendingLogouts.peek(id ?? '')).toMatchObject({ turn: 1, ownerId: 'u1' });
      }
      expect(server.persistence.dump().includes('logout:key')).toBe(waits);
    });
  });

  test('without a connection it waits, and the workspace is asked nothing', async () => {
    const { ports, sent } = chatWorld([challenge('totp')]);
    const step = await beginLogout(caller, pending, ports);
    expect(step).toMatchObject({ kind: 'connect-first', ended: false, pending: { turn: 1 } });
    expect((await ports.pendingLogouts.peek(step.pending.id ?? ''))?.question).toBeUndefined();
    expect(sent).toEqual([]);
  });
});

describe('asked again', () => {
  test('once connected, it waits for the answer under the same ID', async () => {
    const server = await unasked([challenge('totp')]);
    await connected(server);
    await expect(server.ask()).resolves.toMatchObject({ kind: 'code-needed', pending: { id: server.id, turn: 2 } });
    expect(server.endings()).toEqual([]);
    await expect(findPending(server.id, caller, server.ports)).resolves.toMatchObject({ question: { method: 'totp' } });
    expect((await server.recorded()).map(({ via }) => via)).toEqual(['modal']);
  });

  test('where no code is asked for, it ends nothing either', async () => {
    const server = await unasked([replies.notFound, replies.done()], {}, { withoutChallenge: 'allow' });
    await connected(server);
    await expect(server.ask()).resolves.toMatchObject({ kind: 'confirm-needed' });
    expect(server.endings()).toEqual([]);
  });

  test('at the same time it is asked once', async () => {
    const server = await unasked([challenge('totp')]);
    await connected(server);
    const found = await findPending(server.id, caller, server.ports);
    const asking = [1, 2].map(() => askAgain(found, caller, server.ports));
    expect((await Promise.allSettled(asking)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(server.sent).toHaveLength(1);
  });

  test.each([
    ['without an allowed role', { ...caller, roles: ['user'] }, 'error-unauthorized'],
    ['with a deactivated account', { ...caller, isEnabled: false }, 'error-account-deactivated'],
  ])('by a person %s: refused, recorded, nothing sent, over', async (_name, person, code) => {
    const server = await unasked([challenge('totp')]);
    await connected(server);
    await expect(server.ask(person)).resolves.toMatchObject({ kind: 'failed', error: { code }, again: false });
    expect(server.sent).toEqual([]);
    expect(await server.recorded()).toEqual([
      expect.objectContaining({ via: 'modal', callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
    ]);
    expect(await server.ports.pendingLogouts.peek(server.id)).toBeUndefined();
  });
});

type Run = (person: Caller, about: PendingSession, ports: ChatPorts) => Promise<unknown>;
const ways: Array<[string, Run]> = [
  ['by dialog', beginLogout],
  ['in one line', (person, about, ports) => logoutInOneLine(person, about, { code: '123456', confirmed: true }, ports)],
  ['by either', (person, about, ports) => admitLogout(about, person, 'command', ports)],
];
describe.each(ways)('nobody gets anywhere who may not: %s', (_way, run) => {
  const refusals: Array<[string, Caller, Partial<PendingSession>, AppError['code']]> = [
    ['without an allowed role', { ...caller, roles: ['user'] }, {}, 'error-unauthorized'],
    ['with a deactivated account', { ...caller, isEnabled: false }, {}, 'error-account-deactivated'],
    ['with something that is no session ID', caller, { sessionId: 'a/b' }, 'invalid-params'],
    ['with a reason that is too long', caller, { reason: 'x'.repeat(501) }, 'invalid-params'],
    ['with a reason that hides something', caller, { reason: 'a\u202eb' }, 'invalid-params'],
  ];
  test.each(refusals)('%s: refused first, recorded, nothing stored or sent', async (_name, person, change, code) => {
    const { ports, sent, persistence, recorded } = chatWorld();
    await expect(run(person, { ...pending, ...change }, ports)).rejects.toMatchObject({ code });
    expect(sent).toEqual([]);
    expect(persistence.dump()).not.toMatch(/logout:key|sealed/);
    const entries = await recorded();
    expect(entries).toEqual([
      expect.objectContaining({ via: 'command', callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
    ]);
    // What was not found valid is not kept either.
    expect(entries[0].sessionId ?? entries[0].reason).toBeUndefined();
  });

  test('while the settings cannot be read', async () => {
    const { ports, sent, persistence, recorded } = chatWorld();
    const settings = settingsOf(new AppError('error-settings-unreadable'));
    await expect(run(caller, pending, { ...ports, settings })).rejects.toMatchObject({
      code: 'error-settings-unreadable',
    });
    expect(sent).toEqual([]);
    expect(persistence.dump()).toBe('[]');
    expect(await recorded()).toHaveLength(1);
  });

  test('a deactivated account’s connection is removed', async () => {
    const server = chatWorld();
    await connected(server);
    await expect(run({ ...caller, isEnabled: false }, pending, server.ports)).rejects.toBeInstanceOf(AppError);
    expect(await server.ports.connections.find('u1')).toBeUndefined();
    expect(server.sent).toEqual([]);
  });
});
