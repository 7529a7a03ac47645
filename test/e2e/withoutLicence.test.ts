import manifest from '../../app.json';
import type { Answer } from '../../workspace/client/http';
import type { ReceivedRequest } from '../../workspace/model';
import { incorrect } from './support/codes';
import { expectErrorContract, expectNothingEnded, requestsOfApp } from './support/expectations';
import { secretsIn } from './support/secrets';
import { type CallerHeaders, DIRECT, useWorkspace } from './support/workspace';

const workspace = useWorkspace();

const TOKEN = '/api/v1/users.removePersonalAccessToken';
const LOGOUT = '/api/v1/users.logout';

const everything = (caller: CallerHeaders = workspace.admin, body: object = { username: 'alice' }): Promise<Answer> =>
  workspace.ask('sessions/logout.everything', body, caller);
const received = (): Promise<ReceivedRequest[]> => requestsOfApp(workspace);
/** What the workspace was asked beside its licence. */
const asked = async (): Promise<ReceivedRequest[]> =>
  (await received()).filter(({ path }) => !path.startsWith('/api/v1/licenses.'));
const isAlive = (): Promise<boolean[]> =>
  Promise.all([workspace.alice, workspace.bob, workspace.admin.as].map((login) => workspace.isLoggedIn(login)));

/** Every way in which a workspace is without device management. */
const SHAPES = [
  ['6.5', 'gone'],
  ['6.5', 'never'],
  ['7.0', 'other'],
  ['late', 'never'],
] as const;

describe.each(SHAPES)('%s, licence %s', (version, licence) => {
  beforeEach(() => workspace.settings({ version, licence }));

  test('everything of one person ends, once the workspace has verified the code', async () => {
    const script = await workspace.logIn('alice');
    const { as, code } = workspace.admin;
    expectErrorContract(await everything({ as }), 400, 'totp-required');
    expectErrorContract(await everything({ as, code: incorrect(code) }), 400, 'totp-invalid');
    expect(await isAlive()).toEqual([true, true, true]);
    const before = (await asked()).length;

    const answer = await everything(workspace.admin, { userId: workspace.alice.userId, reason: 'left the company' });
    expect(answer).toMatchObject({
      status: 200,
      body: { success: true, results: [], complete: false, username: 'alice', survives: ['oauth-tokens'] },
    });
    expect(await isAlive()).toEqual([false, true, true]);
    await expect(workspace.isLoggedIn(script)).resolves.toBe(false);

    // Nothing comes between the verification and what it is for; all under one User-Agent, with one credential.
    const calls = (await asked()).slice(before);
    expect(calls.map(({ path, twoFactorCode }) => [path, twoFactorCode])).toEqual([
      [TOKEN, false],
      [TOKEN, true],
      [LOGOUT, false],
    ]);
    expect(new Set(calls.map(({ userAgent }) => userAgent)).size).toBe(1);
    expect((await received()).slice(-1)).toEqual(calls.slice(-1));
    expect(calls[2].body).toEqual({ userId: workspace.alice.userId });
    expect(await workspace.auditEntries()).toMatchObject([
      { outcome: { result: 'totp-required' } },
      { outcome: { result: 'totp-invalid' } },
      {
        action: 'logout-everything',
        targetUsername: 'alice',
        reason: 'left the company',
        outcome: { result: 'done', workspaceStatus: 200, secondFactor: 'totp' },
      },
    ]);
  });

  test('what needs the licence is refused, and says what does not', async () => {
    const { sessionId, userId } = workspace.alice;
    const { as } = workspace.admin;
    const answers = await Promise.all([
      workspace.ask('sessions/logout', { sessionId }, { as }),
      workspace.ask('sessions/logout.many', { sessionIds: [sessionId] }, { as }),
      workspace.ask('sessions/logout.all', { userId }, { as }),
      workspace.call(`/api/apps/public/${manifest.id}/sessions/list.all`, { as }),
    ]);
    for (const answer of answers) {
      expectErrorContract(answer, 403, 'error-license-required');
      expect(answer.text).toContain('sessions/logout.everything');
    }
    await expectNothingEnded(workspace);
  });
});

describe('without a licence, nobody is logged out', () => {
  beforeEach(() => workspace.settings({ version: '6.5', licence: 'gone' }));

  const refusals: Array<[string, () => Promise<CallerHeaders>, string, object | undefined]> = [
    [
      'for a token that ignores the second factor',
      async () => ({ as: await ignoring() }),
      'error-2fa-not-enforced',
      undefined,
    ],
    [
      'for a caller without a method',
      async () => ({ as: await workspace.logIn('sso') }),
      'error-2fa-not-enforced',
      undefined,
    ],
    ['for a caller without a role', async () => workspace.caller('max'), 'error-unauthorized', undefined],
    ['who does not exist', async () => workspace.admin, 'error-user-not-found', { userId: 'nobody' }],
    ['whom an empty ID could mean', async () => workspace.admin, 'invalid-params', { userId: '' }],
  ];
  test.each(refusals)('%s', async (_what, caller, errorType, body) => {
    const answer = await everything(await caller(), body);
    expect(answer.body).toMatchObject({ success: false, errorType });
    expect((await asked()).filter(({ path, twoFactorCode }) => path === LOGOUT || twoFactorCode)).toEqual([]);
    expect(await isAlive()).toEqual([true, true, true]);
    expect(await workspace.auditEntries()).toMatchObject([{ outcome: { result: errorType } }]);
  });

  test('because the token was confirmed by some other client: the code is asked for all the same', async () => {
    const { as, code } = workspace.admin;
    const headers = { 'User-Agent': DIRECT, 'x-2fa-code': code };
    await workspace.call(TOKEN, { as, body: { tokenName: 'mine' }, headers });
    expectErrorContract(await everything({ as }), 400, 'totp-required');
    expect(await isAlive()).toEqual([true, true, true]);
  });

  test('where users.logout needs a permission that the caller lacks; the code was verified, and nothing is done', async () => {
    await workspace.appSettings({ allowed_roles: 'security-officer' });
    const as = await workspace.logIn('olivia');
    expectErrorContract(await everything({ as }), 400, 'totp-required');
    const answer = await everything({ as, code: await workspace.code('olivia') });
    expectErrorContract(answer, 403, 'error-unauthorized');
    expect(await isAlive()).toEqual([true, true, true]);
  });

  const ignoring = () => workspace.logIn('admin', { bypassTwoFactor: true });
});

test('a mailed code works once, and once is enough: nothing but its verification uses it up', async () => {
  await workspace.settings({ version: '6.5', licence: 'gone' });
  await workspace.createAccount({ username: 'mia', roles: ['admin', 'user'], email2fa: true });
  const { accessToken } = await workspace.grantAccess('mia');
  const as = { accessToken };
  expectErrorContract(await everything({ as }), 400, 'totp-required');
  expect((await everything({ as, code: await workspace.code('mia') })).body).toMatchObject({ success: true });
  expect(await isAlive()).toEqual([false, true, true]);
});

test('with a licence, who may log people out but not end single sessions goes the same way', async () => {
  await workspace.appSettings({ allowed_roles: 'helpdesk' });
  await workspace.createAccount({ username: 'hana', roles: ['user', 'helpdesk'], totp: true });
  await workspace.settings({ Accounts_TwoFactorAuthentication_RememberFor: 0 }); // not exempt as a new account
  const caller = await workspace.caller('hana');
  expect((await everything(caller)).body).toMatchObject({ success: true, complete: false, results: [] });
  expect((await asked()).map(({ path }) => path)).toEqual(['/api/v1/sessions/logout', TOKEN, TOKEN, LOGOUT]);
  expect(await isAlive()).toEqual([false, true, true]);
});

test('invariant 6: no token, code or made-up name is in persistence or in what is logged', async () => {
  await workspace.settings({ version: 'late', licence: 'never' });
  const { as, code } = workspace.admin;
  const answer = await everything();
  const seen = JSON.stringify([await workspace.persistence(), answer, await workspace.appLogs()]);
  const names = (await asked()).flatMap(({ path, body }) =>
    path === TOKEN ? [(body as { tokenName: string }).tokenName] : [],
  );
  expect(new Set(names).size).toBe(2);
  expect(names.every((name) => name.length > 20)).toBe(true);
  const secrets = new Map([
    ['the token', as.authToken],
    ['the code', code],
    ...names.map((name) => [name, name] as [string, string]),
  ]);
  expect(seen).toContain('logout-everything');
  expect(secretsIn(seen, secrets)).toEqual([]);
});
