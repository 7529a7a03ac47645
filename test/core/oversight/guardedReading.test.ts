import { guardedReading, ReadingRequest, Wanted } from '../../../core/oversight/guardedReading';
import { Position } from '../../../core/audit/cursor';
import { AppError, InvalidInputError } from '../../../core/shared/errors';
import { failureOf, replies, request } from '../../fakes/ports';
import { readingWorld } from '../../fakes/reading';
import { NO_SUCH_TOKEN, RIGHT_CODE, tokensOf } from '../../fakes/tokens';

type World = ReturnType<typeof readingWorld>;
const MINUTE_MS = 60_000;
const reader: ReadingRequest = { ...request, code: RIGHT_CODE };
const next: Position = { at: 5, id: 'entry-5' };
const all: Wanted = { query: {} };

/** Reads with a way that counts how often it came to reading, and has always more to give. */
function reading(world: World, wanted: Wanted | Error = all, as: ReadingRequest = reader) {
  const read = jest.fn(async (_wanted: Wanted, _after: Position | undefined) => ({ lines: ['line'], next }));
  const way = {
    order: 'newest-first' as const,
    wanted: () => {
      if (wanted instanceof Error) {
        throw wanted;
      }
      return wanted;
    },
    read,
  };
  return { read, done: guardedReading(as, way, world.ports) };
}

test('with the right code: probed, verified, read, and recorded who read what', async () => {
  const world = readingWorld([]);
  const { read, done } = reading(world, { query: { user: 'alice' } });
  expect(await done).toEqual({ lines: ['line'], next: expect.stringMatching(/^n\.5\.entry-5\.id\d+$/) });
  expect(read.mock.calls).toEqual([[{ query: { user: 'alice' } }, undefined]]);
  const [probe, verification, ...more] = world.calls;
  expect([probe.secondFactor.code, verification.secondFactor.code, more]).toEqual([undefined, RIGHT_CODE, []]);
  expect(verification.userAgent).toBe(probe.userAgent);
  expect(await world.recorded()).toEqual([
    expect.objectContaining({
      action: 'read-log',
      callerId: 'u1',
      reason: 'order=newest-first&user=alice',
      outcome: expect.objectContaining({ result: 'done', secondFactor: 'totp' }),
    }),
  ]);
});

describe('invariant 1: refused, nothing is read, and it is recorded', () => {
  const allow = { withoutChallenge: 'allow' } as const;
  const cases: Array<[string, () => World, Partial<ReadingRequest>, Wanted | Error, string, number]> = [
    ['no auditor', () => readingWorld([], { auditorRoles: ['auditor'] }), {}, all, 'error-unauthorized', 0],
    [
      'a deactivated account',
      () => readingWorld([]),
      { caller: { ...request.caller, isEnabled: false } },
      all,
      'error-account-deactivated',
      0,
    ],
    [
      'settings that cannot be read',
      () => readingWorld([], new AppError('error-settings-unreadable')),
      {},
      all,
      'error-settings-unreadable',
      0,
    ],
    ['a code that cannot be one', () => readingWorld([]), { code: 'ü' }, all, 'invalid-params', 0],
    ['a malformed query', () => readingWorld([]), {}, new InvalidInputError('to', 'not-allowed'), 'invalid-params', 0],
    ['a malformed cursor', () => readingWorld([]), {}, { query: {}, cursor: 'o.5.a' }, 'invalid-params', 0],
    ['no code', () => readingWorld([]), { code: undefined }, all, 'totp-required', 1],
    ['an incorrect code', () => readingWorld([]), { code: '000000' }, all, 'totp-invalid', 2],
    [
      'a person in chat who has not said yes, where nothing is asked for',
      () =>
        withTokens(
          readingWorld([], allow),
          tokensOf(() => NO_SUCH_TOKEN),
        ),
      { typed: { confirmed: false, passwordAllowed: false } },
      all,
      'error-confirmation-needed',
      1,
    ],
    [
      'a workspace that asks for nothing',
      () =>
        withTokens(
          readingWorld([]),
          tokensOf(() => NO_SUCH_TOKEN),
        ),
      {},
      all,
      'error-2fa-not-enforced',
      1,
    ],
    [
      'a login that is over',
      () =>
        withTokens(
          readingWorld([]),
          tokensOf(() => replies.notLoggedIn),
        ),
      {},
      all,
      'error-not-logged-in',
      1,
    ],
  ];
  test.each(cases)('%s', async (_name, make, change, wanted, code, calls) => {
    const world = make();
    const { read, done } = reading(world, wanted, { ...reader, ...change });
    expect(await failureOf(done)).toMatchObject({ code });
    expect(read).not.toHaveBeenCalled();
    expect(world.ports.tokens.sent).toHaveLength(calls);
    expect(await world.recorded()).toEqual([
      expect.objectContaining({ action: 'read-log', outcome: expect.objectContaining({ result: code }) }),
    ]);
  });

  test('what is wanted is not looked at before the caller is known to be allowed', async () => {
    const { done } = reading(
      readingWorld([], { auditorRoles: ['auditor'] }),
      new InvalidInputError('to', 'not-allowed'),
    );
    expect(await failureOf(done)).toMatchObject({ code: 'error-unauthorized' });
  });
});

test('invariant 5: what cannot be recorded is not shown', async () => {
  const world = readingWorld([]);
  world.refusing.append = true;
  expect(await failureOf(reading(world).done)).toMatchObject({ code: 'error-audit-unavailable' });
});

test('a store that fails is a failure, and recorded', async () => {
  const world = readingWorld([]);
  const way = { order: 'newest-first' as const, wanted: () => all, read: () => Promise.reject(new Error('down')) };
  expect(await failureOf(guardedReading(reader, way, world.ports))).toMatchObject({ code: 'error-internal' });
  expect(await world.recorded()).toMatchObject([{ outcome: { result: 'error-internal' } }]);
});

test('without a second factor, where the admin allows it, every part asks the workspace anew', async () => {
  const world = withTokens(
    readingWorld([], { withoutChallenge: 'allow' }),
    tokensOf(() => NO_SUCH_TOKEN),
  );
  const first = await reading(world, all, { ...reader, code: undefined }).done;
  expect(first.next).toBe('n.5.entry-5');
  await reading(world, { query: {}, cursor: first.next }, { ...reader, code: undefined }).done;
  expect(world.ports.tokens.sent).toHaveLength(2);
});

describe('reading on with the cursor of the part before', () => {
  const noCode: ReadingRequest = { ...reader, code: undefined };
  async function begun(change: Parameters<typeof readingWorld>[1] = {}) {
    const world = readingWorld([], change);
    const { next: cursor } = await reading(world).done;
    return { world, cursor: String(cursor) };
  }

  test('takes no code and asks the workspace nothing; each part is recorded', async () => {
    const { world, cursor } = await begun();
    const second = reading(world, { query: {}, cursor }, noCode);
    const { next: another } = await second.done;
    expect(second.read.mock.calls).toEqual([[expect.anything(), next]]);
    await reading(world, { query: {}, cursor: another }, noCode).done;
    expect(world.calls).toHaveLength(2);
    expect((await world.recorded()).map(({ outcome }) => outcome)).toMatchObject(Array(3).fill({ result: 'done' }));
  });

  test.each<[string, Wanted, Partial<ReadingRequest>, number]>([
    ['another query', { query: { user: 'alice' } }, {}, 0],
    ['another person', all, { caller: { ...request.caller, id: 'u2' } }, 0],
    ['more than five minutes later', all, {}, 5 * MINUTE_MS],
  ])('by %s takes a code', async (_name, wanted, change, pause) => {
    const { world, cursor } = await begun();
    world.sleep(pause);
    const { read, done } = reading(world, { ...wanted, cursor }, { ...noCode, ...change });
    expect(await failureOf(done)).toMatchObject({ code: 'totp-required' });
    expect(read).not.toHaveBeenCalled();
  });

  test('a second time takes a code, and goes on at the same place with one', async () => {
    const { world, cursor } = await begun();
    await reading(world, { query: {}, cursor }, noCode).done;
    expect(await failureOf(reading(world, { query: {}, cursor }, noCode).done)).toMatchObject({
      code: 'totp-required',
    });
    const again = reading(world, { query: {}, cursor });
    await again.done;
    expect(again.read.mock.calls).toEqual([[expect.anything(), next]]);
  });

  test('is refused when the role is gone', async () => {
    const { world, cursor } = await begun();
    const caller = { ...request.caller, roles: ['user'] };
    const { read, done } = reading(world, { query: {}, cursor }, { ...noCode, caller });
    expect(await failureOf(done)).toMatchObject({ code: 'error-unauthorized' });
    expect(read).not.toHaveBeenCalled();
  });

  test('invariant 6: what was recorded does not hold the way on', async () => {
    const { world, cursor } = await begun();
    const grantId = cursor.split('.')[3];
    expect(grantId).toMatch(/^id\d+$/);
    expect(JSON.stringify(await world.recorded())).not.toContain(`"${grantId}"`);
  });
});

function withTokens(world: World, tokens: ReturnType<typeof tokensOf>): World {
  return { ...world, ports: { ...world.ports, tokens } };
}
