import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { people } from '../../adapters/caller';
import { findRoom, findUser, findUserByUsername } from '../../adapters/lookup';

const admin = { id: 'u1', username: 'admin', roles: ['admin'], isEnabled: true };
const general = { id: 'GENERAL' };

/** As on 6.5: whoever asks without an ID gets the first one there is. */
function server(answer: (id: unknown, first: object) => unknown = (_id, first) => first) {
  const getUser = jest.fn(async (id: unknown) => answer(id, admin));
  const getRoom = jest.fn(async (id: unknown) => answer(id, general));
  const read = {
    getUserReader: () => ({ getById: getUser, getByUsername: getUser }),
    getRoomReader: () => ({ getById: getRoom }),
  } as unknown as IRead;
  return { read, getUser, getRoom };
}

describe('invariant 8: a server that finds somebody for nobody', () => {
  test.each([undefined, null, '', 0, 5, {}, ['u1'], { $ne: 1 }])('is not asked for %j', async (id) => {
    const { read, getUser, getRoom } = server();
    expect(await findUser(read, id)).toBeUndefined();
    expect(await findUserByUsername(read, id)).toBeUndefined();
    expect(await findRoom(read, id)).toBeUndefined();
    expect(await people(read).find(id as string)).toBeUndefined();
    expect(getUser).not.toHaveBeenCalled();
    expect(getRoom).not.toHaveBeenCalled();
  });

  test('is not believed when it answers with somebody else', async () => {
    const { read } = server();
    expect(await findUser(read, 'u2')).toBeUndefined();
    expect(await findUserByUsername(read, 'pat')).toBeUndefined();
    expect(await findUserByUsername(read, 'Admin')).toBeUndefined();
    expect(await findRoom(read, 'another')).toBeUndefined();
    expect(await people(read).find('u2')).toBeUndefined();
  });

  test.each([undefined, null, {}, { _id: 'u2' }])('is not believed when it answers with %j', async (nobody) => {
    const { read } = server(() => nobody);
    expect(await findUser(read, 'u2')).toBeUndefined();
    expect(await findRoom(read, 'u2')).toBeUndefined();
  });
});

test('what has the ID or name that was asked for is found', async () => {
  const { read, getUser } = server();
  expect(await findUser(read, 'u1')).toBe(admin);
  expect(await findUserByUsername(read, 'admin')).toBe(admin);
  expect(await findRoom(read, 'GENERAL')).toBe(general);
  expect(getUser.mock.calls).toEqual([['u1'], ['admin']]);
});

test('a reader that fails is not taken for nobody', async () => {
  const { read } = server(() => {
    throw new Error('the database is down');
  });
  await expect(findUser(read, 'u1')).rejects.toThrow();
});
