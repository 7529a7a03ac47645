import { chatWith } from '../../conversation/chat';
import { problemOf } from '../../conversation/problemOf';
import { ChatStep } from '../../core/chat/chatStep';
import { CodeQuestion } from '../../core/chat/pendingLogout';
import { AppError, InvalidInputError } from '../../core/shared/errors';
import { admin, engineWorld, ROOM } from '../fakes/engine';

const pending = { id: 'p1', turn: 1, sessionId: 'aLiveSession', roomId: ROOM.id, correlationId: 'request-1' };
const email: CodeQuestion = { method: 'email', address: 'o…@example.com', mailed: false, failures: 1 };

async function problem(step: ChatStep, tries?: number): Promise<string | undefined> {
  const chat = await chatWith(admin, { room: ROOM }, engineWorld().call);
  return problemOf(step, { ...chat, mailedCodeTries: async () => tries });
}

const incorrect: Array<[string, Partial<CodeQuestion>, number | undefined, string]> = [
  ['of an authenticator', { method: 'totp' }, 5, 'That code is incorrect.'],
  ['of a mail, with tries left', {}, 5, 'That code is incorrect. Tries left: at most 4.'],
  ['of a mail, with one left', { failures: 4 }, 5, 'That code is incorrect. Tries left: at most 1.'],
  ['of a mail, with none left', { failures: 5 }, 5, 'That code is incorrect.'],
  ['of a mail, where the number of tries is not known', {}, undefined, 'That code is incorrect.'],
  ['that had run out', { mailed: true }, 5, 'That code no longer works. We mailed a new one to o…@example.com.'],
  ['that had run out, of an address nobody knows', { mailed: true, address: undefined }, 5, 'a new one to ….'],
];
test.each(incorrect)('an incorrect code %s', async (_name, change, tries, text) => {
  expect(await problem({ kind: 'code-incorrect', pending, question: { ...email, ...change } }, tries)).toContain(text);
});

const others: Array<[string, ChatStep, string]> = [
  ['no code', { kind: 'code-missing', pending, question: email }, 'Enter the code.'],
  [
    'a reason that may be the code',
    { kind: 'input-invalid', pending, error: new InvalidInputError('reason', 'looks-like-code') },
    'looks like a code',
  ],
  [
    'a failure',
    { kind: 'failed', pending, error: new AppError('error-workspace-unreachable'), again: true },
    'Nothing was',
  ],
  [
    'a failure that leads to the log',
    { kind: 'failed', pending, error: new AppError('error-internal'), again: true },
    'Request request-1',
  ],
];
test.each(others)('%s', async (_name, step, text) => {
  expect(await problem(step)).toContain(text);
});

test.each([
  { kind: 'code-needed', pending, question: email },
  { kind: 'confirm-needed', pending, question: 'confirm' },
  { kind: 'done', pending, at: 0 },
  { kind: 'connect-first', pending, ended: false },
] as ChatStep[])('nothing went wrong with $kind', async (step) => {
  expect(await problem(step)).toBeUndefined();
});
