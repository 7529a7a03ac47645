import { UIKitActionButtonInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { actionButton } from '../../interactions/actionButton';
import { ACTION } from '../../views/ids';
import { admin, engineWorld, ROOM } from '../fakes/engine';

type Data = ConstructorParameters<typeof UIKitActionButtonInteractionContext>[0];
const alice = { id: 'alice-id', username: 'alice', roles: ['user'], isEnabled: true } as unknown as IUser;
const clicked = (change: object = {}): UIKitActionButtonInteractionContext =>
  new UIKitActionButtonInteractionContext({
    appId: 'the-app',
    triggerId: 'trigger-1',
    user: admin,
    actionId: ACTION.messageMenu,
    message: { id: 'm1', room: ROOM, sender: alice, text: 'hello @pat', threadId: 'thread-1' },
    ...change,
  } as unknown as Data);
const by = (sender: unknown) => clicked({ message: { id: 'm1', room: ROOM, sender } });

/** A workspace that asks for a code, and what was looked up of its people. */
function worldWith(settings = {}) {
  const world = engineWorld(settings);
  world.users.set(alice.id, alice);
  world.workspace.answer = () => ({
    status: 400,
    body: { success: false, error: 'x', errorType: 'totp-required', details: { method: 'totp' } },
  });
  const looked: string[] = [];
  const users = new Map(world.users);
  world.users.get = (id) => (looked.push(id), users.get(id));
  return { ...world, looked };
}

test('the entry in a message’s menu asks for the code to see the sessions of its author', async () => {
  const world = worldWith();
  await world.connect();
  await expect(actionButton(clicked(), world.call)).resolves.toEqual({ success: true });
  expect(world.looked).toEqual(['alice-id']);
  expect(world.opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
  expect(JSON.stringify(world.opened)).toContain('Sessions of `@alice`. The workspace asks');
  expect(world.said).toEqual([]);
  expect(world.sent).toHaveLength(1);
});

test('the author is who the ID says, whatever else a client claims', async () => {
  const world = worldWith();
  await world.connect();
  await actionButton(by({ id: 'alice-id', username: 'pat', name: '@pat' }), world.call);
  expect(JSON.stringify(world.opened)).toContain('`@alice`');
  expect(JSON.stringify(world.opened)).not.toContain('pat');
});

test('without a connection a message leads there, to the person who clicked alone', async () => {
  const world = worldWith();
  await actionButton(clicked(), world.call);
  expect(world.said).toEqual([
    expect.objectContaining({ user: 'u1', room: 'GENERAL', threadId: 'thread-1', buttons: [ACTION.connect] }),
  ]);
  expect(world.sent).toEqual([]);
});

test.each([
  ['an author who was deleted', by({ id: 'nobody' }), ['nobody']],
  ['an empty ID', by({ id: '' }), []],
  ['no ID', by({}), []],
  ['no author', by(undefined), []],
  ['null as the author', by(null), []],
  ['a list as the ID', by({ id: ['alice-id'] }), []],
  ['no message', clicked({ message: undefined }), []],
])('%s is nobody: said in a dialog, recorded, nothing sent', async (_name, context, looked) => {
  const world = worldWith();
  await world.connect();
  await expect(actionButton(context, world.call)).resolves.toEqual({ success: true });
  expect(world.looked).toEqual(looked);
  expect(JSON.stringify(world.opened)).toContain('No user has this');
  expect([world.said, world.sent]).toEqual([[], []]);
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ callerId: 'u1', outcome: { result: 'error-user-not-found', durationMs: 0 } }),
  ]);
});

test.each([
  ['an author', clicked()],
  ['an author who was deleted', by({ id: 'nobody' })],
])('whose role is not allowed does not learn whether there is %s: nobody is looked up', async (_name, context) => {
  const world = worldWith({ allowed_roles: '' });
  await world.connect();
  await expect(actionButton(context, world.call)).resolves.toEqual({ success: true });
  expect(world.looked).toEqual([]);
  expect(JSON.stringify(world.opened)).toContain('You may not do this');
  expect([world.said, world.sent]).toEqual([[], []]);
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ callerId: 'u1', outcome: { result: 'error-unauthorized', durationMs: 0 } }),
  ]);
});

test.each(['go-on', 'constructor', '', undefined])(
  'the action %j is none of the menu: nothing happens',
  async (actionId) => {
    const world = worldWith();
    await expect(actionButton(clicked({ actionId }), world.call)).resolves.toEqual({ success: true });
    expect([world.looked, world.opened, world.said, world.sent, await world.recorded()]).toEqual([[], [], [], [], []]);
  },
);
