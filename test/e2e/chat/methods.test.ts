import { ACTION, BLOCK } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { PROBE } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft, requestsOfApp, REFUSED_AT_LOOK_UP } from './support/expectations';
import type { Person } from './support/person';
import { named, say, sayingOfRequest } from './support/texts';
import { buttonsOf, fieldsOf, problemIn, sentencesOf, View } from './support/views';

const chat = useChat();

describe('with a code by e-mail', () => {
  let olivia: Person;
  const ADDRESS = 'o…@example.com';

  beforeEach(async () => {
    await chat.appSettings({ allowed_roles: 'admin, security-officer' });
    // Every try takes two calls, and an officer's are counted.
    await chat.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 100 });
    olivia = await chat.connected('olivia');
  });

  test('the dialog says where the code was mailed to, but not the whole address', async () => {
    const question = await olivia.opensDialog(chat.alice.sessionId);

    expect(fieldsOf(question)).toMatchObject({ [BLOCK.code]: say('modal:code:email') });
    expect(sentencesOf(question)).toContain(say('modal:mailed', { address: `\`${ADDRESS}\`` }));
    expect(JSON.stringify(await olivia.received())).not.toContain('olivia@');

    const { message } = await olivia.submits(question, { code: await chat.code('olivia') });
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
    expect(message.text).toEqual(sayingOfRequest('chat:done', named(chat.alice.sessionId)));
    expect(entries[1]).toMatchObject({ outcome: { secondFactor: 'email' } });
  });

  test('a code that was mailed before still works, and the dialog says so', async () => {
    await olivia.opensDialog(chat.bob.sessionId);
    const question = await olivia.opensDialog(chat.alice.sessionId);

    expect(sentencesOf(question)).toContain(say('modal:mailed-before', { address: `\`${ADDRESS}\`` }));
    await olivia.submits(question, { code: await chat.code('olivia') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: { probes: 3, logouts: 1 },
      recorded: ['totp-required', 'totp-required', 'done'],
    });
  });

  test('send again: another code is mailed, and only that one works', async () => {
    const question = await olivia.opensDialog(chat.alice.sessionId);
    const first = await chat.code('olivia');

    const again = (await olivia.clicks(question, ACTION.sendAgain)).updated;
    expect(again.id).toBe(question.id);
    expect(sentencesOf(again).join()).toContain(ADDRESS);
    const second = await chat.code('olivia');
    expect(second).not.toBe(first);
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

    const { view } = await olivia.goesOn(await olivia.submits(again, { code: first }));
    await olivia.submits(view, { code: second });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: { probes: 3, logouts: 2 },
      recorded: ['totp-required', 'totp-invalid', 'done'],
    });
  });

  test('send again fails: said so, and the first code still works', async () => {
    const question = await olivia.opensDialog(chat.alice.sessionId);
    await chat.fault({ path: '/api/v1/users.2fa.sendEmailCode', kind: 'status', status: 500 });

    const again = (await olivia.clicks(question, ACTION.sendAgain)).updated;
    expect(again.id).toBe(question.id);
    expect(problemIn(again)).toBe(say('error-workspace-invalid-response'));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-workspace-invalid-response'] });

    await olivia.submits(again, { code: await chat.code('olivia') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'error-workspace-invalid-response', 'done'],
    });
  });

  test('send again without a connection: said in a message, and the dialog offers nothing that would fail', async () => {
    const question = await olivia.opensDialog(chat.alice.sessionId);
    await olivia.types('disconnect');

    const { all } = await olivia.clicks(question, ACTION.sendAgain);
    const text = say('chat:connect-first', named(chat.alice.sessionId));
    expect(all).toEqual([
      expect.objectContaining({ kind: 'message', text }),
      expect.objectContaining({ kind: 'modal', type: 'modal.update' }),
    ]);
    const { view } = all[1] as { view: View };
    expect([sentencesOf(view), view.submit]).toEqual([[text], null]);
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-not-connected'] });
  });

  test('"send again" sends nothing if no code is mailed at all', async () => {
    const admin = await chat.connected('admin');
    const question = await admin.opensDialog(chat.alice.sessionId);
    const value = question.id.replace(/^logout-/, '');

    await admin.step(() => admin.sendClick(question, { type: 'button', actionId: ACTION.sendAgain, value }));
    expect((await requestsOfApp(chat)).map(({ path }) => path)).not.toContain('/api/v1/users.2fa.sendEmailCode');
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-request-expired'] });
  });

  test('incorrect codes: the remaining tries count down; after the last one the dialog closes and it is over', async () => {
    await chat.settings({ release: '8.0.0' });
    let question = await olivia.opensDialog(chat.alice.sessionId);
    const right = await chat.code('olivia');
    for (const tries of ['4', '3', '2', '1']) {
      const { said, view } = await olivia.goesOn(await olivia.submits(question, { code: incorrect(right) }));
      expect(said).toBe(say('modal:code-incorrect-tries', { tries }));
      question = view;
    }

    const { message } = await olivia.submits(question, { code: incorrect(right) });
    expect(message.text).toContain(say('chat:totp-max-attempts', named(chat.alice.sessionId)));
    expect(buttonsOf(message)).toEqual([]);
    const results = ['totp-required', ...Array<string>(4).fill('totp-invalid'), 'totp-max-attempts'];
    await expectLeft(chat, { received: { probes: 6, logouts: 5 }, recorded: results });

    // The dialog is closed; submitting it all the same is refused.
    await olivia.sendSubmit(question, { code: right });
    expect(await chat.newlyDropped()).toHaveLength(1);
    await expectLeft(chat, { received: { probes: 6, logouts: 5 }, recorded: [...results, 'error-request-expired'] });
  });

  test('a code that was used up in the meantime: a new one is mailed, and the dialog says so', async () => {
    await chat.settings({ release: '8.0.0' });
    const question = await olivia.opensDialog(chat.alice.sessionId);
    const old = await chat.code('olivia');
    const other = await olivia.opensDialog(chat.bob.sessionId);
    await olivia.submits(other, { code: old });

    const { said, view } = await olivia.goesOn(await olivia.submits(question, { code: old }));
    expect(said).toBe(say('modal:code-incorrect-mailed', { address: ADDRESS }));
    const fresh = await chat.code('olivia');
    expect(fresh).not.toBe(old);
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(true);

    await olivia.submits(view, { code: fresh });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });
});

describe('with a password', () => {
  let pat: Person;
  beforeEach(async () => {
    pat = await chat.connected('pat');
  });

  test('by default it is not asked for in chat, and the text says what to do instead', async () => {
    const { message } = await pat.types(chat.alice.sessionId);

    expect(message.text).toContain(say('error-password-not-in-chat'));
    expect(buttonsOf(message)).toEqual([]);
    await expectLeft(chat, { received: PROBE, recorded: ['error-password-not-in-chat'] });
  });

  test('by default it is not accepted either if it is sent all the same', async () => {
    const { message } = await pat.types(`${chat.alice.sessionId} --code pat-password --method password`);

    expect(message.text).toContain(say('error-password-not-in-chat'));
    await expectLeft(chat, { received: PROBE, recorded: ['error-password-not-in-chat'] });
  });

  describe('if the admin allows it', () => {
    beforeEach(() => chat.appSettings({ password_in_chat: true }));

    test('it is asked for, with a warning, and checked', async () => {
      const question = await pat.opensDialog(chat.alice.sessionId);
      expect(fieldsOf(question)).toMatchObject({ [BLOCK.code]: say('modal:code:password') });

      const { view } = await pat.goesOn(await pat.submits(question, { code: 'not the password' }));
      expect(fieldsOf(view)).toMatchObject({ [BLOCK.code]: say('modal:code:password') });
      await expectLeft(chat, { received: REFUSED_AT_LOOK_UP, recorded: ['totp-required', 'totp-invalid'] });

      await pat.submits(view, { code: 'pat-password' });
      const entries = await expectLeft(chat, {
        ended: { device: chat.alice, by: pat },
        received: { probes: 3, logouts: 1 },
        recorded: ['totp-required', 'totp-invalid', 'done'],
      });
      expect(entries[2]).toMatchObject({ outcome: { secondFactor: 'password' } });
    });

    test('spaces in it are kept', async () => {
      const question = await pat.opensDialog(chat.alice.sessionId);

      await pat.goesOn(await pat.submits(question, { code: 'pat- password' }));
      await expectLeft(chat, { received: REFUSED_AT_LOOK_UP, recorded: ['totp-required', 'totp-invalid'] });
    });

    test('switched off again halfway: no longer accepted', async () => {
      const question = await pat.opensDialog(chat.alice.sessionId);
      await chat.appSettings({ password_in_chat: false });

      const { message } = await pat.submits(question, { code: 'pat-password' });
      expect(message.text).toContain(say('error-password-not-in-chat'));
      await expectLeft(chat, {
        received: { probes: 2, logouts: 0 },
        recorded: ['totp-required', 'error-password-not-in-chat'],
      });
    });

    test('switched off again before the button of a message: the dialog that asks for it does not open', async () => {
      await chat.settings({ release: '6.5.3' });
      const question = await pat.opensDialog(chat.alice.sessionId);
      const { message } = await pat.submits(question, { code: 'not the password' });
      await chat.appSettings({ password_in_chat: false });

      expect((await pat.clicks(message, ACTION.goOn)).message.text).toContain(say('error-password-not-in-chat'));
      await expectLeft(chat, {
        received: REFUSED_AT_LOOK_UP,
        recorded: ['totp-required', 'totp-invalid', 'error-password-not-in-chat'],
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
    const { message } = await person.types(chat.alice.sessionId);

    expect(message.text).toContain(say('error-2fa-not-enforced'));
    expect(buttonsOf(message)).toEqual([]);
    const entries = await expectLeft(chat, { received: PROBE, recorded: ['error-2fa-not-enforced'] });
    expect(entries[0]).toMatchObject({ sessionId: chat.alice.sessionId, outcome: { secondFactor: 'none' } });
  });

  test.each(situations)(
    '%s: if the admin allows it, the dialog asks only to confirm, and it is done after that',
    async (_what, logIn) => {
      await chat.appSettings({ without_challenge: 'allow' });
      const person = await logIn();
      const dialog = await person.opensDialog(chat.alice.sessionId);
      expect(fieldsOf(dialog)).toEqual({ [BLOCK.reason]: say('modal:reason') });
      expect(sentencesOf(dialog)).toEqual([say('modal:session', named(chat.alice.sessionId)), say('modal:no-code')]);
      await expectLeft(chat, { received: PROBE, recorded: ['error-confirmation-needed'] });

      const { message } = await person.submits(dialog, { reason: 'allowed' });

      expect(message.text).toEqual(sayingOfRequest('chat:done', named(chat.alice.sessionId)));
      const entries = await expectLeft(chat, {
        ended: { device: chat.alice, by: person },
        received: ALL_THE_WAY,
        recorded: ['error-confirmation-needed', 'done'],
      });
      expect(entries[1]).toMatchObject({ reason: 'allowed', outcome: { secondFactor: 'none' } });
    },
  );

  test('"allow" changes nothing if the workspace does ask', async () => {
    await chat.appSettings({ without_challenge: 'allow' });
    const admin = await chat.connected('admin');
    const question = await admin.opensDialog(chat.alice.sessionId);

    const code = incorrect(await chat.code('admin'));
    await admin.goesOn(await admin.submits(question, { code }));
    await expectLeft(chat, { received: REFUSED_AT_LOOK_UP, recorded: ['totp-required', 'totp-invalid'] });
  });
});
