import { ACTION, BLOCK } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { NOTHING, PROBE } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft } from './support/expectations';
import type { Person } from './support/person';
import { named, say, saying } from './support/texts';
import { buttonOf, fieldsOf, filledIn, sentencesOf } from './support/views';

const chat = useChat();

describe('with an authenticator app', () => {
  let admin: Person;
  beforeEach(async () => {
    admin = await chat.connected('admin');
  });

  test('review, code, done', async () => {
    const { alice } = chat;
    const review = (await admin.types(`${alice.sessionId} lost in a taxi`)).opened;
    expect(sentencesOf(review)).toEqual([say('modal:session', named(alice.sessionId))]);
    expect(fieldsOf(review)).toEqual({ [BLOCK.reason]: say('modal:reason') });
    expect(filledIn(review, BLOCK.reason)).toBe('lost in a taxi');
    expect(review).toMatchObject({
      title: { text: say('modal:title') },
      submit: { text: { text: say('modal:continue') } },
      close: { text: { text: say('modal:cancel') } },
      notifyOnClose: true,
    });
    // The first modal opens before the workspace is asked anything.
    await expectLeft(chat, { received: NOTHING, recorded: [] });

    const question = (await admin.submits(review, { reason: 'lost in a taxi' })).updated;
    expect(question.id).toBe(review.id);
    expect(fieldsOf(question)).toEqual({ [BLOCK.reason]: say('modal:reason'), [BLOCK.code]: say('modal:code:totp') });
    expect(question.submit?.text?.text).toBe(say('modal:log-out'));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

    const code = await chat.code('admin');
    const { message } = await admin.submits(question, { code, reason: 'lost in a taxi' });
    const entries = await expectLeft(chat, {
      ended: { device: alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
    expect(entries[1]).toMatchObject({
      via: 'modal',
      callerId: admin.login.userId,
      callerUsername: 'admin',
      callerRoles: ['admin', 'user'],
      sessionId: alice.sessionId,
      reason: 'lost in a taxi',
      outcome: { workspaceStatus: 200, secondFactor: 'totp' },
    });
    const request = entries[1].correlationId;
    expect(message).toMatchObject({
      text: saying('chat:done', { ...named(alice.sessionId), request }),
      roomId: 'GENERAL',
    });
    expect(message.blocks ?? []).toEqual([]);
    expect(entries[0].correlationId).toBe(request);
  });

  test('an incorrect code: the modal stays and says so at the field; then the correct one', async () => {
    const question = await admin.reachesCode(chat.alice.sessionId);
    const code = await chat.code('admin');

    expect((await admin.submits(question, { code: incorrect(code) })).errors).toEqual({
      [ACTION.code]: say('modal:code-incorrect'),
    });
    await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'totp-invalid'] });

    await admin.submits(question, { code });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 3, logouts: 2 },
      recorded: ['totp-required', 'totp-invalid', 'done'],
    });
  });

  test('a code as people write it, with a space in the middle', async () => {
    const question = await admin.reachesCode(chat.alice.sessionId);
    const code = await chat.code('admin');

    await admin.submits(question, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
  });

  test.each([
    ['nothing', {}],
    ['an empty field', { code: '' }],
    ['only spaces', { code: '   ' }],
  ])('no code (%s): the field asks for it, and nothing is sent', async (_what, typed) => {
    const question = await admin.reachesCode(chat.alice.sessionId);

    expect((await admin.submits(question, typed)).errors).toEqual({ [ACTION.code]: say('modal:code-empty') });
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

    await admin.submits(question, { code: await chat.code('admin') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
  });

  describe('the reason', () => {
    const reasonRecorded = async (): Promise<unknown> => {
      const entries = await expectLeft(chat, {
        ended: { device: chat.alice, by: admin },
        received: ALL_THE_WAY,
        recorded: ['totp-required', 'done'],
      });
      return entries[1].reason;
    };

    test('what the modal holds at the end is recorded', async () => {
      const review = (await admin.types(`${chat.alice.sessionId} typed first`)).opened;
      const question = (await admin.submits(review, { reason: 'changed in the first step' })).updated;
      expect(filledIn(question, BLOCK.reason)).toBe('changed in the first step');

      await admin.submits(question, { code: await chat.code('admin'), reason: 'changed in the second' });
      expect(await reasonRecorded()).toBe('changed in the second');
    });

    test('it may be removed again', async () => {
      const review = (await admin.types(`${chat.alice.sessionId} not to be kept`)).opened;
      const question = (await admin.submits(review, { reason: '' })).updated;

      await admin.submits(question, { code: await chat.code('admin'), reason: '' });
      expect(await reasonRecorded()).toBeUndefined();
    });

    test('too long: the field says so, and nothing is sent; a shorter one works', async () => {
      const review = (await admin.types(chat.alice.sessionId)).opened;
      const tooLong = 'é'.repeat(501);

      expect((await admin.submits(review, { reason: tooLong })).errors).toEqual({
        [ACTION.reason]: say('chat:invalid:reason'),
      });
      await expectLeft(chat, { received: NOTHING, recorded: ['invalid-params'] });

      const question = (await admin.submits(review, { reason: tooLong.slice(1) })).updated;
      await admin.submits(question, { code: await chat.code('admin'), reason: tooLong.slice(1) });
      const entries = await chat.auditEntries();
      expect(entries[entries.length - 1]).toMatchObject({ reason: tooLong.slice(1), outcome: { result: 'done' } });
    });
  });

  test('two logouts at once do not get mixed up', async () => {
    const ofAlice = await admin.reachesCode(chat.alice.sessionId);
    const ofBob = await admin.reachesCode(chat.bob.sessionId);
    const code = await chat.code('admin');

    await admin.submits(ofBob, { code, reason: 'of bob' });
    await expectLeft(chat, {
      ended: { device: chat.bob, by: admin },
      received: { probes: 3, logouts: 1 },
      recorded: ['totp-required', 'totp-required', 'done'],
    });

    await admin.submits(ofAlice, { code, reason: 'of alice' });
    const entries = await chat.auditEntries();
    expect(entries.slice(-2)).toEqual([
      expect.objectContaining({ sessionId: chat.bob.sessionId, reason: 'of bob' }),
      expect.objectContaining({ sessionId: chat.alice.sessionId, reason: 'of alice' }),
    ]);
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });

  test('a role that is taken away halfway no longer counts', async () => {
    const question = await admin.reachesCode(chat.alice.sessionId);
    await chat.appSettings({ allowed_roles: 'security-officer' });

    const { message } = await admin.submits(question, { code: await chat.code('admin') });
    expect(message.text).toContain(say('chat:error-unauthorized'));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-unauthorized'] });
  });
});

test('every modal of a logout can be cancelled, and the buttons are where people look for them', async () => {
  const admin = await chat.connected('admin');
  const question = await admin.reachesCode(chat.alice.sessionId);

  expect(question).toMatchObject({ notifyOnClose: true, close: { text: { text: say('modal:cancel') } } });
  expect(() => buttonOf(question, ACTION.sendAgain)).toThrow();
});
