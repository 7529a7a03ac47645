import { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { blockAction } from '../../interactions/blockActions';
import { ACTION, codeActionId, logoutViewId } from '../../views/ids';
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

const NOBODYS = 'p'.repeat(24);
const totp = { method: 'totp', mailed: false, failures: 1 } as const;
const mail = { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 } as const;

describe('a click that goes on opens the dialog by its trigger', () => {
  test.each([
    ['the code', totp, codeActionId(1)],
    ['the code that was mailed', mail, 'earlier, and still works'],
    ['a yes', 'confirm', 'does not ask you for a code'],
  ] as const)('where the logout waits for %s, and asks the workspace nothing', async (_name, question, text) => {
    const world = engineWorld();
    const value = await world.keep(admin, { question });
    await expect(blockAction(clicked({ value }), world.call)).resolves.toEqual({ success: true });
    expect(world.opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
    const view = JSON.stringify(world.opened[0].view);
    expect(view).toContain(logoutViewId(value));
    expect(view).toContain(text);
    expect(view).toContain('stolen laptop');
    expect([world.said, world.sent, await world.recorded()]).toEqual([[], [], []]);
    expect(await world.ports.pendingLogouts.peek(value)).toMatchObject({ turn: 1 });
  });

  test('where the workspace was not asked yet, with the question that it asks then', async () => {
    const world = engineWorld();
    await world.connect();
    world.workspace.answer = () => ({
      status: 400,
      body: { success: false, error: 'x', errorType: 'totp-required', details: { method: 'totp' } },
    });
    const value = await world.keep();
    await expect(blockAction(clicked({ value }), world.call)).resolves.toEqual({ success: true });
    expect(world.sent).toHaveLength(1);
    expect(world.opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
    expect(JSON.stringify(world.opened)).toContain(codeActionId(2));
    expect(world.said).toEqual([]);
  });

  test('where they are not connected, a message says so, and leads there', async () => {
    const world = engineWorld();
    const value = await world.keep();
    await blockAction(clicked({ value }), world.call);
    expect(world.opened).toEqual([]);
    expect(world.said).toEqual([
      expect.objectContaining({ room: 'GENERAL', threadId: 'thread-1', buttons: [ACTION.connect], values: [value] }),
    ]);
  });

  test('not for a password where it must not be typed: said where the logout began', async () => {
    const world = engineWorld();
    const value = await world.keep(admin, { question: { ...totp, method: 'password' } });
    await blockAction(clicked({ value }), world.call);
    expect(world.opened).toEqual([]);
    expect(world.said).toEqual([expect.objectContaining({ text: expect.stringContaining('is your password') })]);
    expect(await world.recorded()).toEqual([
      expect.objectContaining({ outcome: { result: 'error-password-not-in-chat', durationMs: 0 } }),
    ]);
  });
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
    const value = owner ? await world.keep(owner) : NOBODYS;
    await expect(blockAction(clicked({ value }), world.call)).resolves.toEqual({ success: true });
    expect(world.opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
    expect(JSON.stringify(world.opened[0].view)).toContain(text);
    // What the client named is not repeated to it.
    expect(JSON.stringify(world.opened[0].view)).not.toContain(value);
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

  test.each([undefined, totp])(
    'where that room is gone, the click’s own trigger opens a dialog: %j',
    async (question) => {
      const world = engineWorld({ allowed_roles: '' });
      const value = await world.keep(admin, { question });
      world.rooms.delete('GENERAL');
      await blockAction(clicked({ value }), world.call);
      expect(world.said).toEqual([]);
      expect(world.opened).toHaveLength(1);
    },
  );

  test.each([
    ['an action that nobody knows', { actionId: 'constructor', value: NOBODYS }],
    ['the link to the consent page', { actionId: ACTION.consent, value: NOBODYS }],
    ['no value', {}],
    ['a value that is no ID', { value: 'a b' }],
    ['an ID that is too short', { value: NOBODYS.slice(1) }],
    ['an ID that is too long', { value: `${NOBODYS}p` }],
    ['a list', { value: [NOBODYS] }],
  ])('%s does nothing', async (_name, change) => {
    const world = engineWorld();
    await expect(blockAction(clicked(change), world.call)).resolves.toEqual({ success: true });
    expect([world.said, world.opened, world.sent, await world.recorded()]).toEqual([[], [], [], []]);
  });

  test('a mail is sent again for the person themselves alone', async () => {
    const world = engineWorld();
    const value = await world.keep(pat, { question: mail });
    await blockAction(clicked({ value, actionId: ACTION.sendAgain }), world.call);
    expect(world.sent).toEqual([]);
    expect(JSON.stringify(world.opened)).toContain('belongs to somebody else');
  });
});

describe('a click that wants another mail', () => {
  const sendAgain = (world: ReturnType<typeof engineWorld>, value: string) =>
    blockAction(clicked({ value, actionId: ACTION.sendAgain }), world.call);

  test.each(['8.0.0', '6.5'])('is answered in the dialog, which stays open in a client of %s', async (version) => {
    const world = engineWorld();
    world.workspace.version = version;
    await world.connect();
    world.workspace.answer = () => ({ status: 200, body: { success: true } });
    const value = await world.keep(admin, { question: { ...mail, mailed: false, failures: 2 } });
    const answer = await sendAgain(world, value);
    expect(answer).toMatchObject({ type: 'modal.update', view: { id: logoutViewId(value) } });
    expect(JSON.stringify(answer)).toContain('We mailed a code to `o…@example.com`.');
    expect(world.sent).toHaveLength(1);
    expect(world.said).toEqual([]);
    await expect(world.ports.pendingLogouts.peek(value)).resolves.toMatchObject({ turn: 2, question: { failures: 0 } });
  });

  test('is told there too when it fails', async () => {
    const world = engineWorld();
    await world.connect();
    const value = await world.keep(admin, { question: mail });
    const answer = await sendAgain(world, value);
    expect(answer).toMatchObject({ type: 'modal.update', view: { submit: { style: 'danger' } } });
    expect(JSON.stringify(answer)).toContain('"callout"');
  });

  test('leads to the consent page where the connection is over, and the dialog asks for nothing then', async () => {
    const world = engineWorld();
    const value = await world.keep(admin, { question: mail });
    const answer = await sendAgain(world, value);
    expect(answer).toMatchObject({ type: 'modal.update', view: { submit: null } });
    expect(world.said).toEqual([expect.objectContaining({ buttons: [ACTION.connect] })]);
    expect(world.sent).toEqual([]);
  });
});

describe('whatever a click brings, it is answered', () => {
  const odd: Array<[string, UIKitBlockInteractionContext]> = [
    ['nothing', clicked({ user: undefined, value: NOBODYS, triggerId: undefined })],
    ['no user', clicked({ user: undefined, value: NOBODYS })],
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
    await expect(blockAction(clicked({ value: NOBODYS }), call)).resolves.toEqual({ success: true });
    expect(world.lines.join()).toContain('not-told');
    expect(world.lines.join()).not.toContain('token-1');
  });
});
