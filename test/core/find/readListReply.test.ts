import { readListReply } from '../../../core/find/readListReply';
import { failureOf, json, NOW, replies } from '../../fakes/ports';
import { logins, rowOf } from '../../fakes/list';

const [login] = logins(1);
const row = rowOf(login);
const page = (sessions: unknown, change: object = {}) =>
  json(200, { sessions, count: 50, offset: 0, total: 1, success: true, ...change });
const read = (sent: unknown) => readListReply(page([sent]));

test('a row is read field by field, and kept as it was sent', () => {
  expect(read(row)).toEqual({
    kind: 'page',
    status: 200,
    total: 1,
    rows: [
      {
        sessionId: 's0',
        userId: 'alice-id',
        username: 'alice',
        name: 'alice-id',
        device: { type: 'browser', name: 'Chrome', version: '120.0.0', os: 'Windows', osVersion: '10' },
        ip: '203.0.113.24',
        loginAt: NOW,
        asSent: row,
      },
    ],
  });
});

test('what a workspace leaves out is absent: the account deleted, no User-Agent, no address', () => {
  const { _user, ...rest } = row;
  expect(_user).toBeDefined();
  const answer = read({ ...rest, device: null, ip: null });
  const found = answer.kind === 'page' ? answer.rows[0] : undefined;
  expect(found).toMatchObject({ sessionId: 's0', userId: 'alice-id' });
  expect([found?.username, found?.name, found?.device, found?.ip]).toEqual(Array(4).fill(undefined));
});

test('empty texts are absent, as those of an unknown client', () => {
  const device = { type: 'other', name: '', longVersion: '', version: '', os: { name: '', version: '' } };
  const answer = read({ ...row, device, ip: '' });
  expect(answer).toMatchObject({ rows: [{ device: { type: 'other' } }] });
  const found = answer.kind === 'page' ? answer.rows[0] : undefined;
  expect(Object.values(found?.device ?? {}).filter((text) => text !== undefined)).toEqual(['other']);
  expect(found?.ip).toBeUndefined();
});

test('an account without a username or a system that is not known are no reason to stop', () => {
  const answer = read({ ...row, _user: { name: 'Alice' }, device: { type: 'browser', name: 'Chrome', os: null } });
  expect(answer).toMatchObject({ rows: [{ name: 'Alice', device: { name: 'Chrome' } }] });
});

test('nothing found is a page without rows', () => {
  expect(readListReply(page([], { total: 0 }))).toEqual({ kind: 'page', status: 200, rows: [], total: 0 });
});

test.each([
  ['no object', 'text'],
  ['null', null],
  ['a list', [row]],
  ['no session ID', { ...row, sessionId: undefined }],
  ['a session ID that the app would not accept', { ...row, sessionId: 'a/../b' }],
  ['a session ID that is a number', { ...row, sessionId: 7 }],
  ['no user ID', { ...row, userId: '' }],
  ['a user ID that is an object', { ...row, userId: { $ne: '' } }],
  ['a name that is a number', { ...row, _user: { username: 'alice', name: 7 } }],
  ['a username that is a list', { ...row, _user: { username: ['alice'] } }],
  ['a user that is text', { ...row, _user: 'alice' }],
  ['a device that is text', { ...row, device: 'Chrome' }],
  ['a version that is a number', { ...row, device: { name: 'Chrome', version: 120 } }],
  ['a system that is text', { ...row, device: { name: 'Chrome', os: 'Windows' } }],
  ['an address that is a number', { ...row, ip: 3405803776 }],
  ['no time', { ...row, loginAt: undefined }],
  ['a time that is a number', { ...row, loginAt: NOW }],
  ['a time in words', { ...row, loginAt: 'Sun Mar 01 2026' }],
  ['a time that cannot be', { ...row, loginAt: '2026-13-01T10:00:00.000Z' }],
])('a row that is malformed makes the answer unclear: %s', async (_name, sent) => {
  const failure = await failureOf(Promise.resolve().then(() => readListReply(page([row, sent], { total: 2 }))));
  expect(failure).toMatchObject({ code: 'error-workspace-invalid-response', workspaceStatus: 200 });
});

test.each([
  ['no rows', page(undefined)],
  ['rows that are no list', page({ 0: row })],
  ['no total', page([row], { total: undefined })],
  ['a total that is text', page([row], { total: '1' })],
  ['a total below nothing', page([row], { total: -1 })],
  ['no success', page([row], { success: false })],
  ['another status', { ...page([row]), status: 201 }],
  ['a page of HTML', json(200, undefined)],
  ['a server error', json(500, { success: false, error: 'Internal server error' })],
  ['unknown parameters', json(400, { success: false, error: 'error-invalid-sort-keys' })],
])('no clear answer: %s', (_name, reply) => {
  expect(() => readListReply(reply)).toThrow('error-workspace-invalid-response');
});

test('a challenge is told from a refusal', () => {
  expect(readListReply(replies.challenge)).toMatchObject({ kind: 'challenged', challenge: { code: 'totp-required' } });
  expect(readListReply(replies.incorrectCode)).toMatchObject({ challenge: { code: 'totp-invalid' } });
});

test.each([
  ['error-not-logged-in', replies.notLoggedIn],
  ['error-unauthorized', replies.notPermitted],
  ['error-license-required', replies.noLicense],
  ['error-too-many-requests', replies.tooMany],
])('a refusal: %s', (code, reply) => {
  expect(() => readListReply(reply)).toThrow(code);
});
