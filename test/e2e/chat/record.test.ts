import { ENTRIES_ON_PAGE } from '../../../core/chat/reading';
import { ACTION, entryActionId } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { useChat } from './support/chatWorkspace';
import { recordedAs, requestsOfApp, resultOf } from './support/expectations';
import type { Person } from './support/person';
import { say } from './support/texts';
import { buttonsOf, type View } from './support/views';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

/** What can be read of the entries on a page. */
const linesOf = ({ blocks }: View): string[] =>
  blocks.flatMap(({ text, accessory }) => (accessory ? [String(text?.text)] : []));
const actionsOf = (view: View): string[] =>
  buttonsOf(view)
    .map(({ actionId = '' }) => actionId)
    .filter((actionId) => !actionId.startsWith('entry-'));

/** Types the line, and gives the code. @returns the first page */
async function reads(line: string): Promise<View> {
  const dialog = (await admin.types(line)).opened;
  expect(dialog.title.text).toBe(say('record:title'));
  return (await admin.submitsToNext(dialog, { code: await chat.code('admin') })).next;
}

test('one code shows the record, page by page, and one entry in full', async () => {
  for (let index = 0; index < ENTRIES_ON_PAGE; index++) {
    await admin.types(`${chat.alice.sessionId} try ${index}`);
  }
  await admin.connects();
  const newest = await reads('log');
  expect(linesOf(newest)).toHaveLength(ENTRIES_ON_PAGE);
  expect(linesOf(newest)[1]).toMatch(new RegExp(` · @admin · ${say('record:action:connect')}$`));
  expect(newest.submit).toBeNull();
  const calls = (await requestsOfApp(chat)).length;

  const older = (await admin.clicks(newest, ACTION.olderEntries)).updated;
  expect(linesOf(older).length).toBeGreaterThan(0);
  const entry = (await admin.clicks(older, entryActionId(0))).updated;
  expect(JSON.stringify(entry.blocks)).toContain(`${say('record:field:caller')}: @admin (`);
  const back = (await admin.clicks(entry, ACTION.backToPage)).updated;
  expect(linesOf(back)).toEqual(linesOf(older));
  expect(linesOf((await admin.clicks(back, ACTION.newerEntries)).updated)).toEqual(linesOf(newest));
  expect(await requestsOfApp(chat)).toHaveLength(calls);

  const readings = (await recordedAs(chat, 'read-log')).map(resultOf);
  expect(readings).toEqual(['totp-required', 'done', 'done']);
});

test('only what failed, about one person', async () => {
  const max = await chat.person('max');
  await max.types(chat.alice.sessionId);
  await admin.types(chat.bob.sessionId);
  const page = await reads('log @Max failed today');
  expect(linesOf(page)).toEqual([expect.stringContaining(`· @max · ${say('record:action:logout')}`)]);
  expect(actionsOf(page)).toEqual([]);
});

test('an incorrect code shows nothing, and neither does a role that is no auditor’s', async () => {
  const dialog = (await admin.types('log')).opened;
  const { said, view } = await admin.goesOn(await admin.submits(dialog, { code: incorrect(await chat.code('admin')) }));
  expect(said).toContain('incorrect');
  expect(linesOf(view)).toEqual([]);

  await chat.appSettings({ auditor_roles: 'security-officer' });
  const calls = (await requestsOfApp(chat)).length;
  expect((await admin.types('log')).message.text).toBe(say('chat:error-unauthorized'));
  expect(await requestsOfApp(chat)).toHaveLength(calls);
});

test('somebody whom incorrect codes have locked out is let in again by somebody else', async () => {
  await chat.appSettings({ allowed_roles: 'admin, security-officer' });
  const olivia = await chat.connected('olivia');
  const code = incorrect(await chat.code('admin'));
  for (let tries = 0; tries < 5; tries++) {
    await admin.types(`${chat.alice.sessionId} --code ${code}`);
  }
  const refusal = say('error-locked-out').split('{time}')[0];
  expect((await admin.types('status')).message.text).toContain(refusal);
  expect((await admin.types('unlock @admin')).message.text).toContain(refusal);

  expect((await olivia.types('unlock @Olivia')).message.text).toBe(say('chat:invalid:username:not-allowed'));
  const dialog = (await olivia.types('unlock @Admin')).opened;
  expect(dialog.title.text).toBe(say('unlock:title'));
  const { message } = await olivia.submits(dialog, { code: await chat.code('olivia') });
  expect(message.text).toContain(say('unlock:done', { person: '`@admin`' }));
  expect((await admin.types('status')).message.text).not.toContain(refusal);
  const lifted = (await recordedAs(chat, 'unlock')).map((entry) => `${entry.targetUsername} ${resultOf(entry)}`);
  expect(lifted.slice(-2)).toEqual(['admin totp-required', 'admin done']);
});
