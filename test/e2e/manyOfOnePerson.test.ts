import type { Answer } from '../../workspace/client/http';
import type { SocketEvent } from '../../workspace/model';
import { incorrect } from './support/codes';
import { expectErrorContract, expectNothingEnded, requestsOfApp } from './support/expectations';
import { secretsIn } from './support/secrets';
import { type CallerHeaders, useWorkspace } from './support/workspace';

const workspace = useWorkspace();

const all = (body: object, caller: CallerHeaders = workspace.admin): Promise<Answer> =>
  workspace.ask('sessions/logout.all', body, caller);
const everything = (body: object, caller: CallerHeaders = workspace.admin): Promise<Answer> =>
  workspace.ask('sessions/logout.everything', body, caller);
const aliceId = (): string => workspace.alice.userId;
/** Which endings the app has asked the workspace for: of sessions that there are, and of people. */
const endings = async (): Promise<string[]> => {
  const { sessions } = await workspace.state();
  const known = new Set(sessions.map(({ sessionId }) => sessionId));
  return (await requestsOfApp(workspace))
    .filter(
      ({ path, body }) =>
        path.endsWith('/users.logout') || known.has(String((body as { sessionId?: string })?.sessionId)),
    )
    .map(({ path }) => path);
};
const open = async (userId: string): Promise<string[]> =>
  (await workspace.state()).sessions
    .filter((session) => session.userId === userId && session.logoutAt === undefined && session.sessionId)
    .map(({ sessionId }) => sessionId);

describe('all sessions of one person', () => {
  test('with one code: all but the exceptions are ended, and nobody else’s', async () => {
    const [kept] = await workspace.devices('alice', 3);
    const answer = await all({ username: '@alice', except: [kept.sessionId], reason: 'left the company' });

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      success: true,
      failed: 0,
      notBegun: 0,
      userId: aliceId(),
      username: 'alice',
      complete: true,
    });
    expect(await open(aliceId())).toEqual([kept.sessionId]);
    await expect(workspace.isLoggedIn(kept)).resolves.toBe(true);
    await expect(workspace.isLoggedIn(workspace.alice)).resolves.toBe(false);
    await expect(workspace.isLoggedIn(workspace.bob)).resolves.toBe(true);

    const received = await requestsOfApp(workspace);
    expect(new Set(received.map(({ userAgent }) => userAgent)).size).toBe(1);
    expect(received.map(({ path }) => path).filter((path) => path.endsWith('list.all'))).toHaveLength(1);
    const [entry] = await workspace.auditEntries();
    expect(entry).toMatchObject({
      action: 'logout-all',
      targetId: aliceId(),
      targetUsername: 'alice',
      reason: 'left the company',
    });
    expect(entry.sessions?.every(({ result, device }) => result === 'ended' && (device ?? '') !== '')).toBe(true);
  });

  test('a mailed code does for all with a header token', async () => {
    await workspace.appSettings({ allowed_roles: 'security-officer' });
    await workspace.devices('alice', 3);
    const as = await workspace.logIn('olivia');
    expectErrorContract(await all({ userId: aliceId() }, { as }), 400, 'totp-required');
    const answer = await all({ userId: aliceId() }, { as, code: await workspace.code('olivia') });
    expect(answer.body).toMatchObject({ success: true, notBegun: 0 });
    expect(await open(aliceId())).toEqual([]);
  });
});

describe('everything of one person', () => {
  test('every login and token is dead, sockets are closed, the list is empty; OAuth tokens survive, and the answer says so', async () => {
    const devices = [workspace.alice, ...(await workspace.devices('alice', 3))];
    const script = await workspace.logIn('alice');
    const personal = await workspace.logIn('alice', { bypassTwoFactor: true });
    const granted = await workspace.grantAccess('alice');
    const answer = await everything({ userId: aliceId(), reason: 'left the company' });

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      success: true,
      failed: 0,
      notBegun: 0,
      complete: true,
      username: 'alice',
      survives: ['oauth-tokens'],
    });
    for (const login of [...devices, script, personal]) {
      await expect(workspace.isLoggedIn(login)).resolves.toBe(false);
    }
    await expect(workspace.isLoggedIn({ accessToken: granted.accessToken })).resolves.toBe(true);
    await expect(workspace.isLoggedIn(workspace.bob)).resolves.toBe(true);
    await expect(workspace.isLoggedIn(workspace.admin.as)).resolves.toBe(true);
    expect(await open(aliceId())).toEqual([]);
    const told = await workspace.dev<SocketEvent[]>('sockets/alice');
    const closed = told.filter(({ kind }) => kind === 'closed').map(({ sessionId }) => sessionId);
    expect(closed).toEqual(expect.arrayContaining(devices.map(({ sessionId }) => sessionId)));
    const [entry] = await workspace.auditEntries();
    expect(entry).toMatchObject({
      action: 'logout-everything',
      targetId: aliceId(),
      outcome: { result: 'done', secondFactor: 'totp' },
    });

    const secrets = new Map([
      ['the token', workspace.admin.as.authToken],
      ['the code', workspace.admin.code],
    ]);
    const seen = JSON.stringify([await workspace.persistence(), answer, await workspace.appLogs()]);
    expect(seen).toContain('logout-everything');
    expect(secretsIn(seen, secrets)).toEqual([]);
  });

  test('a mailed code is enough with an access token: the logins end, the list is left as it is', async () => {
    await workspace.createAccount({ username: 'mia', roles: ['admin', 'user'], email2fa: true });
    const { accessToken } = await workspace.grantAccess('mia');
    const as = { accessToken };
    expectErrorContract(await everything({ userId: aliceId() }, { as }), 400, 'totp-required');
    const answer = await everything({ userId: aliceId() }, { as, code: await workspace.code('mia') });
    expect(answer.body).toMatchObject({ success: true, results: [], complete: false });
    await expect(workspace.isLoggedIn(workspace.alice)).resolves.toBe(false);
  });

  test('without the permission logout-other-user: nothing is done', async () => {
    await workspace.appSettings({ allowed_roles: 'security-officer' });
    const as = await workspace.logIn('olivia');
    expectErrorContract(await everything({ userId: aliceId() }, { as }), 400, 'totp-required');
    const answer = await everything({ userId: aliceId() }, { as, code: await workspace.code('olivia') });
    expectErrorContract(answer, 403, 'error-unauthorized');
    await expectNothingEnded(workspace);
  });

  test('an unclear answer of users.logout: it may have happened, and the answer says so', async () => {
    await workspace.fault({ path: '/api/v1/users.logout', kind: 'drop', when: 'after' });
    expectErrorContract(await everything({ userId: aliceId() }), 504, 'error-outcome-unknown');
    expect(await endings()).toEqual(['/api/v1/users.logout']);
  });
});

test('denials end nothing and ask for no ending, least of all the caller’s own', async () => {
  const { as, code } = workspace.admin;
  const max = await workspace.logIn('max');
  for (const ask of [all, everything]) {
    expectErrorContract(await ask({}), 400, 'invalid-params');
    expectErrorContract(await ask({ userId: '' }), 400, 'invalid-params');
    expectErrorContract(await ask({ userId: null }), 400, 'invalid-params');
    expectErrorContract(await ask({ userId: 'nobody' }), 404, 'error-user-not-found');
    expectErrorContract(await ask({ username: 'ali' }), 404, 'error-user-not-found');
    expectErrorContract(await ask({ userId: aliceId() }, { as }), 400, 'totp-required');
    expectErrorContract(await ask({ userId: aliceId() }, { as, code: incorrect(code) }), 400, 'totp-invalid');
    expectErrorContract(await ask({ userId: aliceId() }, { as: max, code }), 403, 'error-unauthorized');
  }
  expectErrorContract(await all({ userId: aliceId(), except: ['older'] }), 400, 'invalid-params');
  expect(await endings()).toEqual([]);
  await expectNothingEnded(workspace);
  await expect(workspace.isLoggedIn(as)).resolves.toBe(true);
});
