import { ACTION, BLOCK } from '../../../views/ids';
import { wrong } from '../support/codes';
import { NOTHING, PROBE, PROBE_AND_LOGOUT } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { expectLeft, requestsOfApp } from './support/expectations';
import type { Person } from './support/person';
import { say, saying } from './support/texts';
import { buttonOf, fieldsOf, filledIn, sentencesOf } from './support/views';

const chat = useChat();
/** A probe asks for the code, and another one goes before the logout. */
const ALL_THE_WAY = { probes: 2, logouts: 1 };

const named = (sessionId: string): { session: string } => ({ session: `\`${sessionId}\`` });

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

  test('a wrong code: the modal stays and says so at the field; then the right one', async () => {
    const question = await admin.reachesCode(chat.alice.sessionId);
    const code = await chat.code('admin');

    expect((await admin.submits(question, { code: wrong(code) })).errors).toEqual({
      [ACTION.code]: say('modal:code-wrong'),
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
  ])('no code (%s): asked for it at the field, and nothing is sent', async (_what, typed) => {
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

    test('what is recorded is what stands in the modal at the end', async () => {
      const review = (await admin.types(`${chat.alice.sessionId} typed first`)).opened;
      const question = (await admin.submits(review, { reason: 'changed in the first step' })).updated;
      expect(filledIn(question, BLOCK.reason)).toBe('changed in the first step');

      await admin.submits(question, { code: await chat.code('admin'), reason: 'changed in the second' });
      expect(await reasonRecorded()).toBe('changed in the second');
    });

    test('it may be taken out again', async () => {
      const review = (await admin.types(`${chat.alice.sessionId} not to be kept`)).opened;
      const question = (await admin.submits(review, { reason: '' })).updated;

      await admin.submits(question, { code: await chat.code('admin'), reason: '' });
      expect(await reasonRecorded()).toBeUndefined();
    });

    test('too long: said at its field, nothing is sent; then a shorter one goes on', async () => {
      const review = (await admin.types(chat.alice.sessionId)).opened;
      const tooLong = 'é'.repeat(501);

      expect((await admin.submits(review, { reason: tooLong })).errors).toEqual({
        [ACTION.reason]: say('invalid:reason:too-long'),
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

  test('a role that is taken away in the middle of it no longer counts', async () => {
    const question = await admin.reachesCode(chat.alice.sessionId);
    await chat.appSettings({ allowed_roles: 'security-officer' });

    const { message } = await admin.submits(question, { code: await chat.code('admin') });
    expect(message.text).toContain(say('chat:error-unauthorized'));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-unauthorized'] });
  });
});

describe('with a code by e-mail', () => {
  let olivia: Person;
  const ADDRESS = 'o…@example.com';

  beforeEach(async () => {
    await chat.appSettings({ allowed_roles: 'admin, security-officer' });
    // Every try takes two calls, and those of an officer are counted.
    await chat.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 100 });
    olivia = await chat.connected('olivia');
  });

  test('the modal says where the code was mailed to, but not the whole address', async () => {
    const question = await olivia.reachesCode(chat.alice.sessionId);

    expect(fieldsOf(question)).toMatchObject({ [BLOCK.code]: say('modal:code:email') });
    expect(sentencesOf(question)).toContain(say('modal:mailed', { address: ADDRESS }));
    expect(JSON.stringify(await olivia.received())).not.toContain('olivia@');

    const { message } = await olivia.submits(question, { code: await chat.code('olivia') });
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
    expect(message.text).toEqual(saying('chat:done', named(chat.alice.sessionId)));
    expect(entries[1]).toMatchObject({ outcome: { secondFactor: 'email' } });
  });

  test('a code that was mailed before still works, and the modal says so', async () => {
    await olivia.reachesCode(chat.bob.sessionId);
    const question = await olivia.reachesCode(chat.alice.sessionId);

    expect(sentencesOf(question)).toContain(say('modal:mailed-before', { address: ADDRESS }));
    await olivia.submits(question, { code: await chat.code('olivia') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: { probes: 3, logouts: 1 },
      recorded: ['totp-required', 'totp-required', 'done'],
    });
  });

  test('send again: another code is mailed, and only that one works', async () => {
    const question = await olivia.reachesCode(chat.alice.sessionId);
    const first = await chat.code('olivia');

    const again = (await olivia.clicks(question, ACTION.sendAgain)).updated;
    expect(again.id).toBe(question.id);
    expect(sentencesOf(again).join()).toContain(ADDRESS);
    const second = await chat.code('olivia');
    expect(second).not.toBe(first);
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

    expect((await olivia.submits(again, { code: first })).errors).toHaveProperty(ACTION.code);
    await olivia.submits(again, { code: second });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: { probes: 3, logouts: 2 },
      recorded: ['totp-required', 'totp-invalid', 'done'],
    });
  });

  test('send again fails: said so, and the first code still works', async () => {
    const question = await olivia.reachesCode(chat.alice.sessionId);
    await chat.fault({ path: '/api/v1/users.2fa.sendEmailCode', kind: 'status', status: 500 });

    const { message } = await olivia.clicks(question, ACTION.sendAgain);
    expect(message.text).toContain(say('error-workspace-invalid-response'));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

    await olivia.submits(question, { code: await chat.code('olivia') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
  });

  test('"send again" where no code is mailed anywhere sends nothing', async () => {
    const admin = await chat.connected('admin');
    const question = await admin.reachesCode(chat.alice.sessionId);
    const value = question.id.replace(/^logout-/, '');

    await admin.step(() => admin.sendClick(question, { type: 'button', actionId: ACTION.sendAgain, value }));
    expect((await requestsOfApp(chat)).map(({ path }) => path)).not.toContain('/api/v1/users.2fa.sendEmailCode');
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-request-expired'] });
  });

  test('wrong codes: the tries that are left count down; at the last one the modal closes and it is over', async () => {
    const question = await olivia.reachesCode(chat.alice.sessionId);
    const right = await chat.code('olivia');
    for (const tries of ['4', '3', '2', '1']) {
      expect((await olivia.submits(question, { code: wrong(right) })).errors).toEqual({
        [ACTION.code]: say('modal:code-wrong-tries', { tries }),
      });
    }

    const { message } = await olivia.submits(question, { code: wrong(right) });
    expect(message.text).toContain(say('chat:totp-max-attempts', named(chat.alice.sessionId)));
    expect(message.blocks ?? []).toEqual([]);
    const results = ['totp-required', ...Array<string>(4).fill('totp-invalid'), 'totp-max-attempts'];
    await expectLeft(chat, { received: { probes: 6, logouts: 5 }, recorded: results });

    // The modal is closed; who submits it all the same is refused.
    await olivia.sendSubmit(question, { code: right });
    expect(await chat.newlyDropped()).toHaveLength(1);
    await expectLeft(chat, { received: { probes: 6, logouts: 5 }, recorded: [...results, 'error-request-expired'] });
  });

  test('a code that ran out meanwhile: a new one is mailed, and the modal says so', async () => {
    const question = await olivia.reachesCode(chat.alice.sessionId);
    const old = await chat.code('olivia');
    const other = await olivia.reachesCode(chat.bob.sessionId);
    await olivia.submits(other, { code: old });

    const { errors } = await olivia.submits(question, { code: old });
    expect(errors[ACTION.code]).toContain(ADDRESS);
    const fresh = await chat.code('olivia');
    expect(fresh).not.toBe(old);
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(true);

    await olivia.submits(question, { code: fresh });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });
});

describe('with a password', () => {
  let pat: Person;
  beforeEach(async () => {
    pat = await chat.connected('pat');
  });

  test('by default it is not asked for in chat, and the text says what to do instead', async () => {
    const review = (await pat.types(chat.alice.sessionId)).opened;
    const { message } = await pat.submits(review);

    expect(message.text).toContain(say('error-password-not-in-chat'));
    expect(message.blocks ?? []).toEqual([]);
    await expectLeft(chat, { received: PROBE, recorded: ['error-password-not-in-chat'] });
  });

  test('by default it is not taken either, when it is sent all the same', async () => {
    const review = (await pat.types(chat.alice.sessionId)).opened;
    await pat.submits(review, { code: 'pat-password' });

    await expectLeft(chat, { received: PROBE, recorded: ['error-password-not-in-chat'] });
  });

  describe('where the admin allows it', () => {
    beforeEach(() => chat.appSettings({ password_in_chat: true }));

    test('it is asked for, with a warning, and checked', async () => {
      const question = await pat.reachesCode(chat.alice.sessionId);
      expect(fieldsOf(question)).toMatchObject({ [BLOCK.code]: say('modal:code:password') });

      expect((await pat.submits(question, { code: 'not the password' })).errors).toEqual({
        [ACTION.code]: say('modal:code-wrong'),
      });
      await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'totp-invalid'] });

      await pat.submits(question, { code: 'pat-password' });
      const entries = await expectLeft(chat, {
        ended: { device: chat.alice, by: pat },
        received: { probes: 3, logouts: 2 },
        recorded: ['totp-required', 'totp-invalid', 'done'],
      });
      expect(entries[2]).toMatchObject({ outcome: { secondFactor: 'password' } });
    });

    test('its spaces belong to it', async () => {
      const question = await pat.reachesCode(chat.alice.sessionId);

      expect((await pat.submits(question, { code: 'pat- password' })).errors).toHaveProperty(ACTION.code);
      await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'totp-invalid'] });
    });

    test('switched off again in the middle of it: no longer taken', async () => {
      const question = await pat.reachesCode(chat.alice.sessionId);
      await chat.appSettings({ password_in_chat: false });

      const { message } = await pat.submits(question, { code: 'pat-password' });
      expect(message.text).toContain(say('error-password-not-in-chat'));
      await expectLeft(chat, {
        received: { probes: 2, logouts: 0 },
        recorded: ['totp-required', 'error-password-not-in-chat'],
      });
    });
  });
});

describe('the workspace asks for no second factor', () => {
  const situations: Array<[string, () => Promise<Person>]> = [
    ['the person has no method', () => chat.connected('sso')],
    [
      'two-factor authentication is off',
      async () => {
        await chat.settings({ Accounts_TwoFactorAuthentication_Enabled: false });
        return chat.connected('admin');
      },
    ],
  ];

  test.each(situations)('%s: by default it is refused', async (_what, logIn) => {
    const person = await logIn();
    const review = (await person.types(chat.alice.sessionId)).opened;
    const { message } = await person.submits(review, { code: '123456' });

    expect(message.text).toContain(say('error-2fa-not-enforced'));
    const entries = await expectLeft(chat, { received: PROBE, recorded: ['error-2fa-not-enforced'] });
    expect(entries[0]).toMatchObject({ sessionId: chat.alice.sessionId, outcome: { secondFactor: 'none' } });
  });

  test.each(situations)('%s: where the admin allows it, it is done after the review', async (_what, logIn) => {
    await chat.appSettings({ without_challenge: 'allow' });
    const person = await logIn();
    const review = (await person.types(chat.alice.sessionId)).opened;
    const { message } = await person.submits(review, { reason: 'allowed' });

    expect(message.text).toEqual(saying('chat:done', named(chat.alice.sessionId)));
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: person },
      received: PROBE_AND_LOGOUT,
      recorded: ['done'],
    });
    expect(entries[0]).toMatchObject({ reason: 'allowed', outcome: { secondFactor: 'none' } });
  });

  test('"allow" gives up nothing where the workspace does ask', async () => {
    await chat.appSettings({ without_challenge: 'allow' });
    const admin = await chat.connected('admin');
    const question = await admin.reachesCode(chat.alice.sessionId);

    const code = wrong(await chat.code('admin'));
    expect((await admin.submits(question, { code })).errors).toHaveProperty(ACTION.code);
    await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'totp-invalid'] });
  });
});

describe('the workspace refuses', () => {
  let admin: Person;
  beforeEach(async () => {
    admin = await chat.connected('admin');
  });

  test.each([
    ['late', 'error-license-required', 400],
    ['6.5', 'totp-required', 400],
  ])('no licence, %s: said when that is checked', async (version, first, workspaceStatus) => {
    await chat.settings({ version, licence: false });
    const review = (await admin.types(chat.alice.sessionId)).opened;
    const shown = await admin.submits(review);
    const [entry] = await expectLeft(chat, { received: PROBE, recorded: [first] });
    expect(entry).toMatchObject({ outcome: { workspaceStatus } });

    if (version === 'late') {
      expect(shown.message.text).toContain(say('error-license-required'));
      return;
    }
    // 6.5 looks at the licence last, when the code is used already.
    const { message } = await admin.submits(shown.updated, { code: await chat.code('admin') });
    expect(message.text).toContain(say('error-license-required'));
    await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'error-license-required'] });
  });

  test('the permission', async () => {
    await chat.appSettings({ allowed_roles: 'support' });
    const max = await chat.connected('max');
    const { message } = await max.submits((await max.types(chat.alice.sessionId)).opened);

    expect(message.text).toContain(say('chat:error-unauthorized'));
    const [entry] = await expectLeft(chat, { received: PROBE, recorded: ['error-unauthorized'] });
    expect(entry).toMatchObject({ callerUsername: 'max', outcome: { workspaceStatus: 403 } });
  });

  test('a session that is not there', async () => {
    const question = await admin.reachesCode('aSessionThatIsNot');
    const { message } = await admin.submits(question, { code: await chat.code('admin') });

    expect(message.text).toContain(say('error-session-not-found'));
    expect(message.blocks ?? []).toEqual([]);
    await expectLeft(chat, {
      asked: ['aSessionThatIsNot'],
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'error-session-not-found'],
    });
  });

  test('too many requests: says how long to wait, with a button to try again', async () => {
    await chat.appSettings({ allowed_roles: 'security-officer' });
    const olivia = await chat.connected('olivia');
    await chat.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 1 });
    const review = (await olivia.types(chat.alice.sessionId)).opened;
    const question = (await olivia.submits(review)).updated;

    const { message } = await olivia.submits(question, { code: await chat.code('olivia') });
    expect(message.text).toMatch(/again in \d+ seconds/);
    await expectLeft(chat, {
      received: { probes: 2, logouts: 0 },
      recorded: ['totp-required', 'error-too-many-requests'],
    });

    await chat.settings({ API_Enable_Rate_Limiter: false });
    const again = (await olivia.clicks(message, ACTION.goOn)).opened;
    await olivia.submits(again, { code: await chat.code('olivia') });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });

  const faults = [
    ['500', { kind: 'status', status: 500 }, 'error-workspace-invalid-response'],
    ['503', { kind: 'status', status: 503 }, 'error-workspace-invalid-response'],
    ['half an answer', { kind: 'garbage' }, 'error-workspace-invalid-response'],
    ['a cut line', { kind: 'drop' }, 'error-workspace-unreachable'],
  ] as const;

  test.each(faults)('%s at the probe: nothing was changed, with a button to try again', async (_what, fault, code) => {
    const review = (await admin.types(`${chat.alice.sessionId} kept`)).opened;
    await chat.fault({ path: '/api/v1/sessions/logout', ...fault });
    const { message } = await admin.submits(review, { reason: 'kept' });

    expect(message.text).toContain(say(code));
    await expectLeft(chat, { received: PROBE, recorded: [code] });

    const again = (await admin.clicks(message, ACTION.goOn)).opened;
    expect(again.id).toBe(review.id);
    expect(filledIn(again, BLOCK.reason)).toBe('kept');
    const question = (await admin.submits(again, { reason: 'kept' })).updated;
    await admin.submits(question, { code: await chat.code('admin'), reason: 'kept' });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 3, logouts: 1 },
      recorded: [code, 'totp-required', 'done'],
    });
  });

  test.each(faults)(
    '%s at the logout: it may have happened, and nothing offers to do it again',
    async (_what, fault) => {
      const question = await admin.reachesCode(chat.alice.sessionId);
      await chat.fault({ path: '/api/v1/sessions/logout', skip: 1, ...fault });
      const { message } = await admin.submits(question, { code: await chat.code('admin') });

      expect(message.text).toContain(say('error-outcome-unknown'));
      expect(message.blocks ?? []).toEqual([]);
      await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'error-outcome-unknown'] });
    },
  );
});

test('every modal of a logout can be cancelled, and the buttons are where people look for them', async () => {
  const admin = await chat.connected('admin');
  const question = await admin.reachesCode(chat.alice.sessionId);

  expect(question).toMatchObject({ notifyOnClose: true, close: { text: { text: say('modal:cancel') } } });
  expect(() => buttonOf(question, ACTION.sendAgain)).toThrow();
});
