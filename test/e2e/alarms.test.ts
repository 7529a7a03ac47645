import { setActive } from './support/accounts';
import { expectRecorded } from './support/expectations';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();
const JOB = 'send-alarms';

interface Shown {
  readonly content: { readonly text?: string; readonly ephemeral?: boolean };
}

/** The texts that a person's client was shown. */
async function textsTo(username: string): Promise<string[]> {
  const shown = JSON.stringify(await workspace.deliveries<Shown>(username));
  return Array.from(shown.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g), ([, text]) => JSON.parse(`"${text}"`) as string);
}

const end = (sessionId: string, reason?: string) => workspace.logout({ ...workspace.admin, sessionId, reason });
/** The scheduler may have run it already: a second run finds nothing. */
const send = () => workspace.runJob(JOB);
const notices = async () =>
  (await workspace.persistence()).filter(({ associations }) => associations?.some(({ id }) => id === 'alarms'));
const general = async () => (await workspace.state()).rooms.find(({ name }) => name === 'general');

test('a logout by ID tells whose session it was, once and without who and why; the record names them', async () => {
  const answer = await end(workspace.alice.sessionId, 'stolen laptop');
  expect(answer.status).toBe(200);
  await send();
  await send();
  const texts = (await textsTo('alice')).filter((text) => text.includes('You were logged out on'));
  expect(texts).toHaveLength(1);
  expect(texts[0]).not.toContain('stolen laptop');
  expect(await textsTo('bob')).toEqual([]);
  expect(await notices()).toEqual([]);
  const entry = await expectRecorded(workspace, answer, 'done');
  expect(entry).toMatchObject({ targetId: workspace.alice.userId, targetUsername: 'alice' });
});

test('a batch over two people tells each once, with who and a harmless why where the settings say so', async () => {
  await workspace.appSettings({ tell_who: true });
  const more = await workspace.devices('alice', 2);
  const sessionIds = [workspace.alice, workspace.bob, ...more].map(({ sessionId }) => sessionId);
  const reason = '@all see #general';
  const answer = await workspace.ask('sessions/logout.many', { sessionIds, reason }, workspace.admin);
  expect(answer.body).toMatchObject({ success: true });
  await send();
  for (const [person, count] of [
    ['alice', 3],
    ['bob', 1],
  ] as const) {
    const texts = await textsTo(person);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(`Devices (${count})`);
    expect(texts[0]).toContain('By `admin`');
    expect(texts[0]).toContain('@\u200ball see #\u200bgeneral');
  }
});

test('somebody whose account is deactivated is not told, the log says so, and the logout is done', async () => {
  await setActive(workspace, 'alice', false);
  expect((await end(workspace.alice.sessionId)).status).toBe(200);
  await send();
  expect(await textsTo('alice')).toEqual([]);
  expect(JSON.stringify(await workspace.appLogs())).toContain('person-deactivated');
  expect(await notices()).toEqual([]);
});

test('30 logouts are few messages in the security room, and none is lost', async () => {
  const room = await general();
  await workspace.appSettings({ security_room: room?.name, tell_person: false });
  const devices = await workspace.devices('bob', 30);
  for (const { sessionId } of devices) {
    expect((await end(sessionId)).status).toBe(200);
  }
  await send();
  const texts = (await textsTo('admin')).filter((text) => text.includes('`bob`'));
  expect(texts.length).toBeLessThanOrEqual(2);
  const waiting = await notices();
  // A line for each, or what many of them add up to.
  const lines = texts.join('\n').split('ended sessions of').length - 1;
  const summedUp = Array.from(texts.join('\n').matchAll(/: (\d+) logouts/g), ([, count]) => Number(count));
  expect(summedUp.reduce((sum, count) => sum + count, lines) + waiting.length).toBe(30);
});

test.each(['delete', 'archive', 'makeReadOnly'])(
  'a security room after %s: noted, and the logout is done',
  async (action) => {
    const room = await general();
    await workspace.appSettings({ security_room: room?._id, tell_person: false });
    const changed = await workspace.call('/_dev/rooms', { body: { roomId: room?._id, action } });
    expect([action, changed.status, changed.text]).toEqual([action, 200, expect.anything()]);
    expect((await end(workspace.alice.sessionId)).status).toBe(200);
    await send();
    expect(JSON.stringify(await workspace.appLogs())).toMatch(/room-(missing|archived|read-only)/);
    expect(await notices()).toEqual([]);
  },
);

test('a room that does not exist cannot be saved', async () => {
  const answer = await workspace.tryAppSettings({ security_room: 'nowhere' });
  expect(answer.status).not.toBe(200);
  expect(answer.text).toContain('Security room');
});
