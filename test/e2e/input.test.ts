import type { Login } from './support/devClient';
import {
  expectNothingEnded,
  expectReceived,
  expectRecorded,
  expectRefused,
  NOTHING,
  PROBE_AND_LOGOUT,
} from './support/expectations';
import { json, Request } from './support/http';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();
let admin: Login;
let code: string;

beforeEach(async () => {
  admin = await workspace.logIn('admin');
  code = await workspace.code('admin');
});

const form = (body: string): Request => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body,
});
const text = (contentType: string, body: string): Request => ({
  method: 'POST',
  headers: { 'Content-Type': contentType },
  body,
});
const live = (): string => workspace.alice.sessionId;

const SESSION_ID = '1 to 128 letters, digits, "_" or "-"';
const MISSING = 'must have "sessionId"';

/** What is wrong, the request, and what the answer must say about it. Where a live session can be named, it is. */
const invalid: Array<[string, () => Request, string]> = [
  ['no body', () => ({ method: 'POST' }), MISSING],
  ['an empty object', () => json({}), MISSING],
  ['only a reason', () => json({ reason: 'lost' }), MISSING],
  ['empty text', () => json({ sessionId: '' }), SESSION_ID],
  ['a number', () => json({ sessionId: 5 }), SESSION_ID],
  ['null', () => json({ sessionId: null }), SESSION_ID],
  ['true', () => json({ sessionId: true }), SESSION_ID],
  ['an array of one', () => json({ sessionId: [live()] }), SESSION_ID],
  ['a database operator', () => json({ sessionId: { $ne: 1 } }), SESSION_ID],
  ['129 characters', () => json({ sessionId: 'a'.repeat(129) }), SESSION_ID],
  ['1 MB', () => json({ sessionId: 'a'.repeat(1024 * 1024) }), SESSION_ID],
  ['../', () => json({ sessionId: `../${live()}` }), SESSION_ID],
  ['.*', () => json({ sessionId: '.*' }), SESSION_ID],
  ['a space at the end', () => json({ sessionId: `${live()} ` }), SESSION_ID],
  ['a line break at the end', () => json({ sessionId: `${live()}\n` }), SESSION_ID],
  ['a zero byte at the end', () => json({ sessionId: `${live()}\u0000` }), SESSION_ID],
  ['letters beyond ASCII', () => json({ sessionId: `${live()}é` }), SESSION_ID],
  ['an unknown field', () => json({ sessionId: live(), force: true }), 'only have "sessionId" and "reason"'],
  ['an array', () => json([{ sessionId: live() }]), 'must be an object'],
  ['a reason of 501 characters', () => json({ sessionId: live(), reason: 'ü'.repeat(501) }), 'at most 500 characters'],
  ['a reason that is no text', () => json({ sessionId: live(), reason: { text: 'lost' } }), '"reason" must be text'],
  ['an empty form', () => form(''), MISSING],
  ['a form with two session ids', () => form(`sessionId=${live()}&sessionId=${live()}`), SESSION_ID],
  ['a form with a list', () => form(`sessionId[]=${live()}`), SESSION_ID],
  ['a form with a database operator', () => form('sessionId[$ne]=1'), SESSION_ID],
  ['a form with an unknown field', () => form(`sessionId=${live()}&force=1`), 'only have "sessionId" and "reason"'],
  ['plain text', () => text('text/plain', JSON.stringify({ sessionId: live() })), MISSING],
  ['XML', () => text('application/xml', `<sessionId>${live()}</sessionId>`), MISSING],
];

test.each(invalid)('%s is refused, and the answer says what is allowed', async (_what, request, sentence) => {
  const answer = await workspace.send(request(), { as: admin, code });

  const entry = await expectRefused(workspace, answer, {
    status: 400,
    errorType: 'invalid-params',
    received: NOTHING,
  });
  expect(answer.body).toMatchObject({ error: expect.stringContaining(sentence) });
  // What was not found valid is not kept either.
  expect(entry.sessionId ?? entry.reason ?? undefined).toBeUndefined();
});

test.each([
  ['malformed JSON', '{"sessionId":'],
  ['bare text', '"aSession"'],
  ['null', 'null'],
])('%s does not even reach the app', async (_what, body) => {
  const answer = await workspace.send(text('application/json', body), { as: admin, code });

  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toContain('text/html');
  await expectNothingEnded(workspace);
  await expectReceived(workspace, NOTHING);
  expect(await workspace.auditEntries()).toEqual([]);
});

describe('just valid', () => {
  test('a session id of 128 characters', async () => {
    const asked = `${'aZ09_-'.repeat(21)}xy`;
    const answer = await workspace.logout({ as: admin, sessionId: asked, code });

    expect(asked).toHaveLength(128);
    await expectRefused(workspace, answer, {
      status: 404,
      errorType: 'error-session-not-found',
      received: PROBE_AND_LOGOUT,
      asked,
    });
  });

  test.each([
    ['letters of two bytes', 'ü'.repeat(500)],
    ['signs of two UTF-16 units', '🔒'.repeat(500)],
  ])('a reason of 500 characters, %s', async (_what, reason) => {
    const answer = await workspace.logout({ as: admin, sessionId: live(), reason, code });

    expect(answer.status).toBe(200);
    expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ reason });
  });

  test('an empty reason counts as none', async () => {
    const answer = await workspace.logout({ as: admin, sessionId: live(), reason: '', code });

    expect(answer.status).toBe(200);
    expect((await expectRecorded(workspace, answer, 'done')).reason ?? undefined).toBeUndefined();
  });
});
