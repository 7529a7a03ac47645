import { ACTION, BLOCK } from '../../../views/ids';
import { PROBE } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { ALL_THE_WAY, expectLeft } from './support/expectations';
import type { Person } from './support/person';
import { say } from './support/texts';
import { buttonsOf, filledIn } from './support/views';

const chat = useChat();

describe('the workspace refuses', () => {
  let admin: Person;
  beforeEach(async () => {
    admin = await chat.connected('admin');
  });

  test.each([
    ['late', 'never', 400],
    ['7.0', 'other', 400],
    ['6.5', 'gone', 400],
    ['6.5', 'never', 403],
  ])('no licence, %s, %s: said before a code is asked for', async (version, licence, workspaceStatus) => {
    await chat.settings({ version, licence });
    const { message } = await admin.types(chat.alice.sessionId);

    expect(message.text).toContain(say('chat:error-license-required'));
    const [entry] = await expectLeft(chat, { received: PROBE, recorded: ['error-license-required'] });
    expect(entry).toMatchObject({ outcome: { workspaceStatus } });
  });

  test('the permission', async () => {
    await chat.appSettings({ allowed_roles: 'support' });
    const max = await chat.connected('max');
    const { message } = await max.types(chat.alice.sessionId);

    expect(message.text).toContain(say('chat:error-unauthorized'));
    const [entry] = await expectLeft(chat, { received: PROBE, recorded: ['error-unauthorized'] });
    expect(entry).toMatchObject({ callerUsername: 'max', outcome: { workspaceStatus: 403 } });
  });

  test('a session that does not exist', async () => {
    const question = await admin.opensDialog('aSessionThatIsNot');
    const { message } = await admin.submits(question, { code: await chat.code('admin') });

    expect(message.text).toContain(say('error-session-not-found'));
    expect(buttonsOf(message)).toEqual([]);
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
    const question = await olivia.opensDialog(chat.alice.sessionId);

    const { message } = await olivia.submits(question, { code: await chat.code('olivia'), reason: 'kept' });
    expect(message.text).toMatch(/again in \d+ seconds/);
    await expectLeft(chat, {
      received: { probes: 2, logouts: 0 },
      recorded: ['totp-required', 'error-too-many-requests'],
    });

    await chat.settings({ API_Enable_Rate_Limiter: false });
    const again = (await olivia.clicks(message, ACTION.goOn)).opened;
    expect(filledIn(again, BLOCK.reason)).toBe('kept');
    await olivia.submits(again, { code: await chat.code('olivia') });
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  });

  const faults = [
    ['500', { kind: 'status', status: 500 }, 'error-workspace-invalid-response'],
    ['503', { kind: 'status', status: 503 }, 'error-workspace-invalid-response'],
    ['half an answer', { kind: 'garbage' }, 'error-workspace-invalid-response'],
    ['a broken connection', { kind: 'drop' }, 'error-workspace-unreachable'],
  ] as const;

  test.each(faults)('%s at the probe: nothing was changed, with a button to try again', async (_what, fault, code) => {
    await chat.fault({ path: '/api/v1/sessions/logout', ...fault });
    const { message } = await admin.types(`${chat.alice.sessionId} kept`);

    expect(message.text).toContain(say(code));
    await expectLeft(chat, { received: PROBE, recorded: [code] });

    const dialog = (await admin.clicks(message, ACTION.goOn)).opened;
    expect(filledIn(dialog, BLOCK.reason)).toBe('kept');
    await admin.submits(dialog, { code: await chat.code('admin') });
    const entries = await expectLeft(chat, {
      ended: { device: chat.alice, by: admin },
      received: { probes: 3, logouts: 1 },
      recorded: [code, 'totp-required', 'done'],
    });
    expect(entries[2].reason).toBe('kept');
  });

  test.each(faults)(
    '%s at the probe before the logout: nothing was changed, and the button leads back to the dialog',
    async (_what, fault, error) => {
      const dialog = await admin.opensDialog(chat.alice.sessionId);
      await chat.fault({ path: '/api/v1/sessions/logout', ...fault });
      const code = await chat.code('admin');
      const { message } = await admin.submits(dialog, { code, reason: 'typed in the dialog' });
      expect(message.text).toContain(say(error));
      await expectLeft(chat, { received: { probes: 2, logouts: 0 }, recorded: ['totp-required', error] });

      const again = (await admin.clicks(message, ACTION.goOn)).opened;
      expect(again.id).toBe(dialog.id);
      expect(filledIn(again, BLOCK.reason)).toBe('typed in the dialog');
      await admin.submits(again, { code });
      await expectLeft(chat, {
        ended: { device: chat.alice, by: admin },
        received: { probes: 3, logouts: 1 },
        recorded: ['totp-required', error, 'done'],
      });
    },
  );

  test.each(faults)(
    '%s at the logout: it may have happened, and nothing offers to do it again',
    async (_what, fault) => {
      const question = await admin.opensDialog(chat.alice.sessionId);
      await chat.fault({ path: '/api/v1/sessions/logout', skip: 1, ...fault });
      const { message } = await admin.submits(question, { code: await chat.code('admin') });

      expect(message.text).toContain(say('error-outcome-unknown'));
      expect(buttonsOf(message)).toEqual([]);
      await expectLeft(chat, { received: ALL_THE_WAY, recorded: ['totp-required', 'error-outcome-unknown'] });
    },
  );
});
