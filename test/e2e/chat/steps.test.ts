import { ACTION } from '../../../views/ids';
import { NOTHING, PROBE } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { expectLeft } from './support/expectations';
import type { Person } from './support/person';
import { say } from './support/texts';
import { sentencesOf, View } from './support/views';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

/** The client that had this view no longer has it open. */
const NOT_OPEN = [expect.objectContaining({ reason: 'no view with this id was open' })];

describe('cancel', () => {
  test('changes nothing and is recorded; the step is over', async () => {
    const review = (await admin.types(`${chat.alice.sessionId} not today`)).opened;
    expect((await admin.closes(review)).all).toEqual([]);

    const [entry] = await expectLeft(chat, { received: NOTHING, recorded: ['cancelled'] });
    expect(entry).toMatchObject({
      via: 'modal',
      callerUsername: 'admin',
      sessionId: chat.alice.sessionId,
      reason: 'not today',
    });

    await admin.sendSubmit(review);
    expect(await chat.newlyDropped()).toEqual(NOT_OPEN);
    await expectLeft(chat, { received: NOTHING, recorded: ['cancelled', 'error-request-expired'] });
  });

  test('at the code', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    await admin.closes(question);

    await admin.sendSubmit(question, { code: await chat.code('admin') });
    expect(await chat.newlyDropped()).toEqual(NOT_OPEN);
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'cancelled', 'error-request-expired'] });
  });

  test('a logout that is done cannot be cancelled', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    await admin.submits(question, { code: await chat.code('admin') });
    await admin.closes(question);

    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 2, logouts: 1 },
      recorded: ['totp-required', 'done'],
    });
  });

  test('nobody can cancel what another person began', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const pat = await chat.person('pat');
    await pat.closes(question);
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

    await admin.submits(question, { code: await chat.code('admin') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 2, logouts: 1 },
      recorded: ['totp-required', 'done'],
    });
  });
});

describe('a step works once', () => {
  test('submitted many times at once: one logout, one message, the others refused', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    const before = (await admin.received()).length;
    const answers = await Promise.all(Array.from({ length: 8 }, () => admin.sendSubmit(question, { code })));

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 2, logouts: 1 },
      recorded: expect.arrayContaining(['totp-required', 'done']),
    });
    const results = entries.map(({ outcome }) => (outcome === 'unknown' ? outcome : outcome.result));
    expect(results.sort()).toEqual([...Array<string>(7).fill('error-request-expired'), 'done', 'totp-required'].sort());
    const messages = (await admin.received()).slice(before).filter(({ kind }) => kind === 'message');
    expect(messages).toHaveLength(1);
    await chat.newlyDropped(); // whether the refused ones found the view still open depends on which came first
  });

  test('the review submitted twice at once: the workspace is asked once', async () => {
    const review = (await admin.types(chat.alice.sessionId)).opened;
    await Promise.all([admin.sendSubmit(review), admin.sendSubmit(review)]);

    await expectLeft(chat, { received: PROBE, recorded: expect.arrayContaining(['totp-required']) });
    await chat.newlyDropped();
  });

  test('submitted again when it is done: refused and recorded, nothing is sent', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    await admin.submits(question, { code });

    const { body } = await admin.sendSubmit(question, { code });
    expect(sentencesOf((body as { view: View }).view)).toEqual([say('error-request-expired')]);
    expect(await chat.newlyDropped()).toEqual(NOT_OPEN);
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 2, logouts: 1 },
      recorded: ['totp-required', 'done', 'error-request-expired'],
    });
    expect(entries[2]).toMatchObject({ via: 'modal', callerUsername: 'admin' });
  });

  test('the "Go on" of a logout that is done: refused, and said in a dialog', async () => {
    await chat.fault({ path: '/api/v1/sessions/logout', kind: 'drop' });
    const review = (await admin.types(chat.alice.sessionId)).opened;
    const { message } = await admin.submits(review);
    const question = (await admin.submits((await admin.clicks(message, ACTION.goOn)).opened)).updated;
    await admin.submits(question, { code: await chat.code('admin') });

    const again = await admin.clicks(message, ACTION.goOn);
    expect(sentencesOf(again.opened)).toEqual([say('error-request-expired')]);
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 3, logouts: 1 },
      recorded: ['error-workspace-unreachable', 'totp-required', 'done', 'error-request-expired'],
    });
  });
});

describe("somebody else's step", () => {
  let pat: Person;
  let question: View;

  beforeEach(async () => {
    pat = await chat.connected('pat');
    question = await admin.opensDialog(chat.alice.sessionId);
  });

  /** Refused and recorded under the name of whoever tried it; it still works for the person who began it. */
  const expectRefusedAndIntact = async (): Promise<void> => {
    const entries = await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-request-foreign'] });
    expect(entries[1]).toMatchObject({ callerUsername: 'pat', callerId: pat.login.userId, via: 'modal' });
    // It says nothing about what the other person is about to do.
    expect(entries[1]).not.toHaveProperty('sessionId');
    expect(JSON.stringify(await pat.received())).not.toContain(chat.alice.sessionId);

    await admin.submits(question, { code: await chat.code('admin') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 2, logouts: 1 },
      recorded: ['totp-required', 'error-request-foreign', 'done'],
    });
  };

  test('submitted, with a code that would be correct', async () => {
    const { body } = await pat.sendSubmit(question, { code: await chat.code('admin') });

    expect(sentencesOf((body as { view: View }).view)).toEqual([say('error-request-foreign')]);
    expect(await chat.newlyDropped()).toEqual(NOT_OPEN);
    await expectRefusedAndIntact();
  });

  test.each([ACTION.goOn, ACTION.sendAgain])('the button "%s"', async (actionId) => {
    const value = question.id.replace(/^logout-/, '');
    const message = { kind: 'message', text: '', roomId: 'GENERAL' } as const;
    const { body } = await pat.sendClick(message, { type: 'button', actionId, value });

    const said = JSON.stringify([body, await pat.received()]);
    expect(said).toContain(say('error-request-foreign'));
    await chat.newlyDropped();
    await expectRefusedAndIntact();
  });
});
