import { setActive } from '../support/accounts';
import { NOTHING } from '../support/expectations';
import { DIRECT } from '../support/workspace';
import { useChat } from './support/chatWorkspace';
import { expectReceivedFromApp, resultOf } from './support/expectations';
import { ROOM } from './support/person';

const chat = useChat();

/** A deactivated person cannot log in, but an OAuth2 token of theirs still runs commands. */
test.each([
  ['the command for a session', () => `${chat.alice.sessionId} --code pat-password`],
  ['connect', () => 'connect'],
  ['status', () => 'status'],
])('a deactivated person types %s: refused, recorded, and their connection is removed', async (_what, line) => {
  const pat = await chat.connected('pat');
  const as = await chat.grantAccess('pat');
  expect(await chat.stored('connection-of-')).toHaveLength(1);
  await setActive(chat, 'pat', false);

  const body = { command: 'logout-session', roomId: ROOM, params: line() };
  await chat.call('/api/v1/commands.run', { as, body, headers: { 'User-Agent': DIRECT } });

  expect(await chat.stored('connection')).toEqual([]);
  await expectReceivedFromApp(chat, NOTHING);
  await expect(chat.isLoggedIn(chat.alice)).resolves.toBe(true);
  const refused = (await chat.auditEntries()).filter((entry) => resultOf(entry) === 'error-account-deactivated');
  expect(refused).toEqual([expect.objectContaining({ callerId: pat.login.userId, callerUsername: 'pat' })]);
  expect(await chat.stored('state')).toEqual([]);
});
