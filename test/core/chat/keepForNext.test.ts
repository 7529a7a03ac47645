import { ChatStep } from '../../../core/chat/chatStep';
import { keepForNext } from '../../../core/chat/keepForNext';
import { AppError, InvalidInputError } from '../../../core/shared/errors';
import { chatWorld, pending } from '../../fakes/chat';
import { NOW } from '../../fakes/ports';

const before = { method: 'totp', mailed: false, failures: 0 } as const;
const question = { method: 'email', mailed: true, failures: 1 } as const;
const stored = { ...pending, id: 'p1', ownerId: 'u1', expiresAt: NOW + 1_000, turn: 3, question: before };
const failed = (again: boolean): ChatStep => ({
  kind: 'failed',
  pending,
  error: new AppError('error-workspace-timeout'),
  again,
});
const invalid = new InvalidInputError('reason', 'too-long');

async function keptAfter(step: ChatStep) {
  const { ports } = chatWorld();
  const after = await keepForNext(stored, step, ports);
  return { after, kept: await ports.pendingLogouts.peek('p1') };
}

const goesOn: Array<[string, ChatStep, object]> = [
  ['a question', { kind: 'code-needed', pending, question }, { question, expiresAt: NOW + 5 * 60_000 }],
  [
    'a demand for a yes',
    { kind: 'confirm-needed', pending, question: 'confirm' },
    { question: 'confirm', expiresAt: NOW + 5 * 60_000 },
  ],
  ['a missing code', { kind: 'code-missing', pending, question: before }, { question: before, expiresAt: NOW + 1_000 }],
  ['an incorrect code', { kind: 'code-incorrect', pending, question }, { question, expiresAt: NOW + 1_000 }],
  [
    'invalid input',
    { kind: 'input-invalid', pending, error: invalid },
    { question: before, expiresAt: NOW + 5 * 60_000 },
  ],
  [
    'no connection',
    { kind: 'connect-first', pending, ended: false },
    { question: before, expiresAt: NOW + 5 * 60_000 },
  ],
  ['a failure worth another try', failed(true), { question: before, expiresAt: NOW + 5 * 60_000 }],
];
test.each(goesOn)('after %s it waits for another step, one turn later', async (_name, step, expected) => {
  const { after, kept } = await keptAfter(step);
  expect(kept).toMatchObject({ ...pending, ownerId: 'u1', turn: 4, ...expected });
  // The step is about it as it waits, so that its dialog and its buttons lead there.
  expect(after).toMatchObject({ kind: step.kind, pending: { id: 'p1', turn: 4, ...expected } });
});

test.each([
  ['it is done', { kind: 'done', pending, at: NOW } as const],
  ['it failed for good', failed(false)],
])('when %s nothing is kept', async (_name, step) => {
  const { after, kept } = await keptAfter(step);
  expect(kept).toBeUndefined();
  expect(after).toEqual(step);
  expect(after.pending.id).toBeUndefined();
});
