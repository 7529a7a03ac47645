import { UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { viewSubmit } from '../../interactions/viewSubmit';
import { ACTION, BLOCK, logoutViewId } from '../../views/ids';
import { admin, CLAIMED, engineWorld, pat } from '../fakes/engine';

type Data = ConstructorParameters<typeof UIKitViewSubmitInteractionContext>[0];
const submitted = (view: unknown, change: object = {}): UIKitViewSubmitInteractionContext =>
  new UIKitViewSubmitInteractionContext({
    appId: 'the-app',
    triggerId: 'trigger-1',
    user: admin,
    room: CLAIMED,
    view,
    ...change,
  } as unknown as Data);
const typed = (code: unknown) => ({ [BLOCK.code]: { [ACTION.code]: code } });
const throwing = (name: string, rest: object = {}): object =>
  Object.defineProperty({ ...rest }, name, {
    enumerable: true,
    get() {
      throw new Error('token-1');
    },
  });
const question = { method: 'totp', mailed: false, failures: 0 } as const;

test('a submit without a connection is told in the room where the logout began', async () => {
  const world = engineWorld();
  const id = await world.keep();
  await expect(viewSubmit(submitted({ id: logoutViewId(id), state: {} }), world.call)).resolves.toEqual({
    success: true,
  });
  expect(world.said).toEqual([
    expect.objectContaining({ user: 'u1', room: 'GENERAL', threadId: 'thread-1', buttons: ['connect'] }),
  ]);
  expect(world.sent).toEqual([]);
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ outcome: { result: 'error-not-connected', durationMs: 0 } }),
  ]);
});

test.each([undefined, '', '  ', 5, ['1'], {}])(
  'the code %j is asked for again: nothing sent, nothing used up',
  async (code) => {
    const world = engineWorld();
    const id = await world.keep(admin, { question });
    const answer = await viewSubmit(submitted({ id: logoutViewId(id), state: typed(code) }), world.call);
    expect(answer).toMatchObject({ success: false, errors: { [ACTION.code]: 'Enter the code.' } });
    expect(world.sent).toEqual([]);
    expect(await world.ports.pendingLogouts.peek(id)).toMatchObject({ turn: 0 });
  },
);

describe('invariant 8: what a submit names is looked up', () => {
  test.each([
    ['somebody else’s', pat, 'belongs to somebody else', 'error-request-foreign'],
    ['one that is gone', undefined, 'used already', 'error-request-expired'],
  ])('%s is refused in the dialog, and nothing is said in a room', async (_name, owner, text, code) => {
    const world = engineWorld();
    const id = owner ? await world.keep(owner) : 'made-up';
    const answer = await viewSubmit(submitted({ id: logoutViewId(id), state: typed('123456') }), world.call);
    expect(answer).toMatchObject({ success: true, type: 'modal.update', view: { id: logoutViewId(id) } });
    expect(JSON.stringify(answer)).toContain(text);
    expect([world.said, world.sent]).toEqual([[], []]);
    expect(await world.recorded()).toEqual([
      expect.objectContaining({ callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
    ]);
    expect(world.seen()).not.toContain('123456');
  });

  test.each(['', 'another-view', 'logout-', 'logout-a b', 5, undefined, null, ['logout-p1']])(
    'the view %j is none of the app’s, and does nothing',
    async (id) => {
      const world = engineWorld();
      await expect(viewSubmit(submitted({ id, state: {} }), world.call)).resolves.toEqual({ success: true });
      expect([world.said, world.opened, world.sent, await world.recorded()]).toEqual([[], [], [], []]);
    },
  );
});

describe('whatever a submit brings, it is answered', () => {
  test.each([
    ['no view', submitted(undefined)],
    ['null as the view', submitted(null)],
    ['a view whose ID cannot be read', submitted(throwing('id'))],
    ['data without a user that can be read', submitted({ id: 'other' }, { user: null })],
    ['a view that cannot be read', Object.assign(submitted({}), { getInteractionData: () => throwing('view') })],
    [
      'data that cannot be read',
      Object.assign(submitted({}), {
        getInteractionData: () => {
          throw new Error('token-1');
        },
      }),
    ],
  ])('%s: nothing happens', async (_name, context) => {
    const world = engineWorld();
    await expect(viewSubmit(context, world.call)).resolves.toEqual({ success: true });
    expect([world.said, world.opened, world.sent]).toEqual([[], [], []]);
    expect(world.seen()).not.toContain('token-1');
  });

  const states: Array<[string, (id: string) => unknown]> = [
    ['a state that cannot be read', (id) => throwing('state', { id })],
    ['a block that cannot be read', (id) => ({ id, state: throwing(BLOCK.code) })],
    ['a code that cannot be read', (id) => ({ id, state: { [BLOCK.code]: throwing(ACTION.code) } })],
  ];
  test.each(states)('%s: told in the dialog, nothing used up', async (_name, viewOf) => {
    const world = engineWorld();
    const id = await world.keep(admin, { question });
    const answer = await viewSubmit(submitted(viewOf(logoutViewId(id))), world.call);
    expect(answer).toMatchObject({ success: true, type: 'modal.update', view: { id: logoutViewId(id) } });
    expect(JSON.stringify(answer)).toContain('Something went wrong');
    expect(await world.ports.pendingLogouts.peek(id)).toMatchObject({ turn: 0 });
    expect(world.seen() + JSON.stringify(answer)).not.toContain('token-1');
  });

  test('no user: told in the dialog', async () => {
    const world = engineWorld();
    const id = await world.keep();
    const context = submitted({ id: logoutViewId(id), state: {} }, { user: undefined });
    await expect(viewSubmit(context, world.call)).resolves.toMatchObject({ type: 'modal.update' });
    expect(world.sent).toEqual([]);
  });
});
