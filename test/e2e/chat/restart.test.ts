import { useChat } from './support/chatWorkspace';
import { expectLeft } from './support/expectations';

/**
 * Engines before 1.57 store an app's old status with every write of one of its settings, until the server was restarted
 * once; the next restart then leaves the app off (see docs/admin.md). The app must not do that to itself.
 */
const chat = useChat();

beforeEach(async () => {
  await chat.changeApp('uninstall');
  await chat.changeApp('install');
});

test('an app that was installed and connected to is on after a restart', async () => {
  await chat.dev('calls/reset', {});
  const admin = await chat.connected('admin');
  const calls = await chat.dev<Record<string, number>>('calls');

  await chat.dev('restart', {});

  const dialog = (await admin.types(chat.alice.sessionId)).opened;
  await admin.submits(dialog, { code: await chat.code('admin') });
  await expectLeft(chat, {
    ended: { device: chat.alice, by: admin },
    received: { probes: 2, logouts: 1 },
    recorded: ['totp-required', 'done'],
  });
  expect(calls).not.toHaveProperty(['appSettings.updateValue']);
  expect(calls).not.toHaveProperty(['appDetailChanges.onAppSettingsChange']);
});

test("an admin's own first save is what switches it off in engines before 1.57, unless the server was restarted before", async () => {
  await chat.appSettings({ timeout_seconds: 12 });
  await chat.dev('restart', {});
  const { status } = await chat.send({ body: {} }, chat.admin);
  expect(status).toBe(['vm', '1.46', '1.53'].includes(engine) ? 404 : 400);

  await chat.changeApp('uninstall');
  await chat.changeApp('install');
  await chat.dev('restart', {});
  await chat.appSettings({ timeout_seconds: 12 });
  await chat.dev('restart', {});
  expect((await chat.send({ body: {} }, chat.admin)).status).toBe(400);
});
