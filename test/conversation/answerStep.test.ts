import { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { AnswerTo, answerInTime } from '../../conversation/answerStep';
import { chatAbout } from '../../conversation/chatAbout';
import { ChatStep, StepPending } from '../../core/chat/chatStep';
import { StoredPendingLogout } from '../../core/chat/pendingLogout';
import { AppError, InvalidInputError } from '../../core/shared/errors';
import { BLOCK } from '../../views/ids';
import { admin, engineWorld } from '../fakes/engine';
import { clockInHand, deferred } from '../fakes/time';

const responder = new UIKitInteractionResponder({
  appId: 'the-app',
  triggerId: 'trigger-1',
} as unknown as ConstructorParameters<typeof UIKitInteractionResponder>[0]);
const question = { method: 'email', address: 'o…@example.com', mailed: false, failures: 1 } as const;
/** Clients that keep a dialog open after its submit, and those that close it or may do so. */
const KEEPS = ['6.8', '6.13.1', '7.0.0', '8.1.0-rc.1'];
const CLOSES = ['6.5', '6.7.9', '5.4.0', 'garbage', null];

type Make = (pending: StoredPendingLogout) => ChatStep | Promise<ChatStep>;
const waits: Array<[string, Make, string]> = [
  ['a question', (pending) => ({ kind: 'code-needed', pending, question }), 'o…@example.com'],
  ['a missing code', (pending) => ({ kind: 'code-missing', pending, question }), 'Enter the code.'],
  ['an incorrect code', (pending) => ({ kind: 'code-incorrect', pending, question }), 'That code is incorrect.'],
  ['a demand for a yes', (pending) => ({ kind: 'confirm-needed', pending, question: 'confirm' }), 'does not ask you'],
  [
    'input that cannot be accepted',
    (pending) => ({
      kind: 'input-invalid',
      pending: { ...pending, question },
      error: new InvalidInputError('reason', 'too-long'),
    }),
    'at most 500 characters',
  ],
];

async function worldWith(version: string | null) {
  const world = engineWorld();
  world.workspace.version = version ?? undefined;
  const { chat, pending } = await chatAbout(await world.keep(), admin, undefined, world.call);
  return { ...world, chat, pending };
}
async function answered(make: Make, to: AnswerTo, version: string | null = '8.0.0') {
  const world = await worldWith(version);
  const working = Promise.resolve().then(() => make(world.pending));
  return { ...world, answer: await answerInTime(working, world.pending, world.chat, to, responder) };
}
const isNotice = (pending: StoredPendingLogout): unknown =>
  expect.objectContaining({
    success: true,
    type: 'modal.update',
    view: expect.objectContaining({ id: `logout-${pending.id}`, submit: null }),
  });

describe('what has to be done next', () => {
  describe.each(waits)('%s', (_name, make, text) => {
    const keeping: Array<[AnswerTo, string | null]> = [
      ...KEEPS.map((version): [AnswerTo, string] => ['submit', version]),
      ...[...KEEPS, ...CLOSES].map((version): [AnswerTo, string | null] => ['click', version]),
    ];
    test.each(keeping)('after a %s in a client of %s: asked in the dialog that is open', async (to, version) => {
      const { answer, said, pending, lines } = await answered(make, to, version);
      expect(answer).toMatchObject({
        success: true,
        type: 'modal.update',
        view: { id: `logout-${pending.id}`, submit: { style: 'danger' } },
      });
      expect(JSON.stringify(answer)).toContain(text);
      // The engine logs it, and the client keeps what was typed.
      expect(JSON.stringify(answer)).not.toContain('stolen laptop');
      expect(said).toEqual([]);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('"correlationId":"request-1"');
    });

    test.each(CLOSES)('after a submit in a client of %s: asked in a message, with a button', async (version) => {
      const { answer, said, pending } = await answered(make, 'submit', version);
      expect(answer).toEqual({ success: true });
      expect(said).toEqual([
        expect.objectContaining({ room: 'GENERAL', threadId: 'thread-1', user: 'u1', buttons: ['go-on'] }),
      ]);
      expect(said[0].values).toEqual([pending.id]);
    });
  });

  test('a problem stands in the dialog itself, and none where nothing went wrong', async () => {
    const [needed, incorrect] = await Promise.all([answered(waits[0][1], 'submit'), answered(waits[2][1], 'submit')]);
    expect(JSON.stringify(needed.answer)).not.toContain('"callout"');
    expect(JSON.stringify(incorrect.answer)).toContain(`"blockId":"${BLOCK.problem}"`);
    expect(JSON.stringify(incorrect.answer)).not.toContain('"errors"');
  });

  test.each([
    ['submit', 1],
    ['click', 0],
  ] as Array<[AnswerTo, number]>)('the version is asked for only where it matters: %s', async (to, count) => {
    expect((await answered(waits[0][1], to)).workspace.versionAsked).toBe(count);
    expect((await answered((pending) => ({ kind: 'done', pending, at: 0 }), to)).workspace.versionAsked).toBe(0);
  });

  test('a step that does not wait is told in a message', async () => {
    const make: Make = ({ roomId, correlationId }) => {
      const pending: StepPending = { sessionId: 'aLiveSession', roomId, correlationId };
      return { kind: 'code-incorrect', pending, question };
    };
    const { answer, said } = await answered(make, 'submit');
    expect(answer).toEqual({ success: true });
    expect(said).toEqual([expect.objectContaining({ buttons: [] })]);
  });
});

const ends: Array<[string, Make, string]> = [
  ['done', (pending) => ({ kind: 'done', pending, at: 0 }), 'was ended'],
  ['no connection', (pending) => ({ kind: 'connect-first', pending, ended: true }), 'act for you again'],
  [
    'a failure for good',
    (pending) => ({ kind: 'failed', pending, error: new AppError('error-session-not-found'), again: false }),
    '(Session `aLiveSession`.)',
  ],
];
describe.each(ends)('what ends the dialog: %s', (_name, make, text) => {
  test.each([...KEEPS, ...CLOSES])('after a submit in a client of %s it is told in chat', async (version) => {
    const { answer, said, lines } = await answered(make, 'submit', version);
    expect(answer).toEqual({ success: true });
    expect(said).toEqual([expect.objectContaining({ room: 'GENERAL', text: expect.stringContaining(text) })]);
    expect(lines.join()).toContain('"correlationId":"request-1"');
  });

  test('after a click the dialog that stays open says it too, and asks for nothing', async () => {
    const { answer, said, pending } = await answered(make, 'click');
    expect(said).toHaveLength(1);
    expect(answer).toEqual(isNotice(pending));
    expect(JSON.stringify(answer)).toContain(text);
  });

  test('where nothing can be said in chat, the dialog says it', async () => {
    const world = await worldWith('8.0.0');
    world.workspace.notify = () => {
      throw new Error('token-1');
    };
    const answer = await answerInTime(
      Promise.resolve(make(world.pending)),
      world.pending,
      world.chat,
      'submit',
      responder,
    );
    expect(answer).toEqual(isNotice(world.pending));
    expect(JSON.stringify(answer)).toContain(text);
  });
});

describe('a failure that may be tried again', () => {
  const make: Make = (pending) => ({
    kind: 'failed',
    pending: { ...pending, question },
    error: new AppError('error-workspace-unreachable'),
    again: true,
  });

  test('after a submit is told in chat, with a button', async () => {
    const { answer, said } = await answered(make, 'submit');
    expect(answer).toEqual({ success: true });
    expect(said).toEqual([expect.objectContaining({ buttons: ['go-on'] })]);
  });

  test('after a click is told in the dialog, where the same question stands', async () => {
    const { answer, said } = await answered(make, 'click');
    expect(answer).toMatchObject({ type: 'modal.update', view: { submit: { style: 'danger' } } });
    expect(JSON.stringify(answer)).toContain('"callout"');
    expect(said).toEqual([]);
  });
});

describe('what was thrown', () => {
  test.each(KEEPS)('is told in the dialog of a client of %s by its code alone', async (version) => {
    const { answer, said, lines, pending } = await answered(
      () => Promise.reject(new Error('token-1')),
      'submit',
      version,
    );
    expect(answer).toEqual(isNotice(pending));
    expect(JSON.stringify(answer)).toMatch(/Something went wrong.*Request request-1/);
    expect(said).toEqual([]);
    expect(lines.join()).toContain('error-internal');
    expect(JSON.stringify([answer, said, lines])).not.toContain('token-1');
  });

  test.each(CLOSES)('is told in chat too in a client of %s', async (version) => {
    const { answer, said, pending } = await answered(() => Promise.reject(new Error('token-1')), 'submit', version);
    expect(answer).toEqual(isNotice(pending));
    expect(said).toEqual([expect.objectContaining({ text: expect.stringContaining('Request request-1') })]);
    expect(JSON.stringify([answer, said])).not.toContain('token-1');
  });

  test('after a click is told in the dialog alone', async () => {
    const gone = () => Promise.reject(new AppError('error-request-expired'));
    const { answer, said, pending } = await answered(gone, 'click', '6.5');
    expect(answer).toEqual(isNotice(pending));
    expect(JSON.stringify(answer)).toContain('This step was used already');
    expect(said).toEqual([]);
  });
});

describe('a slow workspace', () => {
  const clock = clockInHand();

  async function late(to: AnswerTo, version: string | null) {
    const world = await worldWith(version);
    const { promise, resolve, reject } = deferred<ChatStep>();
    const answering = answerInTime(promise, world.pending, world.chat, to, responder);
    let over = false;
    void answering.then(() => (over = true));
    await clock.pass(3_499);
    expect(over).toBe(false);
    await clock.pass(1);
    const answer = await answering;
    expect(answer).toEqual(isNotice(world.pending));
    expect(JSON.stringify(answer)).toContain('The workspace is slow');
    return { ...world, resolve, reject };
  }

  test.each([
    ['submit', '8.0.0'],
    ['click', '8.0.0'],
    ['click', '6.5'],
  ] as Array<[AnswerTo, string]>)(
    'after a %s in a client of %s the dialog says so after 3.5 s',
    async (to, version) => {
      const { resolve, pending, said } = await late(to, version);
      expect(said).toEqual([]);
      resolve({ kind: 'done', pending, at: 0 });
      await clock.turns();
      expect(said).toEqual([expect.objectContaining({ room: 'GENERAL', text: expect.stringContaining('was ended') })]);
    },
  );

  test.each(CLOSES)('after a submit in a client of %s a message says so too', async (version) => {
    const { resolve, pending, said } = await late('submit', version);
    expect(said).toEqual([expect.objectContaining({ text: expect.stringMatching(/slow.*`aLiveSession`/) })]);
    resolve({ kind: 'code-incorrect', pending, question });
    await clock.turns();
    expect(said.slice(1)).toEqual([expect.objectContaining({ buttons: ['go-on'] })]);
  });

  test('a next step follows in chat, with a button', async () => {
    const { resolve, pending, said } = await late('submit', '8.0.0');
    resolve({ kind: 'code-incorrect', pending, question });
    await clock.turns();
    expect(said).toEqual([expect.objectContaining({ buttons: ['go-on'], values: [pending.id] })]);
  });

  test('a failure follows in chat', async () => {
    const { reject, said } = await late('submit', '8.0.0');
    reject(new AppError('error-request-expired'));
    await clock.turns();
    expect(said).toEqual([expect.objectContaining({ text: expect.stringContaining('This step was used already') })]);
  });
});
