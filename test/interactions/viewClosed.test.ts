import { UIKitViewCloseInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { viewClosed } from '../../interactions/viewClosed';
import { logoutViewId } from '../../views/ids';
import { admin, CLAIMED, engineWorld, pat } from '../fakes/engine';

type Data = ConstructorParameters<typeof UIKitViewCloseInteractionContext>[0];
/** What a dialog has that can be submitted. */
const submit = { type: 'button' };
const closed = (view: unknown, user: unknown = admin): UIKitViewCloseInteractionContext =>
  new UIKitViewCloseInteractionContext({
    appId: 'the-app',
    user,
    room: CLAIMED,
    view,
  } as unknown as Data);

test('a closed dialog cancels its logout, and it is recorded', async () => {
  const world = engineWorld();
  const id = await world.keep();
  await expect(viewClosed(closed({ id: logoutViewId(id), submit }), world.call)).resolves.toEqual({ success: true });
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ sessionId: 'aLiveSession', outcome: { result: 'cancelled', durationMs: 0 } }),
  ]);
  expect(await world.ports.pendingLogouts.peek(id)).toBeUndefined();
});

test('somebody else’s logout stays where it is', async () => {
  const world = engineWorld();
  const id = await world.keep(pat);
  await expect(viewClosed(closed({ id: logoutViewId(id), submit }), world.call)).resolves.toEqual({ success: true });
  expect(await world.recorded()).toEqual([]);
  expect(await world.ports.pendingLogouts.peek(id)).toMatchObject({ ownerId: 'u2', turn: 1 });
});

test.each([null, undefined])('a notice, whose submit is %j, cancels nothing', async (none) => {
  const world = engineWorld();
  const id = await world.keep();
  await expect(viewClosed(closed({ id: logoutViewId(id), submit: none }), world.call)).resolves.toEqual({
    success: true,
  });
  expect(await world.recorded()).toEqual([]);
  expect(await world.ports.pendingLogouts.peek(id)).toMatchObject({ ownerId: 'u1', turn: 1 });
  expect(world.lines).toEqual([]);
});

test.each(['', 'logout-', 'logout-p1', 'another-view', 5, null])('the view %j is none of the app’s', async (id) => {
  const world = engineWorld();
  await expect(viewClosed(closed({ id, submit }), world.call)).resolves.toEqual({ success: true });
  expect([world.lines, world.said, world.opened, world.sent, await world.recorded()]).toEqual([[], [], [], [], []]);
});

const unreadable = {
  submit,
  get id(): string {
    throw new Error('token-1');
  },
};
test.each([
  ['no view', closed(undefined)],
  ['a view whose ID cannot be read', closed(unreadable)],
  ['no user', closed({ id: logoutViewId('p'.repeat(24)), submit }, null)],
  [
    'data that cannot be read',
    Object.assign(closed({}), {
      getInteractionData: () => {
        throw new Error('token-1');
      },
    }),
  ],
])('whatever a closed dialog brings, it is answered: %s', async (_name, context) => {
  const world = engineWorld();
  await expect(viewClosed(context, world.call)).resolves.toEqual({ success: true });
  expect(world.lines).toHaveLength(1);
  expect([world.said, world.opened, world.sent]).toEqual([[], [], []]);
  expect(world.seen()).not.toContain('token-1');
});
