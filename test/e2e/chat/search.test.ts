import { ACTION } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { expectNothingEnded } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { recordedAs, requestsOfApp, resultOf } from './support/expectations';
import type { Person } from './support/person';
import { say, saying } from './support/texts';
import { optionsIn, problemIn, sentencesOf, View } from './support/views';

const chat = useChat();
const LIST = '/api/v1/sessions/list.all';
const LOGOUT = '/api/v1/sessions/logout';
const ofAlice = { about: say('search:about-person', { person: '`@alice`' }) };
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

const pathsAsked = async (): Promise<string[]> => (await requestsOfApp(chat)).map(({ path }) => path);
const endedIds = async (): Promise<string[]> =>
  (await chat.state()).sessions.filter(({ logoutAt }) => logoutAt !== undefined).map(({ sessionId }) => sessionId);
const idsOf = async (username: string): Promise<string[]> => {
  const { sessions, users } = await chat.state();
  const id = users.find((user) => user.username === username)?._id;
  return sessions.filter(({ userId }) => userId === id).map(({ sessionId }) => sessionId);
};

/** Types the search, and gives the code for it. @returns what was found, to choose from */
async function finds(line: string): Promise<View> {
  const dialog = (await admin.types(line)).opened;
  expect(await pathsAsked()).not.toContain(LOGOUT);
  return (await admin.submitsToNext(dialog, { code: await chat.code('admin') })).next;
}

test('a person by name: choose two of their sessions, and end these with a second code', async () => {
  const [phone, laptop] = await chat.devices('alice', 2);
  const choice = await finds('@Alice stolen bag');
  const offered = optionsIn(choice, ACTION.sessions);
  expect(Object.keys(offered)).toEqual(expect.arrayContaining([phone.sessionId, laptop.sessionId]));
  expect(Object.keys(offered).sort()).toEqual((await idsOf('alice')).sort());
  await expectNothingEnded(chat);

  const chosen = [phone.sessionId, laptop.sessionId];
  const { message } = await admin.submits(choice, {
    code: await chat.code('admin'),
    fields: { [ACTION.which]: 'chosen', [ACTION.sessions]: chosen },
  });
  expect(message.text.split('\n')[0]).toEqual(saying('batch:all-ended', { ...ofAlice, count: '2' }));
  expect((await endedIds()).sort()).toEqual([...chosen].sort());

  const [listed] = (await recordedAs(chat, 'list')).slice(-1);
  expect(listed).toMatchObject({ targetUsername: 'alice', outcome: { result: 'done' } });
  const [batch] = (await recordedAs(chat, 'logout-many')).slice(-1);
  expect(batch).toMatchObject({ reason: 'stolen bag', targetUsername: 'alice', outcome: { result: 'done' } });
  expect(batch.sessions?.map(({ sessionId }) => sessionId).sort()).toEqual(chosen.sort());
});

test('end all of one person with one code: nobody else, and not the caller', async () => {
  await chat.devices('alice', 2);
  const dialog = (await admin.types('@alice')).opened;
  const { message } = await admin.submits(dialog, { code: await chat.code('admin'), fields: { [ACTION.what]: 'all' } });
  expect(message.text).toContain(ofAlice.about);
  expect((await endedIds()).sort()).toEqual((await idsOf('alice')).sort());
  await expect(chat.isLoggedIn(chat.bob)).resolves.toBe(true);
});

test('everything of one person: tokens too, after the code was verified', async () => {
  const token = await chat.logIn('alice');
  const dialog = (await admin.types('@alice')).opened;
  const code = await chat.code('admin');
  const refused = await admin.submits(dialog, { code: incorrect(code), fields: { [ACTION.what]: 'everything' } });
  await expect(chat.isLoggedIn(token)).resolves.toBe(true);
  const { view } = await admin.goesOn(refused);
  await admin.submits(view, { code, fields: { [ACTION.what]: 'everything' } });
  await expect(chat.isLoggedIn(token)).resolves.toBe(false);
  await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  await expect(chat.isLoggedIn(chat.bob)).resolves.toBe(true);
});

test('the form: by address, "all" leaves out your own', async () => {
  const form = (await admin.types('')).opened;
  const { next } = await admin.submitsToNext(form, {
    code: await chat.code('admin'),
    fields: { [ACTION.address]: '203.0.113.0/24' },
  });
  expect(Object.keys(optionsIn(next, ACTION.sessions)).length).toBeGreaterThan(0);
  await expectNothingEnded(chat);
});

test('an ID that was not in the list is refused, and ends nothing', async () => {
  const choice = await finds('@alice');
  const state = {
    choose: { [ACTION.which]: 'chosen', [ACTION.sessions]: [chat.bob.sessionId] },
    code: { [codeField(choice)]: await chat.code('admin') },
  };
  const { next } = await admin.toNext(() => admin.submitsState(choice, state));
  expect(problemIn(next)).toBe(say('chat:invalid:sessionIds:not-listed'));
  await expectNothingEnded(chat);
  expect((await recordedAs(chat, 'logout')).map(resultOf)).toContain('invalid-params');
});

test('an incorrect code for the ending: said so in the dialog, which still has what was chosen', async () => {
  const choice = await finds('@alice');
  const code = await chat.code('admin');
  const fields = { [ACTION.which]: 'chosen', [ACTION.sessions]: [chat.alice.sessionId] };
  const { next } = await admin.submitsToNext(choice, { code: incorrect(code), fields });
  expect(problemIn(next)).toBe(say('modal:code-incorrect'));
  await expectNothingEnded(chat);
  await admin.submits(next, { code });
  expect(await endedIds()).toEqual([chat.alice.sessionId]);
});

test('what a list showed, and the codes, are in no log', async () => {
  const { alice } = chat;
  const choice = await finds('@alice');
  const code = await chat.code('admin');
  const fields = { [ACTION.which]: 'chosen', [ACTION.sessions]: [alice.sessionId] };
  const { next } = await admin.submitsToNext(choice, { code: incorrect(code), fields });
  await admin.submits(next, { code });
  expect(await endedIds()).toEqual([alice.sessionId]);
  const logs = JSON.stringify(await chat.appLogs());
  expect(logs).toContain('executeViewSubmitHandler');
  const listed = (await idsOf('alice')).filter((id) => id !== alice.sessionId);
  expect(listed.length).toBeGreaterThan(0);
  for (const secret of [code, '203.0.113.24', 'Mac OS', 'Rocket.Chat 3', ...listed]) {
    expect(logs).not.toContain(secret);
  }
});

test('a choice that is submitted several times at once ends the sessions once', async () => {
  const choice = await finds('@alice');
  const code = await chat.code('admin');
  const fields = { [ACTION.which]: 'chosen', [ACTION.sessions]: [chat.alice.sessionId] };
  await Promise.all([1, 2, 3].map(() => admin.sendSubmit(choice, { code, fields })));
  await chat.untilRefusalsAreTold(2);
  expect(await endedIds()).toEqual([chat.alice.sessionId]);
  expect((await recordedAs(chat, 'logout-many')).map(resultOf)).toEqual(['done']);
});

test('in the menu of a message: for its author, and for nobody without a role', async () => {
  const mid = await chat.post('alice', 'my bag is gone');
  const message = { _id: mid, rid: 'GENERAL' };
  const { opened } = await admin.choosesInMenu(message);
  expect(JSON.stringify(opened)).toContain('@alice');
  const max = await chat.person('max');
  expect(sentencesOf((await max.choosesInMenu(message)).opened)).toEqual([say('chat:error-unauthorized')]);
  await max.choosesInMenu({ _id: 'noSuchMessage', rid: 'GENERAL' });
  expect((await pathsAsked()).filter((path) => path === LIST)).toHaveLength(1);
  await expectNothingEnded(chat);
});

test.each(['@nobody', 'find @nobody'])('%s: nobody of that name, nothing is asked', async (line) => {
  const { message } = await admin.types(line);
  expect(message.text).toBe(say('search:person-unknown'));
  expect(await pathsAsked()).not.toContain(LIST);
});

test('without a role nothing is asked, and nobody learns who exists', async () => {
  const max = await chat.person('max');
  for (const line of ['@alice', '@nobody', '', 'find chrome']) {
    expect((await max.types(line)).message.text).toBe(say('chat:error-unauthorized'));
  }
  expect(await pathsAsked()).not.toContain(LIST);
  await expectNothingEnded(chat);
});

test('in a client without dialogs it says what works there', async () => {
  expect((await admin.types('@alice', { modals: false })).message.text).toBe(say('search:needs-dialog'));
});

function codeField({ blocks }: View): string {
  return blocks.find(({ element }) => element?.actionId?.startsWith('code-'))?.element?.actionId ?? '';
}
