import { findPerson, PeopleDirectory, Person, personById } from '../../../core/find/findPerson';
import { AppError } from '../../../core/shared/errors';
import { MAX_SEARCH_LENGTH } from '../../../core/shared/limits';

const alice: Person = { id: 'u1', username: 'alice', name: 'Alice Jones', isEnabled: true };
const bob: Person = { id: 'u2', username: 'Bob', isEnabled: false };
/** Took the ID of another as a username. */
const mallory: Person = { id: 'u3', username: 'u1', isEnabled: true };
const everybody = [alice, bob, mallory];
const asked = {
  credential: { kind: 'access-token', accessToken: 'token-1' },
  address: { workspaceUrl: 'http://workspace.test', timeoutMs: 1000 },
} as const;

function world(lookAlikes: PeopleDirectory['lookAlikes'] = async () => []) {
  const directory = {
    byId: jest.fn(async (id: string) => everybody.find((each) => each.id === id)),
    byUsername: jest.fn(async (username: string) => everybody.find((each) => each.username === username)),
    lookAlikes: jest.fn(lookAlikes),
  };
  return { directory };
}

describe('who is meant', () => {
  const cases: Array<[typed: string, person: Person]> = [
    ['alice', alice],
    ['@alice', alice],
    ['  @alice ', alice],
    ['@ alice', alice],
    ['Alice', alice],
    ['@ALICE', alice],
    ['@Bob', bob],
    ['u2', bob],
    ['@u2', bob],
    // An ID cannot be chosen, a username can.
    ['u1', alice],
    ['@u1', mallory],
  ];
  test.each(cases)('%j', async (typed, person) => {
    const ports = world();
    expect(await findPerson(typed, ports, async () => asked)).toEqual({ kind: 'found', person });
    expect(ports.directory.lookAlikes).not.toHaveBeenCalled();
  });

  test('capitals are forgiven in the username as well', async () => {
    const ports = world(async () => ['bobby', 'Bob']);
    expect(await findPerson('bob', ports, async () => asked)).toEqual({ kind: 'found', person: bob });
  });

  test('nobody is guessed: near misses are only offered, five at most', async () => {
    const ports = world(async () => ['alice', 'alicia', 'malice', 'a4', 'a5', 'a6']);
    expect(await findPerson('@Alic', ports, async () => asked)).toEqual({
      kind: 'unknown',
      nearest: ['alice', 'alicia', 'malice', 'a4', 'a5'],
    });
    expect(ports.directory.lookAlikes.mock.calls).toEqual([['Alic', asked.credential, asked.address]]);
  });

  test('a person whom only the search knows is not found', async () => {
    const ports = world(async () => ['GONE']);
    expect(await findPerson('gone', ports, async () => asked)).toEqual({ kind: 'unknown', nearest: ['GONE'] });
  });

  test('where nobody may be asked, or the workspace does not tell, there are none', async () => {
    const ports = world(async () => {
      throw new AppError('error-workspace-timeout');
    });
    expect(await findPerson('alic', ports)).toEqual({ kind: 'unknown', nearest: [] });
    expect(ports.directory.lookAlikes).not.toHaveBeenCalled();
    expect(await findPerson('alic', ports, async () => asked)).toEqual({ kind: 'unknown', nearest: [] });
    expect(ports.directory.lookAlikes).toHaveBeenCalledTimes(1);
  });

  test('a directory that fails is not taken for nobody', async () => {
    const ports = world();
    ports.directory.byUsername.mockRejectedValue(new Error('the database is down'));
    await expect(findPerson('alice', ports, async () => asked)).rejects.toThrow('the database is down');
  });
});

test.each(['', ' ', '@', ' @ ', 'x'.repeat(MAX_SEARCH_LENGTH + 1), 'ali\u200bce', 'alice\u202e'])(
  'invariant 8: %j can be nobody, so nobody is asked for',
  async (typed) => {
    const ports = world();
    expect(await findPerson(typed, ports, async () => asked)).toEqual({ kind: 'unknown', nearest: [] });
    const { byId, byUsername, lookAlikes } = ports.directory;
    expect([...byId.mock.calls, ...byUsername.mock.calls, ...lookAlikes.mock.calls]).toEqual([]);
  },
);

test('by ID alone, nobody with that username is found', async () => {
  expect(await personById('u1', world())).toEqual(alice);
  expect(await personById('alice', world())).toBeUndefined();
});
