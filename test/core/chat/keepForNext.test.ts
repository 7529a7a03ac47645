import { ChatStep } from '../../../core/chat/chatStep';
import { keepForNext } from '../../../core/chat/keepForNext';
import { AppError, InvalidInputError } from '../../../core/shared/errors';
import { PendingChoice, PendingSearch } from '../../../core/chat/pendingLogout';
import { BatchResult } from '../../../core/many/batch';
import { SessionResult } from '../../../core/shared/target';
import { alice, chatWorld, pending } from '../../fakes/chat';
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

const common = { reason: 'stolen laptop', roomId: 'GENERAL', correlationId: 'request-1' };
const search: PendingSearch = { ...common, search: { form: true, what: 'choose', utcOffset: 0 } };
const choice: PendingChoice = {
  ...common,
  choice: {
    person: alice,
    listed: [{ sessionId: 'a', userId: 'alice-id', loginAt: NOW }],
    complete: true,
    looked: 1,
    all: false,
    chosen: [],
  },
};
const waitingAs = <Pending extends PendingSearch | PendingChoice>(about: Pending) => ({
  ...about,
  id: 'p1',
  ownerId: 'u1',
  expiresAt: NOW + 1_000,
  turn: 3,
  question: before,
});
const batch = (result: SessionResult): BatchResult => ({ results: [{ sessionId: 'a', result }], at: NOW });

async function keptOf(about: PendingSearch | PendingChoice, step: ChatStep) {
  const { ports } = chatWorld();
  const after = await keepForNext(waitingAs(about), step, ports);
  return { after, kept: await ports.pendingLogouts.peek('p1') };
}

test('what was found takes the place of the search, under the same ID, for the same person, for five minutes', async () => {
  const { after, kept } = await keptOf(search, { kind: 'found', pending: choice, question });
  const expected = { ...choice, turn: 4, question, ownerId: 'u1', expiresAt: NOW + 5 * 60_000 };
  expect(kept).toMatchObject(expected);
  expect(kept).not.toHaveProperty('search');
  expect(after).toMatchObject({ kind: 'found', pending: { ...expected, id: 'p1' } });
});

test('everything of a person takes the place of a search for which there is no licence', async () => {
  const instead: PendingSearch = {
    ...search,
    search: { ...search.search, form: false, person: alice, what: 'everything' },
  };
  const unlicensed: PendingSearch = { ...instead, search: { ...instead.search, unlicensed: true } };
  const { after, kept } = await keptOf(search, { kind: 'code-needed', pending: unlicensed, question });
  const expected = { search: unlicensed.search, turn: 4, question, ownerId: 'u1', expiresAt: NOW + 5 * 60_000 };
  expect(kept).toMatchObject(expected);
  expect(after).toMatchObject({ kind: 'code-needed', pending: { ...expected, id: 'p1' } });
  // From there on it stays, and trying codes does not make it live longer.
  const tried = await keptOf(unlicensed, { kind: 'code-incorrect', pending: unlicensed, question });
  expect(tried.kept).toMatchObject({ search: unlicensed.search, expiresAt: NOW + 1_000 });
});

test('what is left of a batch takes the place of what was chosen', async () => {
  const left: PendingChoice = { ...choice, choice: { ...choice.choice, all: true } };
  const { after, kept } = await keptOf(choice, { kind: 'batch-over', pending: left, batch: batch('refused') });
  expect(kept).toMatchObject({ turn: 4, choice: { all: true } });
  // Without a question of its own it has none: a mailed code is used up.
  expect(kept?.question).toBeUndefined();
  expect(after.pending).toMatchObject({ id: 'p1', turn: 4 });
});

const again: Array<[string, ChatStep]> = [
  ['an incorrect code', { kind: 'code-incorrect', pending: choice, question: before }],
  ['a missing code', { kind: 'code-missing', pending: choice, question: before }],
  ['another mail', { kind: 'code-needed', pending: choice, question }],
  ['nothing chosen', { kind: 'input-invalid', pending: choice, error: new InvalidInputError('sessionIds', 'missing') }],
  ['no connection', { kind: 'connect-first', pending: choice, ended: true }],
  ['a failure', { ...failed(true), pending: choice } as ChatStep],
  ['a batch that left something', { kind: 'batch-over', pending: choice, batch: batch('not-begun') }],
];
test.each(again)('after %s a list is not kept for longer than it was', async (_name, step) => {
  const { kept } = await keptOf(choice, step);
  expect(kept).toMatchObject({ expiresAt: NOW + 1_000, turn: 4, choice: { listed: choice.choice.listed } });
});

test('an unknown person in the form keeps it open; on a command line that is the end', async () => {
  const unknown = (about: PendingSearch): ChatStep => ({
    kind: 'person-unknown',
    pending: waitingAs(about),
    nearest: ['alice'],
  });
  const inForm = await keptOf(search, unknown(search));
  expect(inForm.kept).toMatchObject({ turn: 4, question: before });
  const typed: PendingSearch = { ...search, search: { ...search.search, form: false } };
  const inLine = await keptOf(typed, unknown(typed));
  expect(inLine.kept).toBeUndefined();
  expect(inLine.after.pending.id).toBeUndefined();
});

const lasts: Array<[string, ChatStep]> = [
  ['a batch that ended all', { kind: 'batch-over', pending: waitingAs(choice), batch: batch('ended') }],
  ['sessions that were gone already', { kind: 'batch-over', pending: waitingAs(choice), batch: batch('already-gone') }],
  ['nothing found', { kind: 'none-found', pending: waitingAs(search), complete: true }],
  ['a failure for good', { ...failed(false), pending: waitingAs(search) } as ChatStep],
  ['a logout that is done', { kind: 'done', pending: stored, at: NOW }],
];
test.each(lasts)('after %s nothing is kept, and nothing leads to it', async (_name, step) => {
  const { after, kept } = await keptOf(choice, step);
  expect(kept).toBeUndefined();
  expect(after.kind).toBe(step.kind);
  expect([after.pending.id, after.pending.turn]).toEqual([undefined, undefined]);
  expect(after.pending.correlationId).toBe('request-1');
});
