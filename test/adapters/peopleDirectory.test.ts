import { IHttp, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { peopleDirectory } from '../../adapters/peopleDirectory';
import { failureOf } from '../fakes/ports';

const alice = { id: 'u1', username: 'alice', name: 'Alice Jones', isEnabled: true, roles: ['user'], emails: [] };
const address = { workspaceUrl: 'http://workspace.test', timeoutMs: 1000 };
const credential = { kind: 'access-token', accessToken: 'token-1' } as const;

function world(user: unknown = alice, answer: { statusCode: number; data?: unknown } = { statusCode: 200, data: {} }) {
  const getById = jest.fn(async (_id: unknown) => user);
  const getByUsername = jest.fn(async (_username: unknown) => user);
  const get = jest.fn(async (_url: string, _request: object) => answer);
  const read = { getUserReader: () => ({ getById, getByUsername }) } as unknown as IRead;
  const directory = peopleDirectory(read, { get } as unknown as IHttp, { now: () => 0 });
  return { directory, getById, getByUsername, get };
}

describe('a person', () => {
  test('is given as plain values, without what nobody needs', async () => {
    const { directory } = world();
    const person = { id: 'u1', username: 'alice', name: 'Alice Jones', isEnabled: true };
    expect(await directory.byId('u1')).toEqual(person);
    expect(await directory.byUsername('alice')).toEqual(person);
  });

  test.each([
    [
      { id: 'u1', username: 'alice', name: '', isEnabled: undefined },
      { id: 'u1', username: 'alice', isEnabled: false },
    ],
    [{ id: 'u1' }, undefined],
    [{ id: 'u1', username: '' }, undefined],
    [null, undefined],
  ])('%j is %j', async (user, person) => {
    expect(await world(user).directory.byId('u1')).toEqual(person);
  });

  test('invariant 8: is not asked for without a name, and has to be exactly who was asked for', async () => {
    const { directory, getById, getByUsername } = world();
    expect(await directory.byId('')).toBeUndefined();
    expect(await directory.byUsername('')).toBeUndefined();
    expect(await directory.byUsername(undefined as unknown as string)).toBeUndefined();
    expect([getById, getByUsername].flatMap((each) => each.mock.calls)).toEqual([]);
    expect(await directory.byId('u2')).toBeUndefined();
    expect(await directory.byId('alice')).toBeUndefined();
    expect(await directory.byUsername('Alice')).toBeUndefined();
    expect(await directory.byUsername('u1')).toBeUndefined();
    expect([...getById.mock.calls, ...getByUsername.mock.calls]).toEqual([['u2'], ['alice'], ['Alice'], ['u1']]);
  });
});

describe('people with similar names', () => {
  const found = (items: unknown) => ({ statusCode: 200, data: { items, success: true } });

  test('are asked for as the caller, whatever the term is', async () => {
    const { directory, get } = world(alice, found([{ _id: 'u1', name: 'Alice', username: 'alice', status: 'online' }]));
    expect(await directory.lookAlikes('a"&term=b#ü', credential, address)).toEqual(['alice']);
    const [[url, request]] = get.mock.calls;
    const { origin, pathname, searchParams, hash } = new URL(url);
    expect([origin, pathname, hash]).toEqual(['http://workspace.test', '/api/v1/users.autocomplete', '']);
    expect(Array.from(searchParams)).toEqual([['selector', '{"term":"a\\"&term=b#ü"}']]);
    expect(request).toEqual({ headers: { Authorization: 'Bearer token-1' }, timeout: 1000 });
  });

  test('are usernames, five at most, none longer than 200 characters', async () => {
    const names = ['a1', 'x'.repeat(201), 'a2', 'b\u202e', '', 7, 'a3', null, 'a4', 'x'.repeat(200), 'a6'];
    const { directory } = world(alice, found([...names.map((username) => ({ username })), null, 'text', ['a7']]));
    expect(await directory.lookAlikes('a', credential, address)).toEqual(['a1', 'a2', 'a3', 'a4', 'x'.repeat(200)]);
  });

  test.each([undefined, null, 'text', [], {}, { items: null }, { items: {} }])('are none in %j', async (data) => {
    expect(await world(alice, { statusCode: 200, data }).directory.lookAlikes('a', credential, address)).toEqual([]);
  });

  test.each([
    [401, 'error-not-logged-in'],
    [500, 'error-workspace-invalid-response'],
  ])('are not taken from the answer %d', async (statusCode, code) => {
    const { directory } = world(alice, { ...found([{ username: 'alice' }]), statusCode });
    expect(await failureOf(directory.lookAlikes('a', credential, address))).toMatchObject({ code });
  });
});
