import { ACTION } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { expectNothingEnded } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { recordedAs, requestsOfApp, resultOf } from './support/expectations';
import type { Person } from './support/person';
import { say } from './support/texts';
import { fieldsOf, problemIn, type View } from './support/views';

const chat = useChat();
const ALICE = '`@alice`';
const about = say('everything:about', { person: ALICE });
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

const alive = (): Promise<boolean[]> => Promise.all([chat.alice, chat.bob].map((device) => chat.isLoggedIn(device)));

/** The dialog offers everything of Alice, says why, and nothing is to be chosen. */
function expectOffered(dialog: View): void {
  expect(JSON.stringify(dialog)).toContain(
    JSON.stringify(say('everything:unlicensed', { person: ALICE })).slice(1, -1),
  );
  expect(dialog.submit?.text?.text).toBe(say('everything:submit'));
  expect(fieldsOf(dialog)).not.toContain(ACTION.what);
}

describe.each([
  ['6.5', 'gone', '6.5.3'],
  ['6.5', 'never', '6.8.0'],
  ['7.0', 'other', '6.11.0'],
  ['late', 'never', '8.0.0'],
])('%s, licence %s, client %s', (version, licence, release) => {
  beforeEach(() => chat.settings({ version, licence, release }));

  test('everything of a person is offered; after an incorrect code the right one ends it', async () => {
    const token = await chat.logIn('alice');
    const dialog = (await admin.types('@alice stolen bag')).opened;
    expectOffered(dialog);
    await expectNothingEnded(chat);

    const code = await chat.code('admin');
    const { said, view } = await admin.goesOn(await admin.submits(dialog, { code: incorrect(code) }));
    expect(said).toContain(say('modal:code-incorrect'));
    expectOffered(view);
    expect(await alive()).toEqual([true, true]);

    const { message } = await admin.submits(view, { code });
    expect(message.text).toContain(about);
    expect(message.text).not.toContain(say('batch:everything-ended-not-listed').split('. ')[2]);
    expect(await alive()).toEqual([false, true]);
    await expect(chat.isLoggedIn(token)).resolves.toBe(false);
    const entries = await recordedAs(chat, 'logout-everything');
    expect(entries.map(resultOf)).toEqual(['totp-required', 'totp-invalid', 'done']);
    expect(entries[2]).toMatchObject({ reason: 'stolen bag', targetUsername: 'alice', via: 'modal' });
    const calls = (await requestsOfApp(chat)).map(({ path }) => path.replace('/api/v1/', ''));
    expect(calls.slice(-2)).toEqual(['users.removePersonalAccessToken', 'users.logout']);
  });
});

test('a search says what needs the licence and what works instead', async () => {
  await chat.settings({ version: '6.5', licence: 'never', release: '8.0.0' });
  const { message } = await admin.types('find windows');
  expect(message.text).toContain(say('chat:error-license-required'));
  await expectNothingEnded(chat);
});

test('a client that was tampered with cannot make it anything else', async () => {
  await chat.settings({ version: 'late', licence: 'gone', release: '8.0.0' });
  const dialog = (await admin.types('@alice')).opened;
  const state = { choose: { [ACTION.what]: 'all' }, code: {} };
  const shown = await admin.submitsState(dialog, state);
  expect(problemIn(shown.updated)).toBe(say('modal:code-empty'));
  expectOffered(shown.updated);
  await expectNothingEnded(chat);
});

test('a mailed code is asked for once, and works', async () => {
  await chat.settings({ version: '6.5', licence: 'gone', release: '8.0.0' });
  await chat.createAccount({ username: 'mia', roles: ['admin', 'user'], email2fa: true });
  const mia = await chat.connected('mia');
  const dialog = (await mia.types('@alice')).opened;
  expectOffered(dialog);
  const { message } = await mia.submits(dialog, { code: await chat.code('mia') });
  expect(message.text).toContain(about);
  expect(await alive()).toEqual([false, true]);
});

test('a workspace that asks for no code: only a yes, where the admin allows that', async () => {
  await chat.appSettings({ without_challenge: 'allow' });
  await chat.settings({
    version: '7.0',
    licence: 'gone',
    release: '8.0.0',
    Accounts_TwoFactorAuthentication_Enabled: false,
  });
  const dialog = (await admin.types('@alice')).opened;
  expectOffered(dialog);
  await expectNothingEnded(chat);
  expect((await admin.submits(dialog)).message.text).toContain(about);
  expect(await alive()).toEqual([false, true]);
});
