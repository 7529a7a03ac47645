import type { Call } from '../../workspace/client/http';
import { expectNothingEnded, expectReceived, expectRefused, NOTHING } from './support/expectations';
import { useWorkspace } from './support/workspace';

/** What only the way into the app decides: kinds of bodies, and what an answer says. The rules have unit tests. */
const workspace = useWorkspace();

const withType = (contentType: string, text: string): Call => ({ text, headers: { 'Content-Type': contentType } });
const form = (text: string): Call => withType('application/x-www-form-urlencoded', text);
const live = (): string => workspace.alice.sessionId;

const SESSION_ID = '1 to 128 letters, digits, "_" or "-"';
const MISSING = 'must have "sessionId"';
const UNKNOWN_FIELD = 'field that this endpoint does not have';

/** The problem, the request, and what the answer must say about it. Requests name a live session where they can. */
const invalid: Array<[string, () => Call, string]> = [
  ['no body', () => ({ method: 'POST' }), MISSING],
  ['an array', () => ({ body: [{ sessionId: live() }] }), 'must be an object'],
  ['a reason of 501 characters', () => ({ body: { sessionId: live(), reason: 'ü'.repeat(501) } }), '500 characters'],
  ['a reason that is not text', () => ({ body: { sessionId: live(), reason: 5 } }), '"reason" must be text'],
  ['an empty form', () => form(''), MISSING],
  ['a form with two session IDs', () => form(`sessionId=${live()}&sessionId=${live()}`), SESSION_ID],
  ['a form with a list', () => form(`sessionId[]=${live()}`), SESSION_ID],
  ['a form with a database operator', () => form('sessionId[$ne]=1'), SESSION_ID],
  ['a form with an unknown field', () => form(`sessionId=${live()}&force=1`), UNKNOWN_FIELD],
  ['plain text', () => withType('text/plain', JSON.stringify({ sessionId: live() })), MISSING],
  ['XML', () => withType('application/xml', `<sessionId>${live()}</sessionId>`), MISSING],
];

test.each(invalid)('%s is refused, and the answer says what is allowed', async (_what, request, sentence) => {
  const answer = await workspace.send(request(), workspace.admin);

  const entry = await expectRefused(workspace, answer, {
    status: 400,
    errorType: 'invalid-params',
    received: NOTHING,
  });
  expect(answer.body).toMatchObject({ error: expect.stringContaining(sentence) });
  // Input that is not valid is not kept either.
  expect(entry.sessionId ?? entry.reason ?? undefined).toBeUndefined();
});

test.each([
  ['malformed JSON', '{"sessionId":'],
  ['bare text', '"aSession"'],
  ['null', 'null'],
])('%s does not even reach the app', async (_what, body) => {
  const answer = await workspace.send(withType('application/json', body), workspace.admin);

  expect(answer).toMatchObject({ status: 400, contentType: 'text/html' });
  await expectNothingEnded(workspace);
  await expectReceived(workspace, NOTHING);
  expect(await workspace.auditEntries()).toEqual([]);
});
