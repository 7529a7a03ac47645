import { useChat } from './support/chatWorkspace';
import type { Person } from './support/person';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  // Alarms are sent by a job, whose calls must not be counted among those of a step.
  await chat.appSettings({ tell_person: false });
  admin = await chat.connected('admin');
});

/** What the app asked the engine for while something was done. */
async function callsOf(work: () => Promise<unknown>): Promise<unknown> {
  await chat.dev('calls/reset', {});
  await work();
  return chat.dev('calls');
}

/** What every step reads, at the same time: settings for logouts and for chat, and the caller's language. */
const SETTINGS = { 'appSettings.getValueById': 6, 'serverSetting.getOneById': 2 };
/** The key of the caller's connection. */
const KEY = { 'oAuthApps.getByName': 1 };
const MESSAGE = { 'message.notifyUser': 1, 'user.getAppUser': 1 };

test('typing the command costs two requests to the workspace at once, and opens the dialog', async () => {
  const calls = await callsOf(() => admin.types(chat.alice.sessionId));

  expect(calls).toEqual({
    ...SETTINGS,
    ...KEY,
    // The probe, and what licence there is.
    'http.call': 2,
    // Whether the caller is locked out; the connection and the ID of the OAuth client; and what is over among the pending
    // logouts.
    'persistence.readByAssociations': 4,
    // Intent, outcome, pending logout.
    'persistence.createWithAssociations': 3,
    'uiInteraction.notifyUser': 1,
  });
});

test('submitting the dialog costs three requests to the workspace, and the message', async () => {
  const dialog = (await admin.types(chat.alice.sessionId)).opened;
  const code = await chat.code('admin');

  const calls = await callsOf(() => admin.submits(dialog, { code }));

  expect(calls).toEqual({
    ...SETTINGS,
    ...KEY,
    ...MESSAGE,
    // Those that say who is told.
    'appSettings.getValueById': 9,
    'http.call': 3,
    'room.getById': 1,
    // The pending logout before and after its claim, all claims; whether the caller is locked out, and whose turn it is;
    // the connection and the ID of the OAuth client.
    'persistence.readByAssociations': 7,
    // Claim, intent, outcome, the turn.
    'persistence.createWithAssociations': 4,
    // Pending logout, claim, the turn.
    'persistence.removeByAssociations': 3,
  });
});

test('one line costs three requests to the workspace, and the message', async () => {
  const line = `${chat.alice.sessionId} --code ${await chat.code('admin')}`;

  const calls = await callsOf(() => admin.types(line));

  expect(calls).toEqual({
    ...SETTINGS,
    ...KEY,
    ...MESSAGE,
    // Those that say who is told.
    'appSettings.getValueById': 9,
    'http.call': 3,
    'persistence.readByAssociations': 4,
    'persistence.createWithAssociations': 3,
    'persistence.removeByAssociations': 1,
  });
});

test('status makes four requests: version, own health at the site URL, licence, probe', async () => {
  await admin.types('status'); // the first one makes the ID of this installation
  const calls = await callsOf(() => admin.types('status'));

  expect(calls).toMatchObject({ ...KEY, ...MESSAGE, 'http.call': 4 });
  expect(calls).not.toHaveProperty('persistence.createWithAssociations');
});
