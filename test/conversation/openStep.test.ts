import { chatWith } from '../../conversation/chat';
import { openStep } from '../../conversation/openStep';
import { ChatStep, StepPending } from '../../core/chat/chatStep';
import { AppError } from '../../core/shared/errors';
import { codeActionId } from '../../views/ids';
import { admin, engineWorld, ROOM } from '../fakes/engine';
import { clockInHand, deferred } from '../fakes/time';

const typed: StepPending = {
  sessionId: 'aLiveSession',
  reason: 'stolen laptop',
  roomId: ROOM.id,
  correlationId: 'request-1',
};
const pending: StepPending = { ...typed, id: 'p1', turn: 1 };
const question = { method: 'totp', mailed: false, failures: 0 } as const;
const asks: Array<[string, ChatStep]> = [
  ['a code', { kind: 'code-needed', pending, question }],
  ['a yes', { kind: 'confirm-needed', pending, question: 'confirm' }],
];

async function worldWith(triggerId?: string) {
  const world = engineWorld();
  const chat = await chatWith(admin, { room: ROOM, threadId: 'thread-1', triggerId }, world.call);
  return { ...world, chat };
}

describe('in time', () => {
  test.each(asks)('a step that asks for %s opens its dialog, and says nothing', async (_name, step) => {
    const { chat, opened, said, lines } = await worldWith('trigger-1');
    await openStep(Promise.resolve(step), pending, chat);
    expect(opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
    const view = JSON.stringify(opened[0].view);
    expect(view).toContain('stolen laptop');
    expect(view.includes(codeActionId(1))).toBe(step.kind === 'code-needed');
    expect(said).toEqual([]);
    expect(lines).toEqual([expect.stringContaining(`"correlationId":"request-1","result":"${step.kind}"`)]);
  });

  test.each(asks)('without a trigger a message asks for %s, with a button', async (_name, step) => {
    const { chat, opened, said } = await worldWith();
    await openStep(Promise.resolve(step), pending, chat);
    expect(opened).toEqual([]);
    expect(said).toEqual([expect.objectContaining({ room: 'GENERAL', threadId: 'thread-1', buttons: ['go-on'] })]);
  });

  test('a step that does not wait for another one is said in a message', async () => {
    const { chat, opened, said } = await worldWith('trigger-1');
    await openStep(Promise.resolve({ kind: 'code-needed', pending: typed, question }), typed, chat);
    expect(opened).toEqual([]);
    expect(said).toEqual([expect.objectContaining({ buttons: [], text: expect.stringContaining('--code') })]);
  });

  const refusals: Array<[string, ChatStep, string, string[]]> = [
    ['no connection', { kind: 'connect-first', pending, ended: false }, 'let the app act for you', ['connect']],
    [
      'no second factor',
      { kind: 'failed', pending, error: new AppError('error-2fa-not-enforced'), again: false },
      'Session `aLiveSession`',
      [],
    ],
    [
      'a workspace that cannot be reached',
      { kind: 'failed', pending, error: new AppError('error-workspace-unreachable'), again: true },
      'Session `aLiveSession`',
      ['go-on'],
    ],
  ];
  test.each(refusals)('%s is said in a message at once, and no dialog opens', async (_name, step, text, buttons) => {
    const { chat, opened, said, lines } = await worldWith('trigger-1');
    await openStep(Promise.resolve(step), pending, chat);
    expect(opened).toEqual([]);
    expect(said).toEqual([expect.objectContaining({ text: expect.stringContaining(text) })]);
    expect(said[0].buttons).toEqual(expect.arrayContaining(buttons));
    expect(lines).toHaveLength(1);
  });

  test.each([
    ['where a trigger allows it, a dialog says it and asks for nothing', 'trigger-1', 1],
    ['without a trigger the log has to do', undefined, 0],
  ])('what cannot be said in a message: %s', async (_name, triggerId, count) => {
    const world = await worldWith(triggerId);
    world.workspace.notify = () => {
      throw new Error('token-1');
    };
    await openStep(Promise.resolve(refusals[1][1]), pending, world.chat);
    expect(world.opened).toHaveLength(count);
    for (const { view } of world.opened) {
      expect(view).toMatchObject({ id: 'logout-p1', submit: null });
      expect(JSON.stringify(view)).toContain('Session `aLiveSession`');
    }
    expect(world.lines.join()).toContain('not-told');
  });

  test('what is thrown is thrown, and nothing is said', async () => {
    const { chat, opened, said } = await worldWith('trigger-1');
    const failing = openStep(Promise.reject(new AppError('error-unauthorized')), pending, chat);
    await expect(failing).rejects.toMatchObject({ code: 'error-unauthorized' });
    expect([opened, said]).toEqual([[], []]);
  });
});

describe('later than a trigger lives', () => {
  const clock = clockInHand();

  async function late(triggerId: string | undefined) {
    const world = await worldWith(triggerId);
    const { promise, resolve, reject } = deferred<ChatStep>();
    let over = false;
    const opening = openStep(promise, pending, world.chat).then(() => (over = true));
    await clock.pass(2_499);
    expect([over, world.said]).toEqual([false, []]);
    await clock.pass(1);
    await opening;
    expect(world.said).toEqual([
      expect.objectContaining({
        room: 'GENERAL',
        buttons: [],
        text: expect.stringMatching(/The workspace is slow.*`aLiveSession`/),
      }),
    ]);
    return { ...world, resolve, reject };
  }

  test.each(asks)('a message says that it is slow, and a later one asks for %s', async (_name, step) => {
    const { resolve, said, opened } = await late('trigger-1');
    resolve(step);
    await clock.turns();
    expect(said.slice(1)).toEqual([expect.objectContaining({ room: 'GENERAL', buttons: ['go-on'] })]);
    expect(opened).toEqual([]);
  });

  test('also where there is no trigger', async () => {
    const { resolve, said } = await late(undefined);
    resolve(asks[0][1]);
    await clock.turns();
    expect(said).toHaveLength(2);
  });

  test('a failure then is told too', async () => {
    const { reject, said, lines } = await late('trigger-1');
    reject(new Error('token-1'));
    await clock.turns();
    expect(said.slice(1)).toEqual([
      expect.objectContaining({ text: expect.stringContaining('Something went wrong'), buttons: [] }),
    ]);
    expect(JSON.stringify([said, lines])).not.toContain('token-1');
    expect(lines.join()).toContain('error-internal');
  });
});
