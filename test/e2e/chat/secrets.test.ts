import { SETTING_IDS } from '../../../core/shared/settings';
import { COMMAND_EXECUTED, loggedEndings, secretsIn } from '../support/secrets';
import { ChatWorkspace } from './support/chatWorkspace';
import { Impostor } from './support/impostor';
import { REASON, SecretStory, tellSecretStory } from './support/secretStory';

const chat = new ChatWorkspace();
const impostor = new Impostor(() => chat.url);
let story: SecretStory;

// One story for all tests: they only look at what it left behind.
beforeAll(async () => {
  await Promise.all([chat.start(), impostor.start()]);
  await chat.startOver();
  story = await tellSecretStory(chat, impostor);
});
afterAll(async () => {
  await impostor.stop();
  await chat.stop();
});

const found = (text: string): string[] => secretsIn(text, story.secrets);

test('the story has every kind of secret in it', () => {
  const names = [...story.secrets.keys()].join('\n');

  expect([...story.secrets.values()].filter((value) => value.length < 6)).toEqual([]);
  expect(names).toMatch(/access_token[^]*refresh_token/);
  expect(names).toMatch(/the client secret/);
  // Used by the app all the same.
  expect(found(JSON.stringify(impostor.overheard))).toEqual(expect.arrayContaining(['the client secret']));
});

test('not in persistence', async () => {
  const stored = JSON.stringify(await chat.persistence());

  expect(stored).toContain(REASON);
  expect(stored).toContain('"sealed":');
  expect(await chat.stored('state')).toHaveLength(1);
  expect(found(stored)).toEqual([]);
});

test("not in the app's log, nor in what the engine logged on its behalf", async () => {
  const logs = JSON.stringify(await logsOfCommands(story.commands));

  expect(logs).toMatch(COMMAND_EXECUTED);
  expect(found(logs)).toEqual([]);
  const all = JSON.stringify(await chat.appLogs());
  expect(all).toContain('executeViewSubmitHandler');
  expect(all).toContain('executeBlockActionHandler');
  expect(all).toContain("oauth/callback's ");
  expect(found(all)).toEqual([]);
});

test('not on a page, nor in its headers', () => {
  const pages = story.pages.map(({ text, headers }) => JSON.stringify([...headers]) + text);

  expect(pages).toHaveLength(12);
  expect(pages.flatMap((page) => found(page))).toEqual([]);
});

test('not in a message or a modal; a state is only in the link to the consent page', async () => {
  const shown = await Promise.all(['admin', 'olivia', 'pat', 'max'].map((username) => chat.deliveries(username)));
  const text = JSON.stringify([shown, story.answers.map((answer) => answer.text)]);
  const LINK = /https?:[^\s"\\]+\/oauth\/authorize\?[^\s"\\]+/g;

  expect(text.match(LINK)).toHaveLength(6);
  expect(text).toContain(chat.alice.sessionId);
  expect(found(text.replace(LINK, ''))).toEqual([]);
  expect((text.match(LINK) ?? []).flatMap((link) => found(link)).filter((name) => !name.includes('state'))).toEqual([]);
});

test("not in the workspace's settings or the app's", async () => {
  const state = await chat.state();

  expect(Object.keys(state.appSettings).sort()).toEqual([...SETTING_IDS].sort());
  expect(found(JSON.stringify(state))).toEqual([]);
});

test('many commands at once: none of their codes is logged', async () => {
  // A code of the story that got no clear answer makes all but a few wait for their turn; 1.46 gives a call only 10 s.
  const codes = Array.from({ length: engine === '1.46' ? 1 : 20 }, (_, index) => `c${index}${'x'.repeat(20)}`);
  const [{ login }, admin] = [await chat.person('pat'), await chat.person('admin')];
  expect(login.userId).not.toBe(admin.login.userId);
  await Promise.all(
    codes.map((code) => admin.sendCommand(`${chat.alice.sessionId} --code ${code}`, { modals: false })),
  );

  await logsOfCommands(story.commands + codes.length);
  expect(secretsIn(JSON.stringify(await chat.appLogs()), new Map(codes.map((code) => [code, code])))).toEqual([]);
});

/** The engine's logs of commands, once there are as many. */
const logsOfCommands = (count: number) => loggedEndings(chat, COMMAND_EXECUTED, count);
