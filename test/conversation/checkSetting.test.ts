import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { checkSetting } from '../../conversation/checkSetting';

const saved = (id: string, value: unknown): ISetting => ({ id, value }) as ISetting;

/** A workspace with one room. Asked for anything else, its readers answer as a server does. */
const withRoom = (room?: object): IRead => {
  const named = (wanted: string, key: string) => async (asked: string) =>
    asked === wanted ? { ...room, [key]: wanted, id: 'r1' } : undefined;
  return {
    getRoomReader: () => ({ getById: named('r1', 'id'), getByName: named('security', 'slugifiedName') }),
  } as unknown as IRead;
};
const broken = { getRoomReader: () => ({ getById: () => Promise.reject(new Error('down')) }) } as unknown as IRead;

test.each([
  ['allowed_roles', Array(51).fill('r').join(), '50 role IDs'],
  ['without_challenge', 'maybe', '"refuse" or "allow"'],
  ['workspace_url', 'http://localhost/?', 'Workspace address'],
  ['timeout_seconds', 26, 'from 1 to 25'],
  ['password_in_chat', 'yes', 'on or off'],
  ['connection_hours', 337, 'from 1 to 336'],
])('an admin who saves a bad %s is told why not', async (id, value, text) => {
  expect(await checkSetting(saved(id, value), withRoom())).toContain(text);
});

test.each([
  ['timeout_seconds', 25],
  ['of_a_later_version', 'anything'],
])('%s = %j is saved without a word', async (id, value) => {
  expect(await checkSetting(saved(id, value), withRoom())).toBeUndefined();
});

test.each(['', ' ', 'r1', 'security', '#security'])('the security room %j is saved without a word', async (room) => {
  expect(await checkSetting(saved('security_room', room), withRoom())).toBeUndefined();
});

test.each([
  ['nowhere', withRoom(), 'a room that exists'],
  ['r1', withRoom({ isReadOnly: true }), 'read-only'],
  ['r1', withRoom({ _unmappedProperties_: { archived: true } }), 'archived'],
  ['r1', broken, 'a room that exists'],
  [7, withRoom(), 'a room that exists'],
])('the security room %j is refused with the reason', async (room, read, reason) => {
  expect(await checkSetting(saved('security_room', room), read)).toContain(reason);
});
