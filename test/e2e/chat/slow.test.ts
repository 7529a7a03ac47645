import { setTimeout as pause } from 'timers/promises';
import { ACTION, BLOCK } from '../../../views/ids';
import { NOTHING } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { expectLeft } from './support/expectations';
import type { Person } from './support/person';
import { named, say, saying } from './support/texts';
import { fieldsOf, sentencesOf, ShownMessage, View } from './support/views';

const chat = useChat();
/** Longer than a client waits. It ignores what comes later, and no test may leave anything that was ignored. */
const SLOW_MS = 5500;
const LOGOUT = '/api/v1/sessions/logout';

let admin: Person;

beforeEach(async () => {
  await chat.appSettings({ timeout_seconds: 10 });
  admin = await chat.connected('admin');
});

/** The modal says in time that the result will follow, and offers nothing but to close it. */
function expectToFollow(notice: View, instead: View): void {
  expect(notice.id).toBe(instead.id);
  expect(sentencesOf(notice)).toEqual([say('modal:slow')]);
  expect(notice.submit).toBeUndefined();
  expect(notice.close?.text?.text).toBe(say('modal:close'));
}

/** Does something with a person's client, and waits for the message that follows later. */
async function later(person: Person, action: () => Promise<View>): Promise<{ notice: View; message: ShownMessage }> {
  const before = (await person.received()).length;
  const notice = await action();
  for (;;) {
    const message = (await person.received()).slice(before).find(({ kind }) => kind === 'message');
    if (message !== undefined) {
      return { notice, message: message as ShownMessage };
    }
    await pause(100);
  }
}

test('a slow challenge: the modal says so in time; the message leads on to the code, and then it works', async () => {
  const review = (await admin.types(`${chat.alice.sessionId} in the typed line`)).opened;
  await chat.fault({ path: LOGOUT, kind: 'delay', ms: SLOW_MS });
  const { notice, message } = await later(
    admin,
    async () => (await admin.submits(review, { reason: 'changed before it got slow' })).updated,
  );
  expectToFollow(notice, review);
  expect(message).toMatchObject({
    text: say('chat:code-needed:totp', named(chat.alice.sessionId)),
    roomId: 'GENERAL',
  });
  await expectLeft(chat, { received: { probes: 1, logouts: 0 }, recorded: ['totp-required'] });

  const question = (await admin.clicks(message, ACTION.goOn)).opened;
  expect(fieldsOf(question)).toHaveProperty(BLOCK.code);
  await admin.submits(question, { code: await chat.code('admin'), reason: 'changed before it got slow' });
  const entries = await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: { probes: 2, logouts: 1 },
    recorded: ['totp-required', 'done'],
  });
  expect(entries[1].reason).toBe('changed before it got slow');
});

test('a slow logout: the modal says so in time, and the result follows; submitted again in the meantime it is refused', async () => {
  const question = await admin.opensDialog(chat.alice.sessionId);
  await chat.fault({ path: LOGOUT, kind: 'delay', ms: SLOW_MS, skip: 1 });
  const code = await chat.code('admin');
  const { notice, message } = await later(admin, async () => {
    const { updated } = await admin.submits(question, { code });
    const again = (await admin.submits(question, { code })).updated;
    expect(sentencesOf(again)).toEqual([say('error-request-expired')]);
    return updated;
  });

  expectToFollow(notice, question);
  expect(message.text).toEqual(saying('chat:done', named(chat.alice.sessionId)));
  expect(message.blocks ?? []).toEqual([]);
  const entries = await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: { probes: 2, logouts: 1 },
    recorded: expect.arrayContaining(['totp-required', 'error-request-expired', 'done']),
  });
  expect(entries).toHaveLength(3);
});

test('a slow answer to an incorrect code: the message says so and leads back to the field', async () => {
  const question = await admin.opensDialog(chat.alice.sessionId);
  await chat.fault({ path: LOGOUT, kind: 'delay', ms: SLOW_MS, skip: 1 });
  const { notice, message } = await later(
    admin,
    async () => (await admin.submits(question, { code: 'notACode' })).updated,
  );

  expectToFollow(notice, question);
  expect(message.text).toBe(say('chat:code-incorrect', named(chat.alice.sessionId)));
  const again = (await admin.clicks(message, ACTION.goOn)).opened;
  expect(fieldsOf(again)).toHaveProperty(BLOCK.code);
  await expectLeft(chat, { received: { probes: 2, logouts: 1 }, recorded: ['totp-required', 'totp-invalid'] });
});

test('the answer to a logout never comes: said to be unknown, with nothing to click', async () => {
  await chat.appSettings({ timeout_seconds: 4 });
  const question = await admin.opensDialog(chat.alice.sessionId);
  await chat.fault({ path: LOGOUT, kind: 'delay', when: 'after', ms: 60_000, skip: 1 });
  const code = await chat.code('admin');
  const { notice, message } = await later(admin, async () => (await admin.submits(question, { code })).updated);

  expectToFollow(notice, question);
  expect(message.text).toContain(say('error-outcome-unknown'));
  expect(message.blocks ?? []).toEqual([]);
  // It did happen, but the app could not know.
  await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: { probes: 2, logouts: 1 },
    recorded: ['totp-required', 'error-outcome-unknown'],
  });
});

test('a slow "send again": the modal says so in time, and the message leads to the code', async () => {
  await chat.appSettings({ allowed_roles: 'security-officer' });
  const olivia = await chat.connected('olivia');
  const question = await olivia.opensDialog(chat.alice.sessionId);
  const first = await chat.code('olivia');
  await chat.fault({ path: '/api/v1/users.2fa.sendEmailCode', kind: 'delay', ms: SLOW_MS });
  const { notice, message } = await later(
    olivia,
    async () => (await olivia.clicks(question, ACTION.sendAgain)).updated,
  );
  expectToFollow(notice, question);
  expect(message.text).toContain('o…@example.com');

  const again = (await olivia.clicks(message, ACTION.goOn)).opened;
  const second = await chat.code('olivia');
  expect(second).not.toBe(first);
  await olivia.submits(again, { code: second });
  await expectLeft(chat, {
    ended: { device: chat.alice, by: olivia },
    received: { probes: 2, logouts: 1 },
    recorded: ['totp-required', 'done'],
  });
});

describe('the connection ends halfway', () => {
  /** An admin deletes the OAuth client, and every token that was granted through it ends. */
  const endTokens = async (): Promise<void> => {
    const [{ clientId }] = (await chat.state()).oauthApps;
    await chat.changeOAuthApp(clientId, 'delete');
  };

  test('before the code: said so; once connected again, it goes on', async () => {
    const review = (await admin.types(`${chat.alice.sessionId} kept all the way`)).opened;
    await endTokens();
    const { message } = await admin.submits(review, { reason: 'kept all the way' });
    expect(message.text).toBe(say('chat:connect-again', named(chat.alice.sessionId)));
    expect(await chat.stored('connection')).toEqual([]);

    const link = (await admin.clicks(message, ACTION.connect)).opened;
    const goOn = (await admin.consents(link)).message;
    expect(goOn.text).toEqual(saying('chat:connected-go-on', named(chat.alice.sessionId)));
    const again = (await admin.clicks(goOn, ACTION.goOn)).opened;
    const question = (await admin.submits(again, { reason: 'kept all the way' })).updated;
    await admin.submits(question, { code: await chat.code('admin'), reason: 'kept all the way' });
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 2, logouts: 1 },
      recorded: ['error-connection-ended', 'totp-required', 'done'],
    });
    expect(new Set(entries.map(({ correlationId }) => correlationId)).size).toBe(1);
    expect(entries[2].reason).toBe('kept all the way');
  });

  test('at the code: the code is not sent, and after connecting again the modal of the code opens', async () => {
    const question = await admin.opensDialog(chat.alice.sessionId);
    await endTokens();
    const { message } = await admin.submits(question, { code: await chat.code('admin') });
    expect(message.text).toBe(say('chat:connect-again', named(chat.alice.sessionId)));
    await expectLeft(chat, {
      received: { probes: 1, logouts: 0 },
      recorded: ['totp-required', 'error-connection-ended'],
    });

    const goOn = (await admin.consents((await admin.clicks(message, ACTION.connect)).opened)).message;
    const again = (await admin.clicks(goOn, ACTION.goOn)).opened;
    expect(fieldsOf(again)).toHaveProperty(BLOCK.code);
    await admin.submits(again, { code: await chat.code('admin') });
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 2, logouts: 1 },
      recorded: ['totp-required', 'error-connection-ended', 'done'],
    });
  });

  test('disconnected by the person: asked to connect first', async () => {
    const review = (await admin.types(chat.alice.sessionId)).opened;
    await admin.types('disconnect');
    const { message } = await admin.submits(review);

    expect(message.text).toBe(say('chat:connect-first', named(chat.alice.sessionId)));
    await expectLeft(chat, { received: NOTHING, recorded: ['error-not-connected'] });
  });
});
