import { ACTION, BLOCK } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { PROBE, PROBE_AND_LOGOUT } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft } from './support/expectations';
import { Reply, useImpostor } from './support/impostor';
import type { Person } from './support/person';
import type { Shown } from './support/shown';
import { named, say, sayingOfRequest } from './support/texts';
import { buttonOf, buttonsOf, fieldIn, fieldsOf, problemIn, View } from './support/views';

const chat = useChat();
const impostor = useImpostor(() => chat.url);
const INFO = '/api/info';
let admin: Person;

/** How often the app asked for the workspace's version. */
const versionAsked = (): number => impostor.overheard.filter(({ path }) => path === INFO).length;

beforeEach(async () => {
  await chat.appSettings({ workspace_url: impostor.url });
  admin = await chat.connected('admin');
});

/** A message says what was wrong, and its button opens the dialog again. */
async function byMessage(person: Person, after: Shown, text: unknown, label: string): Promise<View> {
  const { message } = after;
  expect(message.text).toEqual(text);
  expect(buttonOf(message, ACTION.goOn).text?.text).toBe(label);
  const { opened } = await person.clicks(message, ACTION.goOn);
  // What was wrong was said; the dialog begins anew.
  expect(problemIn(opened)).toBeUndefined();
  return opened;
}

/** The dialog that is still open says what was wrong. */
function inDialog(after: Shown, instead: View, text: string): View {
  const { updated } = after;
  expect(updated.id).toBe(instead.id);
  expect(problemIn(updated)).toBe(text);
  expect(updated.submit?.text?.text).toBe(say('modal:log-out'));
  expect(updated.close?.text?.text).toBe(say('modal:cancel'));
  return updated;
}

describe.each([
  { release: '6.5.3', stays: false },
  { release: '6.7.0', stays: false },
  { release: '6.8.0', stays: true },
  { release: '6.11.0', stays: true },
  { release: '8.0.0', stays: true },
])('$release', ({ release, stays }) => {
  beforeEach(() => chat.settings({ release }));

  test('an incorrect code, then the correct one: the reason is kept, and the field is new and empty', async () => {
    const dialog = await admin.opensDialog(`${chat.alice.sessionId} typed first`);
    const code = await chat.code('admin');
    const shown = await admin.submits(dialog, { code: incorrect(code), reason: 'changed in the dialog' });
    const again = stays
      ? inDialog(shown, dialog, say('modal:code-incorrect'))
      : await byMessage(
          admin,
          shown,
          sayingOfRequest('chat:code-incorrect', named(chat.alice.sessionId)),
          say('button:try-again'),
        );

    expect(fieldsOf(again)).toEqual(fieldsOf(dialog));
    expect(admin.sees(again, BLOCK.reason)).toBe('changed in the dialog');
    expect(admin.sees(again, BLOCK.code)).toBeUndefined();
    expect(fieldIn(again, BLOCK.code)).not.toBe(fieldIn(dialog, BLOCK.code));
    const { message } = await admin.submits(again, { code });
    expect(message.text).toEqual(sayingOfRequest('chat:done', named(chat.alice.sessionId)));
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 3, logouts: 1 },
      recorded: ['totp-required', 'totp-invalid', 'done'],
    });
    expect(entries.map(({ reason }) => reason)).toEqual([
      'typed first',
      'changed in the dialog',
      'changed in the dialog',
    ]);
  });

  test('no code: asked for again; a reason that may be the code is kept only where the dialog is', async () => {
    const dialog = await admin.opensDialog(`${chat.alice.sessionId} typed first`);
    const shown = await admin.submits(dialog, { reason: 'typed in the dialog' });
    const again = stays
      ? inDialog(shown, dialog, say('modal:code-empty'))
      : await byMessage(admin, shown, say('chat:code-missing', named(chat.alice.sessionId)), say('button:enter-code'));

    expect(admin.sees(again, BLOCK.reason)).toBe(stays ? 'typed in the dialog' : 'typed first');
    await admin.submits(again, { code: await chat.code('admin') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
  });

  test('a code that cannot be one: said so, and nothing is sent', async () => {
    const dialog = await admin.opensDialog(chat.alice.sessionId);
    const shown = await admin.submits(dialog, { code: '１２３４５６', reason: 'typed in the dialog' });
    const text = say('chat:invalid:x-2fa-code');
    const again = stays ? inDialog(shown, dialog, text) : await byMessage(admin, shown, text, say('button:try-again'));

    expect(admin.sees(again, BLOCK.reason)).toBe('typed in the dialog');
    await expectLeft(chat, {
      received: { probes: 2, logouts: 0 },
      recorded: ['totp-required', 'invalid-params'],
    });
  });

  test.each([
    ['too long', 'x'.repeat(501)],
    ['a character that turns the direction of writing', 'lost \u202e laptop'],
    ['a control character', 'lost \u0007 laptop'],
  ])('a reason that cannot be stored (%s): said so, and nothing is sent', async (_what, reason) => {
    const dialog = await admin.opensDialog(`${chat.alice.sessionId} typed first`);
    const code = await chat.code('admin');
    const shown = await admin.submits(dialog, { code, reason });
    const text = say('chat:invalid:reason');
    const again = stays ? inDialog(shown, dialog, text) : await byMessage(admin, shown, text, say('button:try-again'));

    // What cannot be stored is still there only where the dialog is.
    expect(admin.sees(again, BLOCK.reason)).toBe(stays ? reason : 'typed first');
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'invalid-params'] });

    await admin.submits(again, { code, reason: 'shorter' });
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'invalid-params', 'done'],
    });
    expect(entries[2].reason).toBe('shorter');
  });

  test('the code in the field of the reason: said so, and it is not stored anywhere', async () => {
    const dialog = await admin.opensDialog(`${chat.alice.sessionId} typed first`);
    const code = await chat.code('admin');
    const shown = await admin.submits(dialog, { reason: code });
    const text = say('chat:invalid:reason:looks-like-code');
    const again = stays ? inDialog(shown, dialog, text) : await byMessage(admin, shown, text, say('button:try-again'));

    expect(JSON.stringify([await chat.persistence(), await admin.received()])).not.toContain(`"${code}"`);
    await admin.submits(again, { code, reason: 'typed first' });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'invalid-params', 'done'],
    });
  });

  test('a step that is over: said so, where the person can see it', async () => {
    const dialog = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    await admin.closes(dialog);
    await admin.submits(dialog, { code });

    await chat.untilRefusalsAreTold();
    // A client that keeps dialogs open had closed this one; an older one is shown another dialog.
    expect(await chat.newlyDropped()).toHaveLength(stays ? 1 : 0);
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'cancelled', 'error-request-expired'] });
  });

  describe('with codes by e-mail', () => {
    let olivia: Person;
    beforeEach(async () => {
      await chat.appSettings({ allowed_roles: 'security-officer' });
      // Every try takes two calls, and an officer's are counted.
      await chat.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 100 });
      olivia = await chat.connected('olivia');
    });

    const submitsIncorrect = async (view: View): Promise<Shown> =>
      olivia.submits(view, { code: incorrect(await chat.code('olivia')), reason: 'kept' });

    test('incorrect too often: a message says so, nothing leads on, and a new command mails a new code', async () => {
      // The fifth would lock her out of the app.
      await chat.settings({ Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts: 4 });
      let dialog = await olivia.opensDialog(chat.alice.sessionId);
      const old = await chat.code('olivia');
      for (let tries = 3; tries > 0; tries--) {
        dialog = (await olivia.goesOn(await submitsIncorrect(dialog))).view;
        expect(olivia.sees(dialog, BLOCK.reason)).toBe('kept');
      }
      const { message } = await submitsIncorrect(dialog);
      expect(message.text).toContain(say('chat:totp-max-attempts', named(chat.alice.sessionId)));
      expect(buttonsOf(message)).toEqual([]);

      const fresh = await olivia.opensDialog(chat.alice.sessionId);
      const code = await chat.code('olivia');
      expect(code).not.toBe(old);
      await olivia.submits(fresh, { code });
      await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
    });

    test('a code that was used up: the new one is asked for, and the reason is kept', async () => {
      const dialog = await olivia.opensDialog(chat.alice.sessionId);
      const code = await chat.code('olivia');
      await olivia.submits(await olivia.opensDialog(chat.bob.sessionId), { code });
      const shown = await olivia.submits(dialog, { code, reason: 'kept' });
      const again = stays
        ? inDialog(shown, dialog, say('modal:code-incorrect-mailed', { address: 'o…@example.com' }))
        : (await olivia.goesOn(shown)).view;

      expect(olivia.sees(again, BLOCK.reason)).toBe('kept');
      await olivia.submits(again, { code: await chat.code('olivia') });
      await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
    });

    test('"send again" answers in the dialog: a click closes it in no client', async () => {
      const dialog = await olivia.opensDialog(`${chat.alice.sessionId} kept`);
      const again = (await olivia.clicks(dialog, ACTION.sendAgain)).updated;

      expect(again.id).toBe(dialog.id);
      expect(olivia.sees(again, BLOCK.reason)).toBe('kept');
      await olivia.submits(again, { code: await chat.code('olivia') });
      await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
    });
  });
});

describe('the version is asked for only where the answer depends on it', () => {
  test('not for a logout that needs no second try', async () => {
    const dialog = await admin.opensDialog(chat.alice.sessionId);
    await admin.submits(dialog, { code: await chat.code('admin') });

    expect(versionAsked()).toBe(0);
    expect(impostor.overheard).not.toEqual([]);
  });

  test('not for a refusal, in one line, or about the connection', async () => {
    await (await chat.connected('pat')).types(chat.alice.sessionId);
    await admin.types(`${chat.alice.sessionId} --code 123456`, { modals: false });
    await (await chat.person('max')).types('status');
    await admin.types('disconnect');
    await admin.types(chat.alice.sessionId);

    expect(versionAsked()).toBe(0);
  });

  test('once for an incorrect code', async () => {
    const dialog = await admin.opensDialog(chat.alice.sessionId);
    await admin.submits(dialog, { code: incorrect(await chat.code('admin')) });

    expect(versionAsked()).toBe(1);
  });
});

describe('the version is not known: the way that works in every client', () => {
  const says =
    (version: unknown) =>
    ({ status }: Reply): Reply => ({ status, body: { version, success: true } });

  const byLie: Array<[string, (truth: Reply) => Reply]> = [
    ['missing', says(undefined)],
    ['empty', says('')],
    ['a number', says(8)],
    ['a word', says('develop')],
    ['an object', says({ $gt: '' })],
    ['in an answer that is a text', ({ status }) => ({ status, body: '8.0.0' as never })],
  ];

  /** An update would not be seen, so none may come. */
  const expectByMessage = async (): Promise<void> => {
    const dialog = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    const shown = await admin.submits(dialog, { code: incorrect(code) });
    expect(shown.all.map(({ kind }) => kind)).toEqual(['message']);

    await admin.submits((await admin.clicks(shown.message, ACTION.goOn)).opened, { code });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  };

  beforeEach(() => chat.settings({ release: '8.0.0' }));

  test.each(byLie)('%s', async (_what, lie) => {
    impostor.lieAbout(INFO, lie);

    await expectByMessage();
  });

  test.each([
    ['an error', { kind: 'status', status: 500 }],
    ['half an answer', { kind: 'garbage' }],
    ['a broken connection', { kind: 'drop' }],
    ['no answer for a while', { kind: 'delay', ms: 4_000 }],
  ] as const)('%s', async (_what, fault) => {
    await chat.appSettings({ workspace_url: chat.url });
    await chat.fault({ path: INFO, ...fault });

    await expectByMessage();
  });
});

test('the whole dialog is done in one submit in every client', async () => {
  const dialog = await admin.opensDialog(chat.alice.sessionId);
  const before = await chat.requests();
  await admin.submits(dialog, { code: await chat.code('admin') });

  const sent = (await chat.requests()).slice(before.length).filter(({ path }) => path.endsWith('/sessions/logout'));
  expect(sent).toHaveLength(PROBE_AND_LOGOUT.probes + PROBE_AND_LOGOUT.logouts);
});
