import { createHash } from 'crypto';
import type { Answer } from '../../workspace/client/http';
import { incorrect } from './support/codes';
import { loggedCalls, secretsIn } from './support/secrets';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

/** The answers to all calls that reached the app, and every secret that was in one of the calls, by name. */
interface Story {
  readonly answers: Answer[];
  readonly secrets: ReadonlyMap<string, string>;
}

/** What an auditor may read: it must be found where secrets must not. */
const REASON = 'a stolen laptop in locker 4711';

/** One call of every kind, with secrets wherever people and clients put them. */
async function everyKindOfCall(): Promise<Story> {
  await workspace.appSettings({ allowed_roles: 'admin, security-officer' });
  const secrets = new Map<string, string>();
  const secret = (name: string, value: string): string => {
    secrets.set(name, value);
    return value;
  };
  const logIn = async (username: string) => {
    const login = await workspace.logIn(username);
    secret(`${username}'s token`, login.authToken);
    return login;
  };
  const [admin, olivia, pat, max] = [
    await logIn('admin'),
    await logIn('olivia'),
    await logIn('pat'),
    await logIn('max'),
  ];
  const bypassing = await workspace.logIn('admin', { bypassTwoFactor: true });
  secret('a token that bypasses the second factor', bypassing.authToken);
  const granted = await workspace.grantAccess('admin');
  secret('an access token', granted.accessToken);
  const totp = secret("admin's code", await workspace.code('admin'));
  const digest = secret("pat's password digest", await workspace.code('pat'));
  const { sessionId } = workspace.alice;
  const call = { as: admin, code: totp, sessionId };
  const stray = (name: string): string => secret(name, createHash('sha256').update(name).digest('base64url'));
  const json = (body: unknown) => ({ body });

  const answers: Answer[] = [
    // refused
    await workspace.logout({ sessionId, code: totp }),
    await workspace.logout({ sessionId, headers: { Authorization: `Bearer ${stray('an unknown bearer token')}` } }),
    await workspace.logout({ sessionId, headers: { Authorization: `Basic ${stray('a basic credential')}` } }),
    await workspace.logout({ ...call, as: { userId: admin.userId, authToken: stray('an unknown token') } }),
    await workspace.logout({ ...call, as: max }),
    await workspace.logout({ ...call, code: undefined }),
    await workspace.logout({ ...call, code: secret("an incorrect code for admin's", incorrect(totp)) }),
    await workspace.logout({ ...call, code: stray('a code that is too long').repeat(7) }),
    await workspace.logout({ ...call, as: bypassing }),
    await workspace.logout({ ...call, sessionId: 'aSessionThatIsNot' }),
    await workspace.logout({ as: olivia, sessionId }),
    await workspace.logout({ as: olivia, sessionId, code: secret("a code like olivia's", incorrect(await olivias())) }),
    await workspace.logout({ as: pat, sessionId, code: secret('a password in clear', 'pat-password') }),
    await workspace.logout({ as: pat, sessionId, code: secret("a digest like pat's", incorrect(digest)) }),
    // secrets in odd places
    await workspace.send(json({ sessionId, password: stray('a password in the body') }), call),
    await workspace.send(json({ sessionId, 'x-2fa-code': stray('a code in the body') }), call),
    await workspace.send(json({ sessionId: { token: stray('a token in place of the session ID') } }), call),
    await workspace.send(json([stray('a token in an array')]), call),
    await workspace.send({ text: new URLSearchParams({ authToken: stray('a token in a form') }) }, call),
    await workspace.send(json({}), call, `?authToken=${stray('a token in the query')}`),
    await workspace.send(json({}), { ...call, headers: { Cookie: `rc_token=${stray('a cookie')}` } }),
    await workspace.send(json({}), { ...call, headers: { 'X-Api-Key': stray('an unknown header') } }),
    await workspace.send(json({}), { ...call, headers: { 'User-Agent': stray('a User-Agent') } }),
    await workspace.send(json({}), { ...call, headers: { 'X-Request-Id': `id ${stray('an unusable request ID')}` } }),
    // other methods
    ...(await Promise.all(
      ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'].map((method) =>
        workspace.send(
          { method, ...(!['GET', 'HEAD'].includes(method) && { text: stray(`a body with ${method}`) }) },
          { ...call, headers: { 'X-Api-Key': stray(`a header with ${method}`) } },
          `?token=${stray(`a query with ${method}`)}`,
        ),
      ),
    )),
    // faults
    await withFault(() => workspace.logout(call), { kind: 'drop' }),
    await withFault(() => workspace.logout(call), { kind: 'garbage', skip: 1 }),
    // done
    await workspace.logout({ ...call, reason: REASON, method: 'totp' }),
    await workspace.logout({ as: pat, sessionId, code: digest }),
    await workspace.logout({ ...call, as: granted }),
    await workspace.logout({ as: olivia, sessionId, code: secret("olivia's code", await olivias()), method: 'email' }),
  ];
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 400, 401, 403, 404, 405, 502, 504]));
  return { answers, secrets };
}

const olivias = (): Promise<string> => workspace.code('olivia');

async function withFault(run: () => Promise<Answer>, fault: { kind: 'drop' | 'garbage'; skip?: number }) {
  await workspace.fault({ path: '/api/v1/sessions/logout', ...fault });
  return run();
}

test('not in an answer', async () => {
  const { answers, secrets } = await everyKindOfCall();
  const texts = answers.map(({ text, headers }) => `${JSON.stringify([...headers])}\n${text}`);

  expect(texts.join()).toContain(workspace.alice.sessionId);
  expect(texts.flatMap((text) => secretsIn(text, secrets))).toEqual([]);
});

test('not in persistence', async () => {
  const { secrets } = await everyKindOfCall();
  const stored = JSON.stringify(await workspace.persistence());

  expect(secretsIn(stored, new Map([['the reason', REASON]]))).toEqual(['the reason']);
  expect(secretsIn(stored, secrets)).toEqual([]);
});

test("not in the app's log, nor in what the engine logged on its behalf", async () => {
  // A job beside a call would take its log: engines with Deno keep one for both.
  await workspace.appSettings({ tell_person: false });
  const { answers, secrets } = await everyKindOfCall();
  const logged = await loggedCalls(workspace, "sessions/logout's ", answers.length);
  const text = JSON.stringify(await workspace.appLogs());

  expect(logged).toHaveLength(answers.length);
  const noted = answers.filter(({ status }) => status !== 405).map(({ headers }) => headers.get('x-request-id'));
  expect(noted.filter((correlationId) => !text.includes(`correlationId\\":\\"${correlationId}`))).toEqual([]);
  expect(secretsIn(text, secrets)).toEqual([]);
});

test('the workspace received the credential all the same', async () => {
  const answer = await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId });

  expect(answer.status).toBe(200);
});
