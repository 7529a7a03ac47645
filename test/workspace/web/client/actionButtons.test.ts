import { type ActionButton, messageActions, type When } from '../../../../workspace/web/client/actionButtons';
import { type ClientGeneration, GENERATIONS, generationOf } from '../../../../workspace/web/client/generations';

const reader = { roleIds: ['user', 'officer'], permissions: ['view', 'logout'] };
const offered = (when: When | undefined, kind = 'public_channel', client: ClientGeneration['id'] = '8'): boolean => {
  const button: ActionButton = { appId: 'app', actionId: 'press', context: 'messageAction', label: 'Press', when };
  return messageActions([button], reader, { kind }, generationOf(client)).length === 1;
};

test.each<[When | undefined, boolean]>([
  [undefined, true],
  [{}, true],
  [{ hasOneRole: ['admin', 'officer'] }, true],
  [{ hasOneRole: ['admin'] }, false],
  [{ hasOneRole: [] }, false],
  [{ hasOnePermission: ['view', 'other'] }, true],
  [{ hasOnePermission: ['other'] }, false],
  [{ hasAllPermissions: ['view', 'logout'] }, true],
  [{ hasAllPermissions: ['view', 'other'] }, false],
  [{ roomTypes: ['public_channel'] }, true],
  [{ roomTypes: ['direct'] }, false],
  [{ messageActionContext: ['message'] }, true],
  [{ messageActionContext: ['threads', 'starred'] }, false],
  [{ hasOneRole: ['officer'], hasOnePermission: ['other'] }, false],
])('an entry when %j is offered: %s', (when, expected) => {
  expect(offered(when)).toBe(expected);
});

test.each(GENERATIONS.map(({ id }) => id))(
  'all of the roles are asked for in the client of %s, if it is that of 8',
  (client) => {
    expect(offered({ hasAllRoles: ['user', 'officer'] }, 'direct', client)).toBe(true);
    expect(offered({ hasAllRoles: ['user', 'admin'] }, 'direct', client)).toBe(client !== '8');
  },
);

test('entries of other menus are not offered', () => {
  const button: ActionButton = { appId: 'app', actionId: 'press', context: 'roomAction', label: 'Press' };
  expect(messageActions([button], reader, { kind: 'direct' }, generationOf('8'))).toEqual([]);
});
