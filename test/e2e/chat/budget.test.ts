import { useChat } from './support/chatWorkspace';
import { expectLeft } from './support/expectations';
import { useImpostor } from './support/impostor';
import { say } from './support/texts';

const chat = useChat();
const impostor = useImpostor(() => chat.url);
const TOKEN = '/oauth/token';
const LOGOUT = '/api/v1/sessions/logout';

/** The engine gives up on a call into the app after 30 s; what is sent after 27 s could not be told any more. */
test('a slow refresh and a slow probe use the time up: the logout is not sent, and that is said', async () => {
  await chat.appSettings({ workspace_url: impostor.url, connection_hours: 24, timeout_seconds: 25 });
  // Of every access token it is said that it ends in a few seconds, so it must be refreshed before it is used.
  impostor.lieAbout(TOKEN, ({ status, body }) => ({ status, body: { ...body, expires_in: 5 } }));
  const admin = await chat.connected('admin');
  await chat.fault({ path: TOKEN, kind: 'delay', ms: 20_000 });
  await chat.fault({ path: LOGOUT, kind: 'delay', ms: 6_000 });
  const code = await chat.code('admin');
  const { message } = await admin.types(`${chat.alice.sessionId} --code ${code}`, { modals: false });

  expect(message.text).toContain(say('error-workspace-timeout'));
  await expectLeft(chat, { received: { probes: 1, logouts: 0 }, recorded: ['error-workspace-timeout'] });
});
