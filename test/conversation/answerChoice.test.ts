import { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { AnswerTo, answerInTime } from '../../conversation/answerStep';
import { chatAbout } from '../../conversation/chatAbout';
import { ChatStep } from '../../core/chat/chatStep';
import { PendingChoice } from '../../core/chat/pendingLogout';
import { InvalidInputError } from '../../core/shared/errors';
import { Modal } from '../../views/modals';
import { admin, engineWorld } from '../fakes/engine';
import { clockInHand } from '../fakes/time';

const responder = new UIKitInteractionResponder({
  appId: 'the-app',
  triggerId: 'trigger-1',
} as unknown as ConstructorParameters<typeof UIKitInteractionResponder>[0]);
const question = { method: 'totp', mailed: false, failures: 0 } as const;
const choice: PendingChoice['choice'] = {
  listed: [{ sessionId: 'aListedSession', userId: 'u2', username: 'pat', client: 'Chrome', ip: '203.0.113.24' }],
  complete: true,
  looked: 1,
  all: false,
  chosen: [],
};
const steps: Array<[string, (pending: PendingChoice & { id: string; turn: number }) => ChatStep]> = [
  ['found', (pending) => ({ kind: 'found', pending, question })],
  ['an incorrect code', (pending) => ({ kind: 'code-incorrect', pending, question })],
  ['a missing code', (pending) => ({ kind: 'code-missing', pending, question })],
  ['another mail', (pending) => ({ kind: 'code-needed', pending, question })],
  [
    'nothing chosen',
    (pending) => ({
      kind: 'input-invalid',
      pending: { ...pending, question },
      error: new InvalidInputError('sessionIds', 'missing'),
    }),
  ],
];
const clock = clockInHand();

async function answered(make: (typeof steps)[number][1], to: AnswerTo, triggerId: string | undefined) {
  const world = engineWorld();
  const { chat, pending } = await chatAbout(await world.keep(), admin, triggerId, world.call);
  const updated: Array<[Modal, string]> = [];
  const watched = { ...chat, update: async (modal: Modal, trigger: string) => void updated.push([modal, trigger]) };
  const { id, turn, roomId, correlationId } = pending;
  const step = make({ id, turn, roomId, correlationId, choice });
  const answer = await answerInTime(Promise.resolve(step), pending, watched, to, responder);
  return { ...world, answer, updated };
}
const LISTED = /aListedSession|203\.0\.113\.24|Chrome/;

describe.each(steps)('a list is never in what a handler returns, a message or the log: %s', (_name, make) => {
  test('a submit is answered with success; the dialog opens when that has closed the one before', async () => {
    const { answer, said, opened, lines } = await answered(make, 'submit', 'trigger-1');
    expect(answer).toEqual({ success: true });
    expect(said).toEqual([expect.objectContaining({ buttons: ['go-on'] })]);
    expect(opened).toEqual([]);
    await clock.pass(500);
    expect(JSON.stringify(opened)).toMatch(LISTED);
    expect(JSON.stringify([answer, said, lines])).not.toMatch(LISTED);
  });

  test('a click is answered with success; the dialog is updated by a notification', async () => {
    const { answer, said, opened, lines, updated } = await answered(make, 'click', 'trigger-1');
    expect(answer).toEqual({ success: true });
    expect(updated).toEqual([[expect.objectContaining({ title: expect.anything() }), 'trigger-1']]);
    expect(JSON.stringify(updated)).toMatch(LISTED);
    expect(JSON.stringify([answer, said, opened, lines])).not.toMatch(LISTED);
  });

  test('without a trigger a message leads there', async () => {
    const { answer, said, opened } = await answered(make, 'submit', undefined);
    await clock.pass(1_000);
    expect(answer).toEqual({ success: true });
    expect(said).toEqual([expect.objectContaining({ buttons: ['go-on'] })]);
    expect(opened).toEqual([]);
  });
});
