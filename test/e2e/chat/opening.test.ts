import { ACTION, BLOCK } from '../../../views/ids';
import { NOTHING, PROBE, Traffic } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft } from './support/expectations';
import type { Person } from './support/person';
import { named, say, saying } from './support/texts';
import { buttonsOf, fieldsOf, sentencesOf } from './support/views';

const chat = useChat();

interface Situation {
  readonly what: string;
  readonly person: () => Promise<Person>;
  readonly text: () => string;
  readonly received: Traffic;
  readonly recorded: string;
  /** What the message's button does; none when left out. */
  readonly button?: string;
}

describe('what cannot be done is said at once, and no dialog opens', () => {
  const deleteClient = async (): Promise<void> => {
    const [{ clientId }] = (await chat.state()).oauthApps;
    await chat.changeOAuthApp(clientId, 'delete');
  };

  const situations: Situation[] = [
    {
      what: 'no allowed role',
      person: () => chat.person('max'),
      text: () => say('chat:error-unauthorized'),
      received: NOTHING,
      recorded: 'error-unauthorized',
    },
    {
      what: 'an allowed role without the permission of the workspace',
      person: async () => {
        await chat.appSettings({ allowed_roles: 'support' });
        return chat.connected('max');
      },
      text: () => say('chat:error-unauthorized'),
      received: PROBE,
      recorded: 'error-unauthorized',
    },
    {
      what: 'no licence',
      person: async () => {
        await chat.settings({ licence: 'gone', version: 'late' });
        return chat.connected('admin');
      },
      text: () => say('chat:error-license-required'),
      received: PROBE,
      recorded: 'error-license-required',
    },
    {
      what: 'not connected',
      person: () => chat.person('admin'),
      text: () => say('chat:connect-first', named(chat.alice.sessionId)),
      received: NOTHING,
      recorded: 'error-not-connected',
      button: ACTION.connect,
    },
    {
      what: 'the connection has ended',
      person: async () => {
        const admin = await chat.connected('admin');
        await deleteClient();
        return admin;
      },
      text: () => say('chat:connect-again', named(chat.alice.sessionId)),
      received: NOTHING,
      recorded: 'error-connection-ended',
      button: ACTION.connect,
    },
    {
      what: 'two-factor authentication is off',
      person: async () => {
        await chat.settings({ Accounts_TwoFactorAuthentication_Enabled: false });
        return chat.connected('admin');
      },
      text: () => say('error-2fa-not-enforced'),
      received: PROBE,
      recorded: 'error-2fa-not-enforced',
    },
    {
      what: 'a person without any second factor',
      person: () => chat.connected('sso'),
      text: () => say('error-2fa-not-enforced'),
      received: PROBE,
      recorded: 'error-2fa-not-enforced',
    },
    {
      what: 'a password, which the admin does not allow in chat',
      person: () => chat.connected('pat'),
      text: () => say('error-password-not-in-chat'),
      received: PROBE,
      recorded: 'error-password-not-in-chat',
    },
    {
      what: 'too many requests',
      person: async () => {
        await chat.appSettings({ allowed_roles: 'security-officer' });
        const olivia = await chat.connected('olivia');
        await chat.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 1 });
        await chat.logoutDirectly({ as: olivia.login, sessionId: 'aSessionThatIsNot' });
        return olivia;
      },
      text: () => 'Too many requests',
      received: PROBE,
      recorded: 'error-too-many-requests',
      button: ACTION.goOn,
    },
  ];

  test.each(situations)('$what', async ({ person: logIn, text, received, recorded, button }) => {
    const person = await logIn();
    const { message } = await person.types(`${chat.alice.sessionId} lost`);

    expect(message.text).toContain(text());
    expect(buttonsOf(message).map(({ actionId }) => actionId)).toEqual(button === undefined ? [] : [button]);
    const [entry] = await expectLeft(chat, { received, recorded: [recorded] });
    expect(entry).toMatchObject({ via: 'command', callerUsername: person.username });
  });
});

describe('the workspace asks for no code, and the admin allows that', () => {
  let sso: Person;
  beforeEach(async () => {
    await chat.appSettings({ without_challenge: 'allow' });
    sso = await chat.connected('sso');
  });

  test('the dialog only asks to confirm, and nothing is ended before that', async () => {
    const dialog = await sso.opensDialog(`${chat.alice.sessionId} lost`);
    expect(sentencesOf(dialog)).toEqual([say('modal:session', named(chat.alice.sessionId)), say('modal:no-code')]);
    expect(fieldsOf(dialog)).toEqual({ [BLOCK.reason]: say('modal:reason') });
    await expectLeft(chat, { received: PROBE, recorded: ['error-confirmation-needed'] });

    await sso.submits(dialog);
    await expectLeft(chat, {
      ended: { device: chat.alice, by: sso },
      received: ALL_THE_WAY,
      recorded: ['error-confirmation-needed', 'done'],
    });
  });

  test('cancelled: nothing is ended', async () => {
    await sso.closes(await sso.opensDialog(chat.alice.sessionId));

    await expectLeft(chat, { received: PROBE, recorded: ['error-confirmation-needed', 'cancelled'] });
  });

  test('the workspace asks for a code after all when it is confirmed: it is asked for, and nothing is ended', async () => {
    await chat.settings({ Accounts_TwoFactorAuthentication_Enabled: false });
    const admin = await chat.connected('admin');
    const dialog = await admin.opensDialog(chat.alice.sessionId);
    await chat.settings({ Accounts_TwoFactorAuthentication_Enabled: true });
    const { view } = await admin.goesOn(await admin.submits(dialog, { reason: 'kept' }));

    expect(fieldsOf(view)).toHaveProperty(BLOCK.code);
    await expectLeft(chat, {
      received: { probes: 2, logouts: 0 },
      recorded: ['error-confirmation-needed', 'totp-required'],
    });
    await admin.submits(view, { code: await chat.code('admin'), reason: 'kept' });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });

  test('no longer allowed when it is confirmed: refused', async () => {
    const dialog = await sso.opensDialog(chat.alice.sessionId);
    await chat.appSettings({ without_challenge: 'refuse' });

    expect((await sso.submits(dialog)).message.text).toContain(say('error-2fa-not-enforced'));
    await expectLeft(chat, {
      received: { probes: 2, logouts: 0 },
      recorded: ['error-confirmation-needed', 'error-2fa-not-enforced'],
    });
  });

  test('the dialog says what will happen before a code is asked for as well', async () => {
    const admin = await chat.connected('admin');
    const dialog = await admin.opensDialog(chat.alice.sessionId);

    expect(sentencesOf(dialog)[0]).toEqual(saying('modal:session'));
    expect(fieldsOf(dialog)).toHaveProperty(BLOCK.code);
  });
});
