import { NOTHING } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { expectLeft } from './support/expectations';
import { useImpostor } from './support/impostor';
import type { Person } from './support/person';
import { say, saying, sayingOfRequest } from './support/texts';

const chat = useChat();
const impostor = useImpostor(() => chat.url);
const TOKEN = '/oauth/token';
let granted: number;

/** The impostor says of every access token that it ends in a few seconds, so the app must no longer use it. */
beforeEach(async () => {
  granted = 0;
  await chat.appSettings({ workspace_url: impostor.url });
  impostor.lieAbout(TOKEN, ({ status, body }) => {
    granted += status === 200 ? 1 : 0;
    return { status, body: { ...body, expires_in: 5 } };
  });
});

const connected = async (hours: number): Promise<Person> => {
  await chat.appSettings({ connection_hours: hours });
  return chat.connected('admin');
};
/** In one line, since nothing else is of interest here. */
const logsOut = async (admin: Person, sessionId: string): Promise<string> => {
  const { all } = await admin.types(`${sessionId} --code ${await chat.code('admin')}`, { modals: false });
  return String((all[0] as { text: string }).text);
};

test('a connection that outlives its access token is refreshed', async () => {
  const admin = await connected(24);

  expect(await logsOut(admin, chat.alice.sessionId)).toEqual(sayingOfRequest('chat:done'));
  expect(granted).toBe(2);
  expect(await chat.stored('connection-of-')).toHaveLength(1);
  await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: { probes: 1, logouts: 1 },
    recorded: ['done'],
  });
});

test('twice at once: both succeed, whichever of them got the new token', async () => {
  const admin = await connected(24);
  const code = await chat.code('admin');
  const line = (sessionId: string): string => `${sessionId} --code ${code}`;
  await Promise.all(
    [chat.alice, chat.bob].map(({ sessionId }) => admin.sendCommand(line(sessionId), { modals: false })),
  );

  await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  await expect(chat.isLoggedIn(chat.bob)).resolves.toBe(false);
  expect(await chat.stored('connection-of-')).toHaveLength(1);
});

test('the refresh is refused: the connection is over, and the person is told', async () => {
  const admin = await connected(24);
  impostor.lieAbout(TOKEN, () => ({ status: 400, body: { error: 'invalid_grant' } }));

  expect(await logsOut(admin, chat.alice.sessionId)).toEqual(saying('chat:connect-again'));
  expect(await chat.stored('connection')).toEqual([]);
  await expectLeft(chat, { received: NOTHING, recorded: ['error-connection-ended'] });
});

test('the refresh is not answered: the connection stays for another try', async () => {
  const admin = await connected(24);
  await chat.fault({ path: TOKEN, kind: 'drop' });

  expect(await logsOut(admin, chat.alice.sessionId)).toContain(say('error-workspace-unreachable'));
  expect(await chat.stored('connection-of-')).toHaveLength(1);
  await expectLeft(chat, { received: NOTHING, recorded: ['error-workspace-unreachable'] });
});

test('without the setting no refresh token is kept: the connection ends with its access token', async () => {
  impostor.lieAbout(TOKEN, ({ status, body }) => ({ status, body: { ...body, expires_in: 3599 } }));
  const admin = await connected(1);
  const [{ data }] = await chat.stored('connection-of-');
  const keptForAnHour = (data as { sealed: string }).sealed.length;

  await chat.appSettings({ connection_hours: 24 });
  await admin.connects();
  const [{ data: longer }] = await chat.stored('connection-of-');
  expect((longer as { sealed: string }).sealed.length).toBeGreaterThan(keptForAnHour);
  await expectLeft(chat, { received: NOTHING, recorded: [] });
});
