import fc from 'fast-check';
import { readSessions } from '../../../core/find/readSessions';
import { ConfirmedSecondFactor } from '../../../core/logout/confirmSecondFactor';
import { Credential } from '../../../core/shared/ports';
import { Login, logins, listWorld } from '../../fakes/list';
import { failureOf, NOW, replies, request, settings } from '../../fakes/ports';

type World = ReturnType<typeof listWorld>;
const bearer: Credential = { kind: 'access-token', accessToken: 'a' };

function read(
  { ports }: World,
  query: object = {},
  change: { askedFor?: string; codeMailed?: boolean } = {},
  credential: Credential = request.credential,
) {
  const confirmed = {
    caller: request.caller,
    secondFactor: { code: '123456', method: 'totp' },
    askedFor: 'totp',
    userAgent: 'Session-Logout id1',
    codeMailed: false,
    ...change,
  } as ConfirmedSecondFactor;
  return readSessions({ confirmed, credential, address: settings, query }, ports);
}
const idsOf = ({ rows }: { rows: ReadonlyArray<{ sessionId: string }> }) => rows.map(({ sessionId }) => sessionId);

test('all calls carry the code, under the User-Agent of the probe, as the caller', async () => {
  const world = listWorld(logins(350));
  await expect(read(world)).resolves.toMatchObject({ complete: true, looked: 350 });
  expect(world.list.sent).toHaveLength(4);
  for (const sent of world.list.sent) {
    expect(sent).toMatchObject({
      workspaceUrl: 'http://workspace.test',
      credential: request.credential,
      userAgent: 'Session-Logout id1',
      secondFactor: { code: '123456', method: 'totp' },
      filter: undefined,
    });
  }
});

test('the newest login comes first', async () => {
  const world = listWorld(logins(250));
  expect(idsOf(await read(world))).toEqual(idsOf({ rows: logins(250) }));
});

test('a text is searched by the workspace', async () => {
  const world = listWorld([...logins(2), ...logins(2, 'bob-id', 'b')]);
  expect(idsOf(await read(world, { filter: 'bob' }))).toEqual(['b0', 'b1']);
  expect(world.list.sent.map(({ filter }) => filter)).toEqual(['bob']);
});

describe('one person', () => {
  test('only rows of exactly this ID are kept: a display name or session ID can contain it', async () => {
    const world = listWorld([
      ...logins(2),
      { sessionId: 'namesake', userId: 'mallory-id', loginAt: NOW, name: 'I am alice-id' },
      { sessionId: 'has-alice-id-in-it', userId: 'mallory-id', loginAt: NOW },
      { sessionId: 'longer', userId: 'alice-id2', loginAt: NOW },
    ]);
    await expect(read(world, { userId: 'alice-id' })).resolves.toMatchObject({ complete: true, looked: 5 });
    expect(idsOf(await read(world, { userId: 'alice-id' }))).toEqual(['s0', 's1']);
    expect(world.list.sent[0].filter).toBe('alice-id');
  });

  test('their own search text has no say beside the ID', async () => {
    const world = listWorld(logins(2));
    expect(idsOf(await read(world, { userId: 'alice-id', filter: 'x' }))).toEqual(['s0', 's1']);
  });

  test('an empty ID is nobody’s: nothing is asked', async () => {
    const world = listWorld(logins(2));
    expect(await failureOf(read(world, { userId: '' }))).toMatchObject({ code: 'error-internal' });
    expect(world.list.sent).toEqual([]);
  });

  test('somebody else’s newer login over the same connection does not hide theirs', async () => {
    const world = listWorld([...logins(1), { sessionId: 's0', userId: 'bob-id', loginAt: NOW + 1, name: 'alice-id' }]);
    expect((await read(world, { userId: 'alice-id' })).rows).toMatchObject([{ sessionId: 's0', userId: 'alice-id' }]);
  });
});

test('of two rows with one session ID the newest is kept', async () => {
  const world = listWorld([...logins(1), { sessionId: 's0', userId: 'alice-id', loginAt: NOW - 5_000 }]);
  expect((await read(world)).rows).toMatchObject([{ sessionId: 's0', loginAt: NOW }]);
});

test('against a naive oracle: every session once, newest first, ties by ID', async () => {
  const login = fc.record({
    sessionId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    userId: fc.constantFrom('alice-id', 'bob-id'),
    loginAt: fc.nat(3).map((minutes) => NOW + minutes),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(login), fc.constantFrom(undefined, 'alice-id'), async (there: Login[], userId) => {
      const { rows } = await read(listWorld(there), { userId });
      const mine = there.filter((each) => userId === undefined || each.userId === userId);
      const expected = [...new Set(mine.map(({ sessionId }) => sessionId))]
        .map((id) => ({
          id,
          at: Math.max(...mine.filter(({ sessionId }) => sessionId === id).map(({ loginAt }) => loginAt)),
        }))
        .sort((one, other) => other.at - one.at || one.id.localeCompare(other.id));
      expect(rows.map(({ sessionId, loginAt }) => ({ id: sessionId, at: loginAt }))).toEqual(expected);
    }),
  );
});

describe('a mailed code', () => {
  test('is good for one call of an access token: only the first page is read', async () => {
    const world = listWorld(logins(150));
    const found = await read(world, {}, { askedFor: 'email' }, bearer);
    expect(found).toMatchObject({ complete: false, looked: 100, stoppedBy: undefined });
    expect(world.list.sent).toHaveLength(1);
  });

  test.each([
    ['with a login token', 'email', request.credential],
    ['with another method', 'totp', bearer],
  ])('does not stop the reading %s', async (_name, askedFor, credential) => {
    await expect(read(listWorld(logins(150)), {}, { askedFor }, credential)).resolves.toMatchObject({ complete: true });
  });

  test('an incorrect code says that the challenge had mailed one', async () => {
    const world = listWorld(logins(1));
    world.list.before = () => replies.incorrectCode;
    const mailed = { challenge: expect.objectContaining({ code: 'totp-invalid', mailed: true }) };
    expect(await failureOf(read(world, {}, { codeMailed: true }))).toMatchObject(mailed);
    expect(await failureOf(read(world))).toMatchObject({ challenge: expect.objectContaining({ mailed: false }) });
  });
});
