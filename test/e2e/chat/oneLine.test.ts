import { ACTION, BLOCK } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { NOTHING, PROBE, PROBE_AND_LOGOUT } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { expectLeft } from './support/expectations';
import type { Person } from './support/person';
import { named, say, saying, sayingOfRequest } from './support/texts';
import { buttonOf, buttonsOf, filledIn } from './support/views';

const chat = useChat();
const WITHOUT_MODALS = { modals: false };

/** What a person reads who gave no code: which one is needed, and how to give it. */
const askedFor = (method: 'totp' | 'email' | 'password', address = ''): string => {
  const session = chat.alice.sessionId;
  return `${say(`chat:code-needed:${method}`, { ...named(session), address })}\n${say('chat:code-by-option', { session, method })}`;
};

describe('with an authenticator app', () => {
  let admin: Person;
  beforeEach(async () => {
    admin = await chat.connected('admin');
  });

  test('without a code: says which one is needed, and how to give it', async () => {
    const { message } = await admin.types(chat.alice.sessionId, WITHOUT_MODALS);

    expect(message.text).toBe(askedFor('totp'));
    expect(buttonsOf(message)).toEqual([]);
    const [entry] = await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });
    expect(entry).toMatchObject({ via: 'command', sessionId: chat.alice.sessionId });
  });

  test.each([
    ['--code 123456', (code: string) => `--code ${code}`],
    ['--code=123456', (code: string) => `--code=${code}`],
    ['with the method', (code: string) => `--code ${code} --method totp`],
    ['with a long dash', (code: string) => `—code ${code}`],
    ['a code in quotes, with a space', (code: string) => `--code "${code.slice(0, 3)} ${code.slice(3)}"`],
  ])('%s: done in one line', async (_what, options) => {
    const { message } = await admin.types(
      `${chat.alice.sessionId} ${options(await chat.code('admin'))}`,
      WITHOUT_MODALS,
    );

    const [entry] = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: PROBE_AND_LOGOUT,
      recorded: ['done'],
    });
    expect(message.text).toEqual(
      sayingOfRequest('chat:done', { ...named(chat.alice.sessionId), request: entry.correlationId }),
    );
    expect(entry).toMatchObject({ via: 'command', outcome: { secondFactor: 'totp', workspaceStatus: 200 } });
  });

  test.each([
    ['--reason "stolen laptop"', 'stolen laptop'],
    ['--reason “left in a train”', 'left in a train'],
    ['--reason=stolen', 'stolen'],
    ['stolen on floor 3', 'stolen on floor 3'],
    ["it's gone", "it's gone"],
  ])('the reason: %s', async (words, reason) => {
    await admin.types(`${chat.alice.sessionId} ${words} --code ${await chat.code('admin')}`, WITHOUT_MODALS);

    const [entry] = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: PROBE_AND_LOGOUT,
      recorded: ['done'],
    });
    expect(entry.reason).toBe(reason);
  });

  test('a reason in quotes is filled into the dialog as well', async () => {
    const dialog = await admin.opensDialog(`${chat.alice.sessionId} --reason "stolen laptop"`);

    expect(filledIn(dialog, BLOCK.reason)).toBe('stolen laptop');
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });
  });

  test('with a code it is done in one line even if modals can open', async () => {
    const { message } = await admin.types(`${chat.alice.sessionId} --code ${await chat.code('admin')}`);

    expect(message.text).toEqual(sayingOfRequest('chat:done', named(chat.alice.sessionId)));
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: PROBE_AND_LOGOUT,
      recorded: ['done'],
    });
  });

  test.each([
    ['an incorrect code', incorrect, PROBE, 'totp-invalid'],
    ['characters that no header can carry', () => '１２３４５６', PROBE, 'invalid-params'],
    ['a code of 300 digits', () => '1'.repeat(300), PROBE, 'invalid-params'],
  ])('%s: refused, and there is no button for a next step', async (_what, spoilt, received, result) => {
    const code = spoilt(await chat.code('admin'));
    const { message } = await admin.types(`${chat.alice.sessionId} --code ${code}`, WITHOUT_MODALS);

    expect(message.text).not.toContain(code);
    expect(buttonsOf(message)).toEqual([]);
    await expectLeft(chat, { received, recorded: [result] });
  });

  test('a method that the person does not have: no code meets it', async () => {
    const line = `${chat.alice.sessionId} --code ${await chat.code('admin')} --method email`;
    const { message } = await admin.types(line, WITHOUT_MODALS);

    expect(message.text).toEqual(sayingOfRequest('chat:code-incorrect'));
    await expectLeft(chat, { received: PROBE_AND_LOGOUT, recorded: ['totp-invalid'] });
  });

  test('a session that does not exist', async () => {
    const line = `aSessionThatIsNot --code ${await chat.code('admin')}`;
    const { message } = await admin.types(line, WITHOUT_MODALS);

    expect(message.text).toContain(say('error-session-not-found'));
    await expectLeft(chat, {
      asked: ['aSessionThatIsNot'],
      received: PROBE_AND_LOGOUT,
      recorded: ['error-session-not-found'],
    });
  });

  test('the answer to the logout is lost: said to be unknown', async () => {
    await chat.fault({ path: '/api/v1/sessions/logout', kind: 'drop', skip: 1 });
    const line = `${chat.alice.sessionId} --code ${await chat.code('admin')}`;

    expect((await admin.types(line, WITHOUT_MODALS)).message.text).toContain(say('error-outcome-unknown'));
    await expectLeft(chat, { received: PROBE_AND_LOGOUT, recorded: ['error-outcome-unknown'] });
  });
});

describe('with a code by e-mail', () => {
  test('without a code one is mailed, and the answer says where to, but not the whole address', async () => {
    await chat.appSettings({ allowed_roles: 'security-officer' });
    const olivia = await chat.connected('olivia');
    const { message } = await olivia.types(chat.alice.sessionId, WITHOUT_MODALS);

    expect(message.text).toBe(askedFor('email', '`o…@example.com`'));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });

    const line = `${chat.alice.sessionId} --code ${await chat.code('olivia')} --method email`;
    expect((await olivia.types(line, WITHOUT_MODALS)).message.text).toEqual(sayingOfRequest('chat:done'));
    await expectLeft(chat, {
      ended: { device: chat.alice, by: olivia },
      received: { probes: 2, logouts: 1 },
      recorded: ['totp-required', 'done'],
    });
  });
});

describe('with a password', () => {
  let pat: Person;
  beforeEach(async () => {
    pat = await chat.connected('pat');
  });

  test.each(['', ' --code pat-password', ' --code pat-password --method password'])(
    'by default it is not accepted in chat ("%s")',
    async (options) => {
      const { message } = await pat.types(`${chat.alice.sessionId}${options}`, WITHOUT_MODALS);

      expect(message.text).toContain(say('error-password-not-in-chat'));
      await expectLeft(chat, { received: PROBE, recorded: ['error-password-not-in-chat'] });
    },
  );

  test.each(['--code pat-password', '--code pat-password --method password'])(
    'if the admin allows it: %s',
    async (options) => {
      await chat.appSettings({ password_in_chat: true });
      expect((await pat.types(chat.alice.sessionId, WITHOUT_MODALS)).message.text).toBe(askedFor('password'));

      await pat.types(`${chat.alice.sessionId} ${options}`, WITHOUT_MODALS);
      await expectLeft(chat, {
        ended: { device: chat.alice, by: pat },
        received: { probes: 2, logouts: 1 },
        recorded: ['totp-required', 'done'],
      });
    },
  );
});

describe('not connected', () => {
  test('without modals: said so, with the link; then it works', async () => {
    const admin = await chat.person('admin');
    const { all } = await admin.types(chat.alice.sessionId, WITHOUT_MODALS);

    expect(all).toEqual([
      expect.objectContaining({ text: saying('chat:connect-first', named(chat.alice.sessionId)) }),
      expect.objectContaining({ text: saying('chat:connect-here') }),
    ]);
    await expectLeft(chat, { received: NOTHING, recorded: ['error-not-connected'] });

    const [, { text }] = all as ReadonlyArray<{ text: string }>;
    const link = /https?:\S+/.exec(text)?.[0] ?? '';
    const callback = await admin.browser.allows(link);
    expect((await admin.browser.opens(callback)).status).toBe(200);
    await admin.types(`${chat.alice.sessionId} --code ${await chat.code('admin')}`, WITHOUT_MODALS);
    await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: PROBE_AND_LOGOUT,
      recorded: ['error-not-connected', 'done'],
    });
  });

  test('with a code, if modals can open: said so, and the modal with the link opens', async () => {
    const admin = await chat.person('admin');
    const { all } = await admin.types(`${chat.alice.sessionId} --code ${await chat.code('admin')}`);

    expect(all).toEqual([
      expect.objectContaining({ kind: 'message', text: saying('chat:connect-first') }),
      expect.objectContaining({ kind: 'modal', type: 'modal.open' }),
    ]);
    const { view } = all[1] as { view: Parameters<typeof buttonOf>[0] };
    expect(buttonOf(view, ACTION.consent).url).toContain('/oauth/authorize?');
    await expectLeft(chat, { received: NOTHING, recorded: ['error-not-connected'] });
  });
});

test('the workspace asks for no second factor: refused, or done if the admin allows it', async () => {
  const sso = await chat.connected('sso');
  const { message } = await sso.types(`${chat.alice.sessionId} --code 123456`, WITHOUT_MODALS);
  expect(message.text).toContain(say('error-2fa-not-enforced'));
  await expectLeft(chat, { received: PROBE, recorded: ['error-2fa-not-enforced'] });

  await chat.appSettings({ without_challenge: 'allow' });
  const { sessionId } = chat.alice;
  expect((await sso.types(sessionId, WITHOUT_MODALS)).message.text).toBe(
    say('chat:confirm-by-option', { session: sessionId }),
  );
  await expectLeft(chat, {
    received: { probes: 2, logouts: 0 },
    recorded: ['error-2fa-not-enforced', 'error-confirmation-needed'],
  });

  const { text } = (await sso.types(`${sessionId} --yes`, WITHOUT_MODALS)).message;
  expect(text).toEqual(sayingOfRequest('chat:done'));
  await expectLeft(chat, {
    ended: { device: chat.alice, by: sso },
    received: { probes: 3, logouts: 1 },
    recorded: ['error-2fa-not-enforced', 'error-confirmation-needed', 'done'],
  });
});
