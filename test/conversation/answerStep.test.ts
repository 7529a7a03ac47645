import { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { answerInTime } from '../../conversation/answerStep';
import { chatAbout } from '../../conversation/chatAbout';
import { ChatStep } from '../../core/chat/chatStep';
import { AppError, InvalidInputError } from '../../core/shared/errors';
import { ACTION } from '../../views/ids';
import { admin, engineWorld } from '../fakes/engine';

const responder = new UIKitInteractionResponder({
  appId: 'the-app',
  triggerId: 'trigger-1',
} as unknown as ConstructorParameters<typeof UIKitInteractionResponder>[0]);
const question = { method: 'email', address: 'o…@example.com', mailed: false, failures: 1 } as const;

async function step(make: (pending: ChatStep['pending']) => ChatStep | Promise<ChatStep>) {
  const world = engineWorld();
  const { chat, pending } = await chatAbout(await world.keep(), admin, 'trigger-1', world.call);
  const working = Promise.resolve().then(() => make(pending));
  return { ...world, id: pending.id, answer: await answerInTime(working, pending, chat, responder) };
}

test('a question changes the dialog to the one that asks it', async () => {
  const { answer, said } = await step((pending) => ({ kind: 'code-needed', pending, question }));
  expect(answer).toMatchObject({ success: true, type: 'modal.update' });
  expect(JSON.stringify(answer)).toContain(ACTION.code);
  expect(said).toEqual([]);
});

test('an incorrect code is told at its field', async () => {
  const { answer } = await step((pending) => ({ kind: 'code-incorrect', pending, question }));
  expect(answer).toMatchObject({ success: false, errors: { [ACTION.code]: 'That code is incorrect.' } });
});

test.each([
  [new InvalidInputError('reason', 'too-long'), ACTION.reason, 'at most 500 characters'],
  [new InvalidInputError('x-2fa-code', 'not-allowed'), ACTION.code, 'That code is incorrect.'],
])('input that cannot be accepted is told at its field', async (error, field, text) => {
  const { answer } = await step((pending) => ({ kind: 'input-invalid', pending, error }));
  expect(answer).toMatchObject({ success: false, errors: { [field]: expect.stringContaining(text) } });
});

test('what ends a step is told in chat, and closes the dialog', async () => {
  const { answer, said, lines } = await step((pending) => ({ kind: 'done', pending, at: 0 }));
  expect(answer).toEqual({ success: true });
  expect(said).toEqual([expect.objectContaining({ room: 'GENERAL', text: expect.stringContaining('was ended') })]);
  expect(lines.join()).toContain('"correlationId":"request-1","result":"done"');
});

test('what was thrown is told in the dialog by its code alone', async () => {
  const { answer, lines } = await step(() => Promise.reject(new Error('token-1')));
  expect(answer).toMatchObject({ type: 'modal.update' });
  expect(JSON.stringify(answer)).toContain('Something went wrong');
  expect(lines.join()).toContain('error-internal');
  expect(JSON.stringify(answer) + lines.join()).not.toContain('token-1');
});

describe('a slow workspace', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  const results: Array<[string, (pending: ChatStep['pending']) => ChatStep | Promise<never>, string]> = [
    ['a result', (pending) => ({ kind: 'done', pending, at: 0 }), 'was ended'],
    ['a failure', () => Promise.reject(new AppError('error-request-expired')), 'This step was used already'],
  ];
  test.each(results)('is said to be slow after 3.5 s, and %s follows in chat', async (_name, make, text) => {
    const world = engineWorld();
    const { chat, pending } = await chatAbout(await world.keep(), admin, 'trigger-1', world.call);
    let finish!: () => void;
    const working = new Promise<void>((resolve) => (finish = resolve)).then(() => make(pending));
    const answering = answerInTime(working, pending, chat, responder);
    let answered = false;
    void answering.then(() => (answered = true));
    await jest.advanceTimersByTimeAsync(3_499);
    expect(answered).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(JSON.stringify(await answering)).toContain('The workspace is slow');
    expect(world.said).toEqual([]);
    finish();
    await turns();
    expect(world.said).toEqual([expect.objectContaining({ room: 'GENERAL', text: expect.stringContaining(text) })]);
  });
});
