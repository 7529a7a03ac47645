import fc from 'fast-check';
import { readPages } from '../../../core/find/readPages';
import { AppError } from '../../../core/shared/errors';
import { asksForCode, Login, logins, listWorld } from '../../fakes/list';
import { failureOf, NOW, replies } from '../../fakes/ports';

type World = ReturnType<typeof listWorld>;
const call = {
  workspaceUrl: 'http://workspace.test',
  credential: { kind: 'login-token', userId: 'u1', authToken: 't' },
  userAgent: 'Session-Logout id1',
  secondFactor: { code: '123456' },
} as const;
const read = ({ ports }: World, oneCall = false) =>
  readPages((page) => ports.sessionList.list({ ...call, ...page }), { timeoutMs: 10_000, oneCall }, ports);
const idsOf = ({ rows }: { rows: ReadonlyArray<{ sessionId: string }> }) =>
  rows.map(({ sessionId }) => sessionId).sort();
const idsIn = (there: readonly Login[]) => there.map(({ sessionId }) => sessionId).sort();

test.each([0, 1, 99, 100, 101, 250, 1_000])('%i rows are read once each', async (count) => {
  const world = listWorld(logins(count));
  const found = await read(world);
  expect(found).toMatchObject({ complete: true, stoppedBy: undefined });
  expect(idsOf(found)).toEqual(idsIn(world.list.logins));
  expect(world.list.sent.map(({ offset }) => offset)).toEqual(
    Array.from({ length: Math.max(1, Math.ceil(count / 100)) }, (_, index) => 100 * index),
  );
});

test('the first page goes alone, the others four at once', async () => {
  const world = listWorld(logins(1_000));
  let beforeFirst = 0;
  world.list.before = (_call, index) => void (index === 0 && (beforeFirst = world.list.sent.length));
  await read(world);
  expect(beforeFirst).toBe(1);
  expect(world.list.mostOpen).toBe(4);
});

test('pages of a workspace that gives fewer rows at once', async () => {
  const world = listWorld(logins(95));
  world.list.upperLimit = 30;
  const found = await read(world);
  expect(found.complete).toBe(true);
  expect(idsOf(found)).toEqual(idsIn(world.list.logins));
});

describe('while sessions end and begin', () => {
  test('those that moved up a page are found by reading once more', async () => {
    const world = listWorld(logins(250));
    world.list.before = (_call, index) => {
      if (index === 1) {
        world.list.logins = world.list.logins.slice(10);
      }
    };
    const found = await read(world);
    expect(found.complete).toBe(true);
    expect(idsOf(found)).toEqual(idsIn(world.list.logins));
    expect(world.list.sent).toHaveLength(6);
  });

  test('a list that never stands still is not complete, and is read twice at most', async () => {
    const world = listWorld(logins(250));
    world.list.before = ({ offset }) => {
      if (offset > 0) {
        world.list.logins = world.list.logins.slice(1);
      }
    };
    const found = await read(world);
    expect(found).toMatchObject({ complete: false, stoppedBy: undefined });
    expect(world.list.sent).toHaveLength(6);
  });

  test('a session on two pages appears once', async () => {
    const world = listWorld(logins(250));
    world.list.before = (_call, index) => {
      if (index === 1) {
        world.list.logins = [{ sessionId: 'new', userId: 'bob-id', loginAt: NOW + 1 }, ...world.list.logins];
      }
    };
    const found = await read(world);
    expect(found.complete).toBe(true);
    expect(idsOf(found)).toEqual(idsIn(world.list.logins));
  });

  test('whatever ends in between: what stays is found, or the answer says that it is not complete', async () => {
    const ends = fc.array(fc.record({ call: fc.nat(8), from: fc.nat(320), count: fc.nat(40) }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(ends, fc.nat(320), async (changes, count) => {
        const world = listWorld(logins(count));
        const stays = new Set(idsIn(world.list.logins));
        world.list.before = (_call, index) => {
          for (const { from, count: gone } of changes.filter(({ call: at }) => at === index)) {
            const ended = world.list.logins.slice(from, from + gone);
            ended.forEach(({ sessionId }) => stays.delete(sessionId));
            world.list.logins = world.list.logins.filter((login) => !ended.includes(login));
          }
        };
        const found = await read(world);
        const ids = idsOf(found);
        expect(new Set(ids).size).toBe(ids.length);
        if (found.complete) {
          expect(ids).toEqual(expect.arrayContaining([...stays]));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what comes in the middle stops it, and says so', () => {
  const stops: Array<[string, ReturnType<World['list']['before']>, string]> = [
    ['a rate limit', replies.tooMany, 'error-too-many-requests'],
    ['a code that ran out', replies.incorrectCode, 'totp-invalid'],
    ['a code that is asked for again', replies.challenge, 'totp-required'],
    ['a lost permission', replies.notPermitted, 'error-unauthorized'],
    ['a fault', new AppError('error-workspace-unreachable'), 'error-workspace-unreachable'],
    ['a defect', new Error('secret'), 'error-internal'],
    [
      'a malformed row',
      { status: 200, body: { success: true, total: 1, sessions: [{}] } },
      'error-workspace-invalid-response',
    ],
  ];
  test.each(stops)('%s', async (_name, reply, code) => {
    const world = listWorld(logins(2_000));
    world.list.before = (_call, index) => (index >= 5 ? reply : undefined);
    const found = await read(world);
    expect(found).toMatchObject({ complete: false, stoppedBy: code });
    expect(idsOf(found)).toEqual(idsIn(logins(500)));
    // Those under way when it came, and none after.
    expect(world.list.sent.length).toBeLessThanOrEqual(9);
  });

  test.each(stops)('on the second reading: %s: what the first found stays', async (_name, reply, code) => {
    for (const at of [3, 4]) {
      const world = listWorld(logins(250));
      world.list.before = (_call, index) => {
        if (index === 1) {
          world.list.logins = world.list.logins.slice(1);
        }
        return index >= at ? reply : undefined;
      };
      const found = await read(world);
      expect(found).toMatchObject({ complete: false, stoppedBy: code });
      expect(found.rows.length).toBeGreaterThanOrEqual(248);
    }
  });
});

test.each([
  ['totp-invalid', replies.incorrectCode],
  ['error-too-many-requests', replies.tooMany],
])('what the first page is refused with is thrown: %s', async (code, reply) => {
  const world = listWorld(logins(250));
  world.list.before = () => reply;
  expect(await failureOf(read(world))).toMatchObject({ code });
  expect(world.list.sent).toHaveLength(1);
});

describe('limits', () => {
  test('at most 5,000 rows', async () => {
    const world = listWorld(logins(5_001));
    const found = await read(world);
    expect(found).toMatchObject({ complete: false, stoppedBy: undefined });
    expect(idsOf(found)).toEqual(idsIn(logins(5_000)));
    expect(world.list.sent).toHaveLength(50);
  });

  test('5,000 rows are complete', async () => {
    expect(await read(listWorld(logins(5_000)))).toMatchObject({ complete: true });
  });

  test('at most 20 s', async () => {
    const world = listWorld(logins(5_000));
    world.list.before = () => void world.spend(1_000);
    const found = await read(world);
    expect(found).toMatchObject({ complete: false, stoppedBy: 'error-workspace-timeout' });
    expect(found.rows.length).toBeGreaterThan(1_500);
    expect(world.list.sent.length).toBeLessThanOrEqual(20 + 4);
    world.list.sent.forEach(({ timeoutMs }, index) =>
      expect(timeoutMs).toBeLessThanOrEqual(20_000 - 1_000 * (index - 3)),
    );
  });

  test('never beyond the time of the call', async () => {
    const world = listWorld(logins(5_000));
    world.spend(20_000);
    world.list.before = () => void world.spend(1_000);
    const found = await read(world);
    expect(found).toMatchObject({ complete: false, stoppedBy: 'error-workspace-timeout' });
    expect(world.list.sent.length).toBeLessThanOrEqual(10);
    expect(world.list.sent[0].timeoutMs).toBe(7_000);
  });

  test('a workspace that names rows it does not give is asked twice', async () => {
    const world = listWorld(logins(250));
    world.list.before = () => ({ status: 200, body: { success: true, total: 7, sessions: [] } });
    expect(await read(world)).toMatchObject({ rows: [], complete: false });
    expect(world.list.sent).toHaveLength(2);
  });

  test('where the code is good for one call, that one is all', async () => {
    const world = listWorld(logins(101));
    expect(await read(world, true)).toMatchObject({ complete: false, stoppedBy: undefined });
    expect(world.list.sent).toHaveLength(1);
    expect(await read(listWorld(logins(100)), true)).toMatchObject({ complete: true });
  });
});

test('two logins over one connection have one session ID, and are not taken for a page that moved', async () => {
  const world = listWorld([...logins(3), { sessionId: 's1', userId: 'bob-id', loginAt: NOW }]);
  world.list.before = asksForCode;
  const found = await read(world);
  expect(found.complete).toBe(true);
  expect(found.rows).toHaveLength(4);
  expect(world.list.sent).toHaveLength(1);
});
