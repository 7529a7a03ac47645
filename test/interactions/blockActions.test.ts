import { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { blockAction } from '../../interactions/blockActions';
import { ACTION } from '../../views/ids';
import { admin, CLAIMED, engineWorld, pat } from '../fakes/engine';

type Data = ConstructorParameters<typeof UIKitBlockInteractionContext>[0];
const clicked = (change: object): UIKitBlockInteractionContext =>
  new UIKitBlockInteractionContext({
    appId: 'the-app',
    triggerId: 'trigger-1',
    user: admin,
    room: CLAIMED,
    actionId: ACTION.goOn,
    ...change,
  } as unknown as Data);
const throwing = (name: string): object =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get() {
      throw new Error('token-1');
    },
  });

test('a click that goes on opens the step where the logout waits, by its trigger', async () => {
  const world = engineWorld();
  const value = await world.keep();
  await expect(blockAction(clicked({ value }), world.call)).resolves.toEqual({ success: true });
  const question = { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 } as const;
  await blockAction(clicked({ value: await world.keep(admin, { question }) }), world.call);
  expect(world.opened.map(({ view, triggerId, user }) => [view.id.split('-')[0], triggerId, user])).toEqual([
    ['logout', 'trigger-1', 'u1'],
    ['logout', 'trigger-1', 'u1'],
  ]);
  expect(JSON.stringify(world.opened[0].view)).not.toContain(ACTION.code);
  expect(JSON.stringify(world.opened[1].view)).toContain('earlier');
  expect(world.said).toEqual([]);
});

test('a click that connects leads to the consent page, for the logout that waits', async () => {
  const world = engineWorld();
  const value = await world.keep();
  await blockAction(clicked({ value, actionId: ACTION.connect }), world.call);
  expect(JSON.stringify(world.opened)).toContain('http://workspace.test/oauth/authorize?response_type=code');
  expect(world.persistence.dump()).toContain(`"pendingId":"${value}"`);
});

describe('invariant 8: what a click names is looked up', () => {
  test.each([
    ['somebody else’s', pat, 'belongs to somebody else', 'error-request-foreign'],
    ['one that is gone', undefined, 'used already', 'error-request-expired'],
  ])('%s opens a dialog by its trigger, and says nothing in a room', async (_name, owner, text, code) => {
    const world = engineWorld();
    const value = owner ? await world.keep(owner) : 'made-up';
    await expect(blockAction(clicked({ value }), world.call)).resolves.toEqual({ success: true });
    expect(world.opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
    expect(JSON.stringify(world.opened[0].view)).toContain(text);
    expect(world.said).toEqual([]);
    expect(world.sent).toEqual([]);
    expect(await world.recorded()).toEqual([
      expect.objectContaining({ callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
    ]);
    expect(world.lines.join()).toContain(code);
  });

  test('what fails is said where the logout began, not where the client claims to be', async () => {
    const world = engineWorld({ allowed_roles: '' });
    const value = await world.keep();
    await blockAction(clicked({ value }), world.call);
    expect(world.said).toEqual([expect.objectContaining({ user: 'u1', room: 'GENERAL', threadId: 'thread-1' })]);
    expect(world.opened).toEqual([]);
    expect(await world.recorded()).toEqual([
      expect.objectContaining({ outcome: { result: 'error-unauthorized', durationMs: 0 } }),
    ]);
  });

  test('where that room is gone, the click’s own trigger opens a dialog', async () => {
    const world = engineWorld({ allowed_roles: '' });
    const value = await world.keep();
    world.rooms.delete('GENERAL');
    await blockAction(clicked({ value }), world.call);
    expect(world.said).toEqual([]);
    expect(world.opened).toHaveLength(1);
  });

  test.each([
    ['an action that nobody knows', { actionId: 'constructor', value: 'p1' }],
    ['the link to the consent page', { actionId: ACTION.consent, value: 'p1' }],
    ['no value', {}],
    ['a value that is no ID', { value: 'a b' }],
    ['a list', { value: ['p1'] }],
  ])('%s does nothing', async (_name, change) => {
    const world = engineWorld();
    await expect(blockAction(clicked(change), world.call)).resolves.toEqual({ success: true });
    expect([world.said, world.opened, world.sent, await world.recorded()]).toEqual([[], [], [], []]);
  });

  test('a mail is sent again for the person themselves alone', async () => {
    const world = engineWorld();
    const question = { method: 'email', mailed: false, failures: 0 } as const;
    const value = await world.keep(pat, { question });
    await blockAction(clicked({ value, actionId: ACTION.sendAgain }), world.call);
    expect(world.sent).toEqual([]);
    expect(JSON.stringify(world.opened)).toContain('belongs to somebody else');
  });
});

describe('whatever a click brings, it is answered', () => {
  const odd: Array<[string, UIKitBlockInteractionContext]> = [
    ['nothing', clicked({ user: undefined, value: 'p1', triggerId: undefined })],
    ['no user', clicked({ user: undefined, value: 'p1' })],
    ['an action that cannot be read', { getInteractionData: () => throwing('actionId') } as never],
    ['a value that cannot be read', { getInteractionData: () => throwing('value') } as never],
    [
      'data that cannot be read',
      {
        getInteractionData: () => {
          throw new Error('token-1');
        },
      } as never,
    ],
  ];
  test.each(odd)('%s', async (_name, context) => {
    const world = engineWorld();
    await expect(blockAction(context, world.call)).resolves.toEqual({ success: true });
    expect(world.said).toEqual([]);
    expect(world.sent).toEqual([]);
    expect(world.seen()).not.toContain('token-1');
  });

  test('a dialog that cannot be opened leaves a line in the log', async () => {
    const world = engineWorld();
    const broken = {
      getUiController: () => ({ openSurfaceView: () => Promise.reject(new Error('token-1')) }),
    } as unknown as typeof world.modify;
    const call = { ...world.call, modify: broken };
    await expect(blockAction(clicked({ value: 'made-up' }), call)).resolves.toEqual({ success: true });
    expect(world.lines.join()).toContain('not-told');
    expect(world.lines.join()).not.toContain('token-1');
  });
});
