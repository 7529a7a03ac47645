import { setTimeout as pause } from 'timers/promises';
import { ACTION, BLOCK } from '../../../views/ids';
import { PROBE } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft } from './support/expectations';
import type { Person } from './support/person';
import type { Shown } from './support/shown';
import { named, say, sayingOfRequest, saying } from './support/texts';
import { buttonsOf, fieldsOf, filledIn, sentencesOf, ShownMessage, View } from './support/views';

const chat = useChat();
/** Longer than a client waits. It ignores what comes later, and no test may leave anything that was ignored. */
const SLOW_MS = 5500;
const LOGOUT = '/api/v1/sessions/logout';

let admin: Person;

beforeEach(async () => {
  await chat.appSettings({ timeout_seconds: 10 });
  admin = await chat.connected('admin');
});

/** The dialog says in time that the result will follow, and offers nothing but to close it. */
function expectToFollow(notice: View, instead: View): void {
  expect(notice.id).toBe(instead.id);
  expect(sentencesOf(notice)).toEqual([say('modal:slow')]);
  expect(notice.submit).toBeNull();
  expect(notice.close?.text?.text).toBe(say('modal:close'));
}

/** Does something with a person's client, and waits for so many messages. */
async function later(person: Person, messages: number, action: () => Promise<Shown>): Promise<[Shown, ShownMessage]> {
  const before = (await person.received()).length;
  const shown = await action();
  for (;;) {
    const came = (await person.received()).slice(before).filter(({ kind }) => kind === 'message');
    if (came.length >= messages) {
      return [shown, came[messages - 1] as ShownMessage];
    }
    await pause(100);
  }
}

describe('slow when the command is typed', () => {
  test.each([3_000, SLOW_MS])('%i ms: a message says so in time; the next one leads to the dialog', async (ms) => {
    await chat.fault({ path: LOGOUT, kind: 'delay', ms });
    const line = `${chat.alice.sessionId} in the typed line`;
    const [shown, message] = await later(admin, 2, () => admin.types(line));
    expect(shown.message).toMatchObject({ text: say('chat:slow', named(chat.alice.sessionId)), roomId: 'GENERAL' });
    expect(buttonsOf(shown.message)).toEqual([]);
    expect(message).toMatchObject({
      text: say('chat:code-needed:totp', named(chat.alice.sessionId)),
      roomId: 'GENERAL',
    });
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

    const dialog = (await admin.clicks(message, ACTION.goOn)).opened;
    expect(filledIn(dialog, BLOCK.reason)).toBe('in the typed line');
    await admin.submits(dialog, { code: await chat.code('admin'), reason: 'changed after it got slow' });
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'done'],
    });
    expect(entries[1].reason).toBe('changed after it got slow');
  });

  test('too slow altogether: the second message says that, with a button to try again', async () => {
    await chat.appSettings({ timeout_seconds: 4 });
    await chat.fault({ path: LOGOUT, kind: 'delay', ms: SLOW_MS });
    const [shown, message] = await later(admin, 2, () => admin.types(chat.alice.sessionId));
    expect(shown.message.text).toEqual(saying('chat:slow'));
    expect(message.text).toContain(say('error-workspace-timeout'));
    await expectLeft(chat, { received: PROBE, recorded: ['error-workspace-timeout'] });

    const dialog = (await admin.clicks(message, ACTION.goOn)).opened;
    await admin.submits(dialog, { code: await chat.code('admin') });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });

  test('a refusal that comes late is said all the same, with nothing to click', async () => {
    const pat = await chat.connected('pat');
    await chat.fault({ path: LOGOUT, kind: 'delay', ms: 3_000 });
    const [, message] = await later(pat, 2, () => pat.types(chat.alice.sessionId));

    expect(message.text).toContain(say('error-password-not-in-chat'));
    expect(buttonsOf(message)).toEqual([]);
    await expectLeft(chat, { received: PROBE, recorded: ['error-password-not-in-chat'] });
  });

  test('no code asked for, and that is allowed: the button leads to the dialog that only confirms', async () => {
    await chat.appSettings({ without_challenge: 'allow' });
    const sso = await chat.connected('sso');
    await chat.fault({ path: LOGOUT, kind: 'delay', ms: 3_000 });
    const [, message] = await later(sso, 2, () => sso.types(chat.alice.sessionId));
    expect(message.text).toBe(say('chat:confirm-needed', named(chat.alice.sessionId)));

    const dialog = (await sso.clicks(message, ACTION.goOn)).opened;
    expect(fieldsOf(dialog)).toEqual({ [BLOCK.reason]: say('modal:reason') });
    await expectLeft(chat, { received: PROBE, recorded: ['error-confirmation-needed'] });
    await sso.submits(dialog);
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });
});

test('a slow logout: the dialog says so in time, and the result follows; submitted again in the meantime it is refused', async () => {
  await chat.settings({ release: '8.0.0' });
  const question = await admin.opensDialog(chat.alice.sessionId);
  await chat.fault({ path: LOGOUT, kind: 'delay', ms: SLOW_MS, skip: 1 });
  const code = await chat.code('admin');
  const [shown, message] = await later(admin, 1, async () => {
    const first = await admin.submits(question, { code });
    const again = (await admin.submits(question, { code })).updated;
    expect(sentencesOf(again)).toEqual([say('error-request-expired')]);
    return first;
  });

  expectToFollow(shown.updated, question);
  expect(message.text).toEqual(sayingOfRequest('chat:done', named(chat.alice.sessionId)));
  expect(buttonsOf(message)).toEqual([]);
  const entries = await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: ALL_THE_WAY,
    recorded: expect.arrayContaining(['totp-required', 'error-request-expired', 'done']),
  });
  expect(entries).toHaveLength(3);
});

test('a slow logout where the client closes the dialog: a message says so in time, and the result follows', async () => {
  await chat.settings({ release: '6.7.0' });
  const question = await admin.opensDialog(chat.alice.sessionId);
  await chat.fault({ path: LOGOUT, kind: 'delay', ms: SLOW_MS, skip: 1 });
  const code = await chat.code('admin');
  const [shown, message] = await later(admin, 2, () => admin.submits(question, { code }));

  expect(shown.message.text).toBe(say('chat:slow-result', named(chat.alice.sessionId)));
  expect(message.text).toEqual(sayingOfRequest('chat:done', named(chat.alice.sessionId)));
  await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: ALL_THE_WAY,
    recorded: ['totp-required', 'done'],
  });
});

test('a slow answer to an incorrect code: the message says so and leads back to the field', async () => {
  await chat.settings({ release: '8.0.0' });
  const question = await admin.opensDialog(`${chat.alice.sessionId} typed first`);
  await chat.fault({ path: LOGOUT, kind: 'delay', ms: SLOW_MS, skip: 1 });
  const [shown, message] = await later(admin, 1, () =>
    admin.submits(question, { code: 'notACode', reason: 'typed in the dialog' }),
  );

  expectToFollow(shown.updated, question);
  expect(message.text).toEqual(sayingOfRequest('chat:code-incorrect', named(chat.alice.sessionId)));
  const again = (await admin.clicks(message, ACTION.goOn)).opened;
  expect(fieldsOf(again)).toHaveProperty(BLOCK.code);
  expect(filledIn(again, BLOCK.reason)).toBe('typed in the dialog');
  await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'totp-invalid'] });
});

test('the answer to a logout never comes: said to be unknown, with nothing to click', async () => {
  await chat.appSettings({ timeout_seconds: 4 });
  await chat.settings({ release: '8.0.0' });
  const question = await admin.opensDialog(chat.alice.sessionId);
  await chat.fault({ path: LOGOUT, kind: 'delay', when: 'after', ms: 60_000, skip: 1 });
  const code = await chat.code('admin');
  const [shown, message] = await later(admin, 1, () => admin.submits(question, { code }));

  expectToFollow(shown.updated, question);
  expect(message.text).toContain(say('error-outcome-unknown'));
  expect(buttonsOf(message)).toEqual([]);
  // It did happen, but the app could not know.
  await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: ALL_THE_WAY,
    recorded: ['totp-required', 'error-outcome-unknown'],
  });
});

test('a slow "send again": the dialog says so in time, and the message leads to the code', async () => {
  await chat.appSettings({ allowed_roles: 'security-officer' });
  const olivia = await chat.connected('olivia');
  const question = await olivia.opensDialog(chat.alice.sessionId);
  const first = await chat.code('olivia');
  await chat.fault({ path: '/api/v1/users.2fa.sendEmailCode', kind: 'delay', ms: SLOW_MS });
  const [shown, message] = await later(olivia, 1, () => olivia.clicks(question, ACTION.sendAgain));
  expectToFollow(shown.updated, question);
  expect(message.text).toContain('o…@example.com');

  const again = (await olivia.clicks(message, ACTION.goOn)).opened;
  const second = await chat.code('olivia');
  expect(second).not.toBe(first);
  await olivia.submits(again, { code: second });
  await expectLeft(chat, {
    ended: { device: chat.alice, by: olivia },
    received: ALL_THE_WAY,
    recorded: ['totp-required', 'done'],
  });
});

describe('the connection ends halfway', () => {
  /** An admin deletes the OAuth client, and every token that was granted through it ends. */
  const endTokens = async (): Promise<void> => {
    const [{ clientId }] = (await chat.state()).oauthApps;
    await chat.changeOAuthApp(clientId, 'delete');
  };

  test('before the command: said so; once connected again, the dialog opens', async () => {
    await endTokens();
    const { message } = await admin.types(`${chat.alice.sessionId} kept all the way`);
    expect(message.text).toBe(say('chat:connect-again', named(chat.alice.sessionId)));
    expect(await chat.stored('connection')).toEqual([]);

    const link = (await admin.clicks(message, ACTION.connect)).opened;
    const goOn = (await admin.consents(link)).message;
    expect(goOn.text).toEqual(saying('chat:connected-go-on', named(chat.alice.sessionId)));
    const dialog = (await admin.clicks(goOn, ACTION.goOn)).opened;
    expect(filledIn(dialog, BLOCK.reason)).toBe('kept all the way');
    await admin.submits(dialog, { code: await chat.code('admin') });
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['error-connection-ended', 'totp-required', 'done'],
    });
    expect(new Set(entries.map(({ correlationId }) => correlationId)).size).toBe(1);
    expect(entries[2].reason).toBe('kept all the way');
  });

  test('at the code: the code is not sent, and after connecting again the dialog opens again', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    await endTokens();
    const { message } = await admin.submits(question, { code: await chat.code('admin'), reason: 'kept as well' });
    expect(message.text).toBe(say('chat:connect-again', named(chat.alice.sessionId)));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-connection-ended'] });

    const goOn = (await admin.consents((await admin.clicks(message, ACTION.connect)).opened)).message;
    const again = (await admin.clicks(goOn, ACTION.goOn)).opened;
    expect(fieldsOf(again)).toHaveProperty(BLOCK.code);
    expect(filledIn(again, BLOCK.reason)).toBe('kept as well');
    await admin.submits(again, { code: await chat.code('admin') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'error-connection-ended', 'done'],
    });
  });

  test('disconnected by the person: asked to connect first, and the code is not sent', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    await admin.types('disconnect');
    const { message } = await admin.submits(question, { code: await chat.code('admin') });

    expect(message.text).toBe(say('chat:connect-first', named(chat.alice.sessionId)));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-not-connected'] });
  });
});
