import manifest from '../../../app.json';
import { type Answer, send } from '../../../workspace/client/http';
import { incorrect } from '../support/codes';
import { useChat } from './support/chatWorkspace';
import { resultOf } from './support/expectations';
import type { Person } from './support/person';
import { say } from './support/texts';

const chat = useChat({ nodes: 2 });
/** The same person, with their client on one server and on the other. */
let here: Person;
let there: Person;

beforeEach(async () => {
  here = await chat.person('admin');
  there = here.at(chat.urls[1]);
  await here.connects();
});

/** The operations that sent the workspace a code, and all that it was asked by the app. */
const asked = async () => {
  const all = (await chat.requests()).filter(({ userAgent }) => userAgent?.startsWith('Session-Logout'));
  // Each operation has a User-Agent of its own. It sends its code again where the workspace did not answer in time.
  const operations = new Set(all.filter(({ twoFactorCode }) => twoFactorCode).map(({ userAgent }) => userAgent));
  return { all: all.length, withCode: operations.size };
};
const byApi = (code: string, node: number): Promise<Answer> =>
  send(`${chat.urls[node]}/api/apps/public/${manifest.id}/sessions/logout`, {
    as: here.login,
    body: { sessionId: chat.alice.sessionId },
    headers: { 'x-2fa-code': code },
  });
/** What every refusal says before the time. */
const LOCKED_OUT = say('error-locked-out').split('{time}')[0];

test('five incorrect codes, sent in every way, lock out in every way, on both servers', async () => {
  const { sessionId } = chat.alice;
  const code = await chat.code('admin');
  const wrong = incorrect(code);
  for (const node of [0, 1]) {
    expect((await byApi(wrong, node)).body).toMatchObject({ errorType: 'totp-invalid' });
  }
  await here.types(`${sessionId} --code ${wrong}`);
  await there.types(`${sessionId} --code ${wrong}`);
  const question = await here.opensDialog(sessionId);
  expect(await asked()).toMatchObject({ withCode: 4 });
  await here.submits(question, { code: wrong });
  const before = await asked();
  expect(before.withCode).toBe(5);

  for (const node of [0, 1]) {
    const { status, headers, body } = await byApi(code, node);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(body).toMatchObject({ errorType: 'error-locked-out', details: { until: expect.any(String) } });
  }
  for (const person of [here, there]) {
    for (const line of [sessionId, `${sessionId} --code ${code}`, '@alice', 'status', 'connect']) {
      expect((await person.types(line)).message.text).toContain(LOCKED_OUT);
    }
  }
  expect(await asked()).toEqual(before);
  expect(await chat.stored('connection-of-')).toEqual([]);
  const results = (await chat.auditEntries()).map((entry) => `${entry.action} ${resultOf(entry)}`);
  expect(results.filter((result) => result === 'lockout done')).toHaveLength(1);
  // The fifth was answered as the workspace did.
  expect(results.filter((result) => result === 'logout totp-invalid')).toHaveLength(5);
});

test('100 incorrect codes at once on two servers: at most five reach the workspace, and nothing after them', async () => {
  const code = incorrect(await chat.code('admin'));
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => byApi(code, index % 2)));

  const { withCode } = await asked();
  expect(withCode).toBeGreaterThan(0);
  expect(withCode).toBeLessThanOrEqual(5);
  const kinds = answers.map(({ body }) => (body as { errorType: string }).errorType);
  expect(kinds.filter((kind) => kind === 'totp-invalid').length).toBeLessThanOrEqual(withCode);
  // Where the machine is slow, answers may come too late, and others wait for them in vain.
  const refusals = ['totp-invalid', 'error-locked-out', 'error-outcome-unknown', 'error-workspace-timeout'];
  expect([...refusals, 'error-too-many-requests']).toEqual(expect.arrayContaining(kinds));
});

test('20 calls at once with the right code on two servers all work', async () => {
  const code = await chat.code('admin');
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => byApi(code, index % 2)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
});
