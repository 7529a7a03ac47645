import { Chat, chatWith } from '../../conversation/chat';
import { tell, tellLater } from '../../conversation/tell';
import { ChatStep } from '../../core/chat/chatStep';
import { AppError } from '../../core/shared/errors';
import { admin, engineWorld, ROOM } from '../fakes/engine';

const pending = { sessionId: 'aLiveSession', roomId: ROOM.id, correlationId: 'request-1' };
const done: ChatStep = { kind: 'done', pending, at: 0 };

async function worldWith(change: Partial<Chat> = {}) {
  const world = engineWorld();
  return { ...world, chat: { ...(await chatWith(admin, { room: ROOM }, world.call)), ...change } };
}
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

test.each([
  [done, 'done'],
  [
    { kind: 'failed', pending, error: new AppError('error-session-not-found'), again: false },
    'error-session-not-found',
  ],
] as Array<[ChatStep, string]>)(
  'a step is told in chat and noted in the log, under its request: %#',
  async (step, result) => {
    const { chat, said, lines } = await worldWith();
    expect(await tell(step, chat)).toBe(true);
    expect(said).toEqual([expect.objectContaining({ room: 'GENERAL', text: expect.stringContaining('request-1') })]);
    expect(lines).toEqual([JSON.stringify({ event: 'logout', correlationId: 'request-1', result })]);
  },
);

test('what cannot be told is noted all the same', async () => {
  const { chat, lines } = await worldWith({ say: async () => false });
  expect(await tell(done, chat)).toBe(false);
  expect(lines).toHaveLength(1);
});

/** Jest fails a test in which a rejection is handled by nobody. */
describe('told later, never throwing into the process', () => {
  const broken = (): never => {
    throw new Error('token-1');
  };
  const failing = (): Promise<never> => Promise.reject(new Error('token-1'));

  test('a result comes when it is there', async () => {
    const { chat, said } = await worldWith();
    tellLater(Promise.resolve(done), chat);
    await settled();
    expect(said).toEqual([expect.objectContaining({ text: expect.stringContaining('was ended') })]);
  });

  test('a failure is told without what was thrown', async () => {
    const { chat, said, lines } = await worldWith();
    tellLater(failing(), chat);
    await settled();
    expect(said).toEqual([expect.objectContaining({ text: expect.stringContaining('Something went wrong') })]);
    expect(JSON.stringify([said, lines])).not.toContain('token-1');
  });

  const changes: Array<[string, Partial<Chat>]> = [
    ['a message that rejects', { say: async () => broken() }],
    ['a message that throws', { say: broken }],
    ['a text that throws', { view: { appId: 'the-app', t: broken } }],
  ];
  describe.each(changes)('%s leaves a line in the log', (_name, change) => {
    test.each([
      ['a result', () => Promise.resolve(done)],
      ['a failure', failing],
    ])('for %s', async (_what, work) => {
      const { chat, lines } = await worldWith(change);
      expect(() => tellLater(work(), chat)).not.toThrow();
      await settled();
      expect(lines.join()).toContain('"result":"not-told"');
      expect(lines.join()).not.toContain('token-1');
    });
  });
});
