import { useChat } from './support/chatWorkspace';
import { expectConnected, linkFor } from './support/connecting';
import { expectLeft } from './support/expectations';
import type { Person } from './support/person';
import { say, sayingOfRequest } from './support/texts';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.person('admin');
});

const ownClients = async (): Promise<string[]> => (await chat.state()).oauthApps.map(({ clientId }) => clientId);

test('installed: the OAuth client is there before anybody connects', async () => {
  expect((await chat.state()).oauthApps).toEqual([
    expect.objectContaining({ name: 'Session Logout', active: true, redirectUri: expect.stringContaining(chat.url) }),
  ]);
  expect(await chat.stored('connection')).toEqual([]);
});

test.each([
  ['updated', ['update']],
  ['disabled and enabled', ['disable', 'enable']],
] as const)('%s: client and connections stay the same, and a logout that was begun goes on', async (_what, actions) => {
  await admin.connects();
  const clients = await ownClients();
  const question = await admin.opensDialog(chat.alice.sessionId);
  for (const action of actions) {
    await chat.changeApp(action);
  }

  expect(await ownClients()).toEqual(clients);
  await expectConnected(chat, admin);
  const { message } = await admin.submits(question, { code: await chat.code('admin') });
  expect(message.text).toEqual(sayingOfRequest('chat:done'));
  await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    // One of the probes is that of the set-up check, by which it is seen that the connection is there.
    received: { probes: 3, logouts: 1 },
    recorded: ['totp-required', 'done'],
  });
  // The endpoints are back as well.
  await admin.connects();
});

test('disabled: the app answers nothing, and a link it has just made leads nowhere', async () => {
  const link = await linkFor(admin);
  const callback = await admin.browser.allows(link);
  await chat.changeApp('disable');

  expect((await admin.browser.opens(callback)).status).toBe(404);
  expect(await chat.stored('connection')).toEqual([]);

  await chat.changeApp('enable');
  expect((await admin.browser.opens(callback)).status).toBe(200);
  await expectConnected(chat, admin);
});

test('uninstalled: the client, the connections and everything else the app could act with are gone', async () => {
  await admin.connects();
  await chat.changeApp('uninstall');

  expect(await ownClients()).toEqual([]);
  expect(await chat.stored('connection')).toEqual([]);
  expect((await admin.sendCommand('status')).status).toBe(400);
});

test('installed again: a new client, nobody is connected, and connecting works', async () => {
  await admin.connects();
  const [before] = await ownClients();
  await chat.changeApp('uninstall');
  await chat.changeApp('install');

  const [after, ...others] = await ownClients();
  expect(others).toEqual([]);
  expect(after).not.toBe(before);
  expect((await admin.types('status')).message.text).toContain(say('chat:not-connected'));
  await admin.connects();
  expect((await admin.types('status')).message.text).not.toContain(say('chat:not-connected'));
});

test('updated after an admin deleted the client: it is made again', async () => {
  const [before] = await ownClients();
  await chat.changeOAuthApp(before, 'delete');
  await chat.changeApp('update');

  const [after, ...others] = await ownClients();
  expect(others).toEqual([]);
  expect(after).not.toBe(before);
});

test('updated after an admin disabled the client: it stays disabled', async () => {
  const [clientId] = await ownClients();
  await chat.changeOAuthApp(clientId, 'disable');
  await chat.changeApp('update');

  expect((await chat.state()).oauthApps).toEqual([expect.objectContaining({ clientId, active: false })]);
  expect((await admin.types('connect')).message.text).toBe(say('error-oauth-client-disabled'));
});
