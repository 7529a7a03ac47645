import { ACTION, BLOCK } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { PROBE } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft, REFUSED_AT_LOOK_UP } from './support/expectations';
import type { Person } from './support/person';
import { named, say, sayingOfRequest } from './support/texts';
import { buttonsOf, fieldIn, fieldsOf, filledIn, problemIn, sentencesOf } from './support/views';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

test('one dialog: session, reason and code; then it is done', async () => {
  const { alice } = chat;
  const dialog = await admin.opensDialog(`${alice.sessionId} lost in a taxi`);
  expect(sentencesOf(dialog)).toEqual([say('modal:session', named(alice.sessionId))]);
  expect(fieldsOf(dialog)).toEqual({ [BLOCK.reason]: say('modal:reason'), [BLOCK.code]: say('modal:code:totp') });
  expect(filledIn(dialog, BLOCK.reason)).toBe('lost in a taxi');
  expect(filledIn(dialog, BLOCK.code)).toBeUndefined();
  expect(problemIn(dialog)).toBeUndefined();
  expect(buttonsOf(dialog)).toEqual([]);
  expect(dialog).toMatchObject({
    title: { text: say('modal:title') },
    submit: { text: { text: say('modal:log-out') }, style: 'danger' },
    close: { text: { text: say('modal:cancel') } },
  });
  await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

  const code = await chat.code('admin');
  const { message } = await admin.submits(dialog, { code, reason: 'lost in a taxi' });
  const entries = await expectLeft(chat, {
    ended: { device: alice, by: admin },
    received: ALL_THE_WAY,
    recorded: ['totp-required', 'done'],
  });
  expect(entries[0]).toMatchObject({ via: 'command', sessionId: alice.sessionId, reason: 'lost in a taxi' });
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
    text: sayingOfRequest('chat:done', { ...named(alice.sessionId), request }),
    roomId: 'GENERAL',
  });
  expect(buttonsOf(message)).toEqual([]);
  expect(entries[0].correlationId).toBe(request);
});

test('an incorrect code: said so, and there is a way to go on; then the correct one', async () => {
  const dialog = await admin.opensDialog(chat.alice.sessionId);
  const code = await chat.code('admin');
  const { view } = await admin.goesOn(await admin.submits(dialog, { code: incorrect(code) }));
  await expectLeft(chat, { received: REFUSED_AT_LOOK_UP, recorded: ['totp-required', 'totp-invalid'] });

  await admin.submits(view, { code });
  await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: { probes: 3, logouts: 1 },
    recorded: ['totp-required', 'totp-invalid', 'done'],
  });
});

test('a code as people write it, with a space in the middle', async () => {
  const dialog = await admin.opensDialog(chat.alice.sessionId);
  const code = await chat.code('admin');

  await admin.submits(dialog, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
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
])('no code (%s): it is asked for again, and nothing is sent', async (_what, typed) => {
  const dialog = await admin.opensDialog(chat.alice.sessionId);
  const { view } = await admin.goesOn(await admin.submits(dialog, typed));
  await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

  await admin.submits(view, { code: await chat.code('admin') });
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

  test('what the dialog holds when it is submitted is recorded', async () => {
    const dialog = await admin.opensDialog(`${chat.alice.sessionId} typed first`);

    await admin.submits(dialog, { code: await chat.code('admin'), reason: 'changed in the dialog' });
    expect(await reasonRecorded()).toBe('changed in the dialog');
  });

  test('what was typed first is recorded if the client sends no other', async () => {
    const dialog = await admin.opensDialog(`${chat.alice.sessionId} typed first`);

    const state = { [BLOCK.code]: { [fieldIn(dialog, BLOCK.code)]: await chat.code('admin') } };
    await admin.submitsState(dialog, state);
    expect(await reasonRecorded()).toBe('typed first');
  });

  test('it may be removed again', async () => {
    const dialog = await admin.opensDialog(`${chat.alice.sessionId} not to be kept`);

    await admin.submits(dialog, { code: await chat.code('admin'), reason: '' });
    expect(await reasonRecorded()).toBeUndefined();
  });

  test('too long: said so, and nothing is sent; a shorter one works', async () => {
    const dialog = await admin.opensDialog(chat.alice.sessionId);
    const code = await chat.code('admin');
    const tooLong = 'é'.repeat(501);
    const { said, view } = await admin.goesOn(await admin.submits(dialog, { code, reason: tooLong }));
    expect(said).toBe(say('chat:invalid:reason'));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'invalid-params'] });

    await admin.submits(view, { code, reason: tooLong.slice(1) });
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: ALL_THE_WAY,
      recorded: ['totp-required', 'invalid-params', 'done'],
    });
    expect(entries[1]).not.toHaveProperty('reason');
    expect(entries[2].reason).toBe(tooLong.slice(1));
  });
});

test('two logouts at once do not get mixed up', async () => {
  const ofAlice = await admin.opensDialog(chat.alice.sessionId);
  const ofBob = await admin.opensDialog(chat.bob.sessionId);
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
  const dialog = await admin.opensDialog(chat.alice.sessionId);
  await chat.appSettings({ allowed_roles: 'security-officer' });

  const { message } = await admin.submits(dialog, { code: await chat.code('admin') });
  expect(message.text).toContain(say('chat:error-unauthorized'));
  expect(buttonsOf(message)).toEqual([]);
  await expectLeft(chat, { received: PROBE, recorded: ['totp-required', 'error-unauthorized'] });
});

test('a role that is taken away before the button of a message: the dialog does not open again', async () => {
  await chat.settings({ release: '6.5.3' });
  const dialog = await admin.opensDialog(chat.alice.sessionId);
  const { message } = await admin.submits(dialog, { code: incorrect(await chat.code('admin')) });
  await chat.appSettings({ allowed_roles: 'security-officer' });

  expect((await admin.clicks(message, ACTION.goOn)).message.text).toBe(say('chat:error-unauthorized'));
  await expectLeft(chat, {
    received: REFUSED_AT_LOOK_UP,
    recorded: ['totp-required', 'totp-invalid', 'error-unauthorized'],
  });
});
