import { setTimeout as pause } from 'timers/promises';
import { ACTION, BLOCK } from '../../../views/ids';
import type { Answer } from '../../../workspace/client/http';
import { incorrect } from '../support/codes';
import { PROBE } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft, resultOf, REFUSED_AT_LOOK_UP } from './support/expectations';
import type { Person } from './support/person';
import { Shown } from './support/shown';
import { say, sayingOfRequest } from './support/texts';
import { buttonOf, fieldIn, sentencesOf, View } from './support/views';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

/** The client that had this view no longer has it open. */
const NOT_OPEN = [expect.objectContaining({ reason: 'no view with this id was open' })];

/** A client that keeps dialogs open is answered, though this dialog is closed; an older one is shown another dialog. */
async function refusedAsExpired(submit: () => Promise<Answer>): Promise<void> {
  const before = (await admin.received()).length;
  const { body } = await submit();
  if (await chat.keepsDialogs()) {
    expect(sentencesOf((body as { view: View }).view)).toEqual([say('error-request-expired')]);
    expect(await chat.newlyDropped()).toEqual(NOT_OPEN);
  } else {
    expect(sentencesOf(await openedLater(admin, before))).toEqual([say('error-request-expired')]);
  }
}

/** What opens for a person some time after they were answered. */
async function openedLater(person: Person, before: number): Promise<View> {
  for (;;) {
    const shown = (await person.received()).slice(before);
    if (shown.length > 0) {
      return new Shown(shown).opened;
    }
    await pause(50);
  }
}

describe('cancel', () => {
  test('changes nothing and is recorded; the step is over', async () => {
    const question = await admin.opensDialog(`${chat.alice.sessionId} not today`);
    expect((await admin.closes(question)).all).toEqual([]);

    const entries = await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'cancelled'] });
    expect(entries[1]).toMatchObject({
      via: 'modal',
      callerUsername: 'admin',
      sessionId: chat.alice.sessionId,
      reason: 'not today',
    });

    await refusedAsExpired(() => admin.sendSubmit(question, { reason: 'all the same' }));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'cancelled', 'error-request-expired'] });
  });

  test('after an incorrect code', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    const { view } = await admin.goesOn(await admin.submits(question, { code: incorrect(code) }));
    await admin.closes(view);

    await refusedAsExpired(() => admin.sendSubmit(view, { code }));
    await expectLeft(chat, {
      received: REFUSED_AT_LOOK_UP,
      recorded: ['totp-required', 'totp-invalid', 'cancelled', 'error-request-expired'],
    });
  });

  test('a logout that is done cannot be cancelled', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    await admin.submits(question, { code: await chat.code('admin') });
    await admin.closes(question);

    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
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
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
  });
});

describe('a step works once', () => {
  test('submitted many times at once: one logout, one result, the others refused', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    const before = (await admin.received()).length;
    const answers = await Promise.all(Array.from({ length: 8 }, () => admin.sendSubmit(question, { code })));

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: expect.arrayContaining(['totp-required', 'done']),
    });
    // Refusals of the same kind within a minute are counted in one entry.
    expect(Array.from(new Set(entries.map(resultOf))).sort()).toEqual([
      'done',
      'error-request-expired',
      'totp-required',
    ]);
    expect(entries.filter((entry) => resultOf(entry) === 'done')).toHaveLength(1);
    const messages = (await admin.received()).slice(before).filter(({ kind }) => kind === 'message');
    const results = messages.filter((each) => each.kind === 'message' && each.text !== say('error-request-expired'));
    expect(results).toEqual([expect.objectContaining({ text: sayingOfRequest('chat:done') })]);
    await chat.untilRefusalsAreTold(7);
    await chat.newlyDropped(); // whether the refused ones found the view still open depends on which came first
  });

  test.each(['6.5.3', '8.0.0'])('an incorrect code submitted twice at once, %s: it is tried once', async (release) => {
    await chat.settings({ release });
    const question = await admin.opensDialog(chat.alice.sessionId);
    const code = incorrect(await chat.code('admin'));
    await Promise.all([admin.sendSubmit(question, { code }), admin.sendSubmit(question, { code })]);

    await expectLeft(chat, { received: REFUSED_AT_LOOK_UP, recorded: expect.arrayContaining(['totp-invalid']) });
    await chat.untilRefusalsAreTold();
    await chat.newlyDropped();
  });

  test('the field of an earlier try counts for nothing, even with a correct code', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    const { view } = await admin.goesOn(await admin.submits(question, { code: incorrect(code) }));
    expect(fieldIn(view, BLOCK.code)).not.toBe(fieldIn(question, BLOCK.code));
    expect(admin.sees(view, BLOCK.code)).toBeUndefined();

    const again = await admin.goesOn(await admin.submits(question, { code }));
    await expectLeft(chat, { received: REFUSED_AT_LOOK_UP, recorded: ['totp-required', 'totp-invalid'] });

    // A client sends what was typed into the fields before as well.
    const old = Object.fromEntries([question, view].map((each) => [fieldIn(each, BLOCK.code), incorrect(code)]));
    const state = { [BLOCK.code]: { ...old, [fieldIn(again.view, BLOCK.code)]: code } };
    await admin.submitsState(again.view, state);
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });

  test('submitted again when it is done: refused and recorded, nothing is sent', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    await admin.submits(question, { code });

    await refusedAsExpired(() => admin.sendSubmit(question, { code }));
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done', 'error-request-expired'],
    });
    expect(entries[2]).toMatchObject({ via: 'modal', callerUsername: 'admin' });
  });

  test('the "Try again" of a logout that is done: refused, and said in a dialog', async () => {
    await chat.fault({ path: '/api/v1/sessions/logout', kind: 'drop' });
    const { message } = await admin.types(chat.alice.sessionId);
    const question = (await admin.clicks(message, ACTION.goOn)).opened;
    await admin.submits(question, { code: await chat.code('admin') });

    const again = await admin.clicks(message, ACTION.goOn);
    expect(sentencesOf(again.opened)).toEqual([say('error-request-expired')]);
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 3, logouts: 1 },
      recorded: ['error-workspace-unreachable', 'totp-required', 'done', 'error-request-expired'],
    });
  });

  test('the "Try again" clicked twice at once: the workspace is asked once', async () => {
    await chat.fault({ path: '/api/v1/sessions/logout', kind: 'drop' });
    const { message } = await admin.types(chat.alice.sessionId);
    const button = buttonOf(message, ACTION.goOn);
    await Promise.all([admin.sendClick(message, button), admin.sendClick(message, button)]);

    // The second one finds either nothing, or the question that the first one has brought.
    await expectLeft(chat, {
      received: { probes: 2, logouts: 0 },
      recorded: expect.arrayContaining(['error-workspace-unreachable', 'totp-required']),
    });
    await chat.newlyDropped();
  });
});

describe("somebody else's step", () => {
  let pat: Person;
  let question: View;
  let received: number;

  beforeEach(async () => {
    pat = await chat.connected('pat');
    received = (await pat.received()).length;
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
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'error-request-foreign', 'done'],
    });
  };

  test('submitted, with a code that would be correct', async () => {
    const { body } = await pat.sendSubmit(question, { code: await chat.code('admin') });

    if (await chat.keepsDialogs()) {
      expect(sentencesOf((body as { view: View }).view)).toEqual([say('error-request-foreign')]);
      expect(await chat.newlyDropped()).toEqual(NOT_OPEN);
    } else {
      expect(sentencesOf(await openedLater(pat, received))).toEqual([say('error-request-foreign')]);
    }
    await expectRefusedAndIntact();
  });

  test.each([ACTION.goOn, ACTION.connect, ACTION.sendAgain])('the button "%s"', async (actionId) => {
    const value = question.id.replace(/^logout-/, '');
    const message = { kind: 'message', text: '', roomId: 'GENERAL' } as const;
    const { body } = await pat.sendClick(message, { type: 'button', actionId, value });

    const said = JSON.stringify([body, await pat.received()]);
    expect(said).toContain(say('error-request-foreign'));
    await chat.newlyDropped();
    await expectRefusedAndIntact();
  });
});
