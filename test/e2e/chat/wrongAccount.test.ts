import { useChat } from './support/chatWorkspace';
import { linkFor } from './support/connecting';
import { recordedAs } from './support/expectations';
import type { Person } from './support/person';

const chat = useChat();
let pat: Person;

beforeEach(async () => {
  pat = await chat.person('pat');
});

test.each(['admin', 'alice'])('%s consents to a link that pat made: recorded with both people', async (username) => {
  const other = await chat.person(username);
  const page = await other.browser.opens(await other.browser.allows(await linkFor(pat)));

  expect(page.status).toBe(403);
  expect(await chat.stored('connection')).toEqual([]);
  expect(await recordedAs(chat, 'connect')).toEqual([
    expect.objectContaining({
      via: 'browser',
      callerId: pat.login.userId,
      callerUsername: 'pat',
      otherAccountId: other.login.userId,
      otherAccountUsername: username,
      outcome: expect.objectContaining({ result: 'error-connect-wrong-account' }),
    }),
  ]);
});

test('where there is nobody else, nobody else is recorded', async () => {
  await pat.connects();

  const [entry] = await recordedAs(chat, 'connect');
  expect(Object.keys(entry).filter((field) => field.startsWith('other'))).toEqual([]);
});
