import { UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { viewSubmit } from '../../interactions/viewSubmit';
import { ACTION, BLOCK, codeActionId, logoutViewId } from '../../views/ids';
import { admin, CLAIMED, engineWorld, pat } from '../fakes/engine';
import { clockInHand } from '../fakes/time';

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
/** What a client sends of the fields, in the first turn of a logout that waits. */
const typed = (code: unknown, reason?: unknown, turn = 1) => ({
  [BLOCK.code]: { [codeActionId(turn)]: code },
  [BLOCK.reason]: { [ACTION.reason]: reason },
});
const NOBODYS = 'p'.repeat(24);
const throwing = (name: string, rest: object = {}): object =>
  Object.defineProperty({ ...rest }, name, {
    enumerable: true,
    get() {
      throw new Error('token-1');
    },
  });
const question = { method: 'totp', mailed: false, failures: 0 } as const;

type World = ReturnType<typeof engineWorld>;
/** A workspace that asks for an authenticator's code, and ends the session with this one. */
function asks(world: World, code: string): void {
  world.workspace.answer = (_method, url, { headers = {}, data }) => {
    if (!url.endsWith('/sessions/logout')) {
      return undefined;
    }
    const { sessionId } = (data ?? {}) as { sessionId?: string };
    const given = (headers as Record<string, string>)['x-2fa-code'];
    const answer = given === undefined ? 'totp-required' : given === code ? undefined : 'totp-invalid';
    return answer === undefined
      ? { status: 200, body: { sessionId, success: true } }
      : { status: 400, body: { success: false, error: answer, errorType: answer, details: { method: 'totp' } } };
  };
}

test('a submit with the code ends the session, and is told in the room where the logout began', async () => {
  const world = engineWorld();
  await world.connect();
  asks(world, '731946');
  const id = await world.keep(admin, { question });
  const context = submitted({ id: logoutViewId(id), state: typed('731946', 'stolen on the train') });
  await expect(viewSubmit(context, world.call)).resolves.toEqual({ success: true });
  expect(world.said).toEqual([
    expect.objectContaining({ user: 'u1', room: 'GENERAL', text: expect.stringContaining('was ended') }),
  ]);
  expect(await world.recorded()).toEqual([
    expect.objectContaining({
      via: 'modal',
      reason: 'stolen on the train',
      outcome: expect.objectContaining({ result: 'done' }),
    }),
  ]);
  expect(world.seen()).not.toContain('731946');
});

test('after an incorrect code the dialog has a new field, and what stands in the old one counts no more', async () => {
  const world = engineWorld();
  await world.connect();
  asks(world, '731946');
  const id = await world.keep(admin, { question });
  const view = { id: logoutViewId(id), state: typed('111111') };
  const first = await viewSubmit(submitted(view), world.call);
  expect(JSON.stringify(first)).toMatch(/That code is incorrect.*"actionId":"code-2"/);
  const second = await viewSubmit(submitted(view), world.call);
  expect(JSON.stringify(second)).toMatch(/Enter the code.*"actionId":"code-3"/);
  const third = submitted({ id: logoutViewId(id), state: typed('731946', undefined, 3) });
  await expect(viewSubmit(third, world.call)).resolves.toEqual({ success: true });
  expect(world.said).toEqual([expect.objectContaining({ text: expect.stringContaining('was ended') })]);
  expect(JSON.stringify([first, second]) + world.seen()).not.toMatch(/111111|731946/);
});

test('a submit without a connection is told in the room where the logout began', async () => {
  const world = engineWorld();
  const id = await world.keep(admin, { question });
  const context = submitted({ id: logoutViewId(id), state: typed('731946') });
  await expect(viewSubmit(context, world.call)).resolves.toEqual({ success: true });
  expect(world.said).toEqual([
    expect.objectContaining({ user: 'u1', room: 'GENERAL', threadId: 'thread-1', buttons: ['connect'] }),
  ]);
  expect(world.sent).toEqual([]);
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ outcome: { result: 'error-not-connected', durationMs: 0 } }),
  ]);
});

test('a logout that asked nothing yet cannot be submitted: told in the dialog, nothing sent', async () => {
  const world = engineWorld();
  await world.connect();
  const id = await world.keep();
  const answer = await viewSubmit(submitted({ id: logoutViewId(id), state: typed('731946') }), world.call);
  expect(answer).toMatchObject({ type: 'modal.update', view: { submit: null } });
  expect(JSON.stringify(answer)).toContain('used already');
  expect(world.sent).toEqual([]);
});

test.each([undefined, '', '  ', 5, ['1'], {}])('the code %j is asked for again: nothing sent', async (code) => {
  const world = engineWorld();
  const id = await world.keep(admin, { question });
  const answer = await viewSubmit(submitted({ id: logoutViewId(id), state: typed(code) }), world.call);
  expect(answer).toMatchObject({ success: true, type: 'modal.update', view: { id: logoutViewId(id) } });
  expect(JSON.stringify(answer)).toContain('Enter the code.');
  expect(world.sent).toEqual([]);
  expect(await world.ports.pendingLogouts.peek(id)).toMatchObject({ turn: 2, question });
});

test('invariant 6: a code in the field of the reason is refused in the dialog, and nowhere repeated', async () => {
  const world = engineWorld();
  await world.connect();
  const id = await world.keep(admin, { question });
  const answer = await viewSubmit(submitted({ id: logoutViewId(id), state: typed('', '731946') }), world.call);
  expect(JSON.stringify(answer)).toContain('looks like a code');
  expect([world.sent, world.said]).toEqual([[], []]);
  expect(world.seen() + JSON.stringify(answer)).not.toContain('731946');
});

describe('invariant 8: what a submit names is looked up', () => {
  test.each([
    ['somebody else’s', pat, 'belongs to somebody else', 'error-request-foreign'],
    ['one that is gone', undefined, 'used already', 'error-request-expired'],
  ])('%s is refused in the dialog, and nothing is said in a room', async (_name, owner, text, code) => {
    const world = engineWorld();
    const id = owner ? await world.keep(owner, { question }) : NOBODYS;
    const answer = await viewSubmit(submitted({ id: logoutViewId(id), state: typed('731946') }), world.call);
    expect(answer).toMatchObject({ success: true, type: 'modal.update', view: { id: logoutViewId(id), submit: null } });
    expect(JSON.stringify(answer)).toContain(text);
    expect([world.said, world.sent]).toEqual([[], []]);
    expect(await world.recorded()).toEqual([
      expect.objectContaining({ callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
    ]);
    expect(world.seen()).not.toContain('731946');
  });

  describe('in a client that closes its dialog', () => {
    const clock = clockInHand();

    test.each(['6.5', '6.7.2', undefined])(
      'of %s, a dialog opens in its place once that is closed',
      async (version) => {
        const world = engineWorld();
        world.workspace.version = version;
        const context = submitted({ id: logoutViewId(NOBODYS), state: typed('731946') });
        await expect(viewSubmit(context, world.call)).resolves.toEqual({ success: true });
        await clock.pass(499);
        expect(world.opened).toEqual([]);
        await clock.pass(1);
        expect(world.opened).toEqual([
          { view: expect.objectContaining({ submit: null }), triggerId: 'trigger-1', user: 'u1' },
        ]);
        expect(JSON.stringify(world.opened)).toContain('used already');
        expect([world.said, world.sent]).toEqual([[], []]);
      },
    );
  });

  test.each([
    '',
    'another-view',
    'logout-',
    'logout-a b',
    'logout-p1',
    `logout-${NOBODYS}x`,
    5,
    undefined,
    null,
    [`logout-${NOBODYS}`],
  ])('the view %j is none of the app’s, and does nothing', async (id) => {
    const world = engineWorld();
    await expect(viewSubmit(submitted({ id, state: {} }), world.call)).resolves.toEqual({ success: true });
    expect([world.said, world.opened, world.sent, await world.recorded()]).toEqual([[], [], [], []]);
    expect(world.workspace.versionAsked).toBe(0);
  });
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
    ['a code that cannot be read', (id) => ({ id, state: { [BLOCK.code]: throwing(codeActionId(1)) } })],
  ];
  test.each(states)('%s: told in the dialog, nothing used up', async (_name, viewOf) => {
    const world = engineWorld();
    const id = await world.keep(admin, { question });
    const answer = await viewSubmit(submitted(viewOf(logoutViewId(id))), world.call);
    expect(answer).toMatchObject({ success: true, type: 'modal.update', view: { id: logoutViewId(id) } });
    expect(JSON.stringify(answer)).toContain('Something went wrong');
    expect(await world.ports.pendingLogouts.peek(id)).toMatchObject({ turn: 1 });
    expect(world.seen() + JSON.stringify(answer)).not.toContain('token-1');
  });

  test('no user: told in the dialog', async () => {
    const world = engineWorld();
    const id = await world.keep(admin, { question });
    const context = submitted({ id: logoutViewId(id), state: {} }, { user: undefined });
    await expect(viewSubmit(context, world.call)).resolves.toMatchObject({ type: 'modal.update' });
    expect(world.sent).toEqual([]);
  });
});
