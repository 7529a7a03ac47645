import type { Answer } from '../../../workspace/client/http';
import { deleteAccount, setActive } from '../support/accounts';
import { useChat } from './support/chatWorkspace';
import { linkFor } from './support/connecting';
import { recordedAs, requestsOfApp, resultOf } from './support/expectations';
import { whileHeldUp } from './support/heldUp';
import type { Person } from './support/person';

const chat = useChat();
let pat: Person;
let callback: string;

beforeEach(async () => {
  pat = await chat.person('pat');
  callback = await pat.browser.allows(await linkFor(pat));
});

/** Nothing is stored for somebody who may no longer use the app, and that is recorded under their name. */
async function expectRefused(page: Answer, result: string): Promise<void> {
  expect({ status: page.status, contentType: page.contentType }).toEqual({ status: 403, contentType: 'text/html' });
  expect(await chat.stored('connection')).toEqual([]);
  const entries = await recordedAs(chat, 'connect');
  expect(entries.map(resultOf)).toEqual([result]);
  expect(entries[0]).toMatchObject({ via: 'browser', callerId: pat.login.userId, callerUsername: 'pat' });
}

const loseRole = () => chat.appSettings({ allowed_roles: 'security-officer' });
const beDeactivated = () => setActive(chat, 'pat', false);

test.each<[string, () => Promise<unknown>, string]>([
  ['their role is no longer allowed', loseRole, 'error-unauthorized'],
  ['they were deactivated', beDeactivated, 'error-account-deactivated'],
  ['their account was deleted', () => deleteAccount(chat, 'pat'), 'error-account-deactivated'],
])('between the link and the callback %s: nothing is asked for or stored', async (_what, loseRight, result) => {
  await loseRight();

  await expectRefused(await pat.browser.opens(callback), result);
  expect(await requestsOfApp(chat)).toEqual([]);
});

test.each<[string, () => Promise<unknown>, string]>([
  ['their role is no longer allowed', loseRole, 'error-unauthorized'],
  ['they were deactivated', beDeactivated, 'error-account-deactivated'],
])('while the callback waits for its token %s: nothing is stored', async (_what, loseRight, result) => {
  const page = await whileHeldUp(chat, '/oauth/token', () => pat.browser.opens(callback), loseRight);

  await expectRefused(page, result);
});
