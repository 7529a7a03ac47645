import { ACTION, BLOCK } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { useChat } from './support/chatWorkspace';
import type { Person } from './support/person';
import { buttonsOf, View } from './support/views';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  await chat.settings({ API_Enable_Rate_Limiter: false });
  admin = await chat.connected('admin');
});

/** In every text, so that it can be found wherever it went. */
const MARK = 'zanzibar';

const texts: Array<[string, string]> = [
  ['a link with a script', `[${MARK}](javascript:alert(1))`],
  ['a link', `<https://evil.example|${MARK}>`],
  ['a mention of everybody', `@all @here ${MARK}`],
  ['bold and struck out', `*${MARK}* ~${MARK}~ _${MARK}_`],
  ['backticks', `\`${MARK}\` \`\`\`${MARK}`],
  ['line breaks', `> ${MARK}\n# ${MARK}\r\n1. ${MARK}`],
  ['markup', `<img src=x onerror=alert(1)> ${MARK} &amp; "quotes" 'too'`],
  ['marks that turn the direction of writing', `\u202e${MARK}\u2066 \u200f`],
  ['the name of a placeholder', `{session} {request} {error} ${MARK}`],
  ['500 characters', `${MARK}${'*'.repeat(492)}`],
];

/**
 * Where this stands in anything that was shown: the paths to the texts. What is filled in again into the person's own
 * field is plain text, and no matter.
 */
function placesOf(mark: string, shown: unknown, path = ''): string[] {
  if (typeof shown === 'string') {
    return shown.includes(mark) && !path.endsWith('.element.initialValue') ? [path] : [];
  }
  return typeof shown === 'object' && shown !== null
    ? Object.entries(shown).flatMap(([key, inner]) => placesOf(mark, inner, `${path}.${key}`))
    : [];
}

/** Goes through everything that can be said about a logout with this reason. */
async function goesThrough(reason: string, inDialog: (view: View) => void): Promise<void> {
  const code = await chat.code('admin');
  const dialog = await admin.opensDialog(chat.alice.sessionId);
  const { view } = await admin.goesOn(await admin.submits(dialog, { code: incorrect(code), reason }));
  inDialog(view);
  const missing = await admin.goesOn(await admin.submits(view, { reason }));
  await chat.fault({ path: '/api/v1/sessions/logout', kind: 'drop' });
  const { message } = await admin.submits(missing.view, { code, reason });
  if (buttonsOf(message).length > 0) {
    await admin.submits((await admin.clicks(message, ACTION.goOn)).opened, { code, reason });
  }
  await admin.types(`${chat.bob.sessionId} --code ${incorrect(code)} --reason "${reason.replace(/"/g, '')}"`);
  await admin.types(`${reason} ${chat.bob.sessionId}`);
  await admin.types(`${chat.bob.sessionId} ${reason}`);
}

const STORED = texts.filter(([what]) => !what.includes('direction'));

test.each(STORED)(
  'a reason with %s is in no text but its own field, and is recorded as it is',
  async (_what, reason) => {
    await goesThrough(reason, (view) => expect(admin.sees(view, BLOCK.reason)).toBe(reason));

    expect(placesOf(MARK, await admin.received())).toEqual([]);
    const recorded = (await chat.auditEntries()).filter(({ sessionId }) => sessionId === chat.alice.sessionId);
    expect(recorded.map((entry) => entry.reason)).toContain(reason);
    await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(false);
  },
);

test('a reason that turns the direction of writing is refused everywhere, and repeated nowhere', async () => {
  const [, reason] = texts.find(([what]) => what.includes('direction')) ?? ['', ''];
  const dialog = await admin.opensDialog(chat.alice.sessionId);
  await admin.goesOn(await admin.submits(dialog, { code: await chat.code('admin'), reason }));
  await admin.types(`${chat.alice.sessionId} ${reason}`);
  await admin.types(`${chat.alice.sessionId} --code 123456 --reason "${reason}"`);

  expect(JSON.stringify(await admin.received())).not.toContain(MARK);
  expect((await chat.auditEntries()).filter((entry) => entry.reason !== undefined)).toEqual([]);
  await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(true);
});

test.each(texts)('%s in place of a session ID is not repeated', async (_what, text) => {
  await admin.types(text);
  await admin.types(`${text} --code 123456`, { modals: false });

  expect(JSON.stringify(await admin.received())).not.toContain(MARK);
});
