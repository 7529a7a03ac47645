import { type Credential, credentialHeaders } from '../../workspace/client/http';
import { incorrect } from './support/codes';
import {
  expectOnlyEnded,
  expectReceived,
  expectRecorded,
  expectRefused,
  PROBE,
  PROBE_AND_LOGOUT,
} from './support/expectations';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();
let userId: string;
let as: Extract<Credential, { accessToken: string }>;
let code: string;

beforeEach(async () => {
  const { accessToken, ...grant } = await workspace.grantAccess('admin');
  ({ userId } = grant);
  as = { accessToken };
  code = await workspace.code('admin');
});

test('done, as the person who granted the token', async () => {
  const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code, method: 'totp' });

  expect(answer.body).toEqual({ sessionId: workspace.alice.sessionId, success: true });
  await expectOnlyEnded(workspace, workspace.alice, userId);
  const { logouts } = await expectReceived(workspace, PROBE_AND_LOGOUT);
  expect(logouts[0]).toMatchObject({ userId, twoFactorCode: true });
  expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ callerId: userId, callerUsername: 'admin' });
});

test('without a code: asked for one, every time', async () => {
  const done = await workspace.logout({ as, sessionId: 'aSessionThatIsNot', code });
  expect(done.status).toBe(404);

  const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId });

  await expectRefused(workspace, answer, {
    status: 400,
    errorType: 'totp-required',
    received: { probes: 2, logouts: 1 },
    workspaceStatus: 400,
    asked: 'aSessionThatIsNot',
  });
});

test('an incorrect code is refused', async () => {
  const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code: incorrect(code) });

  await expectRefused(workspace, answer, { status: 400, errorType: 'totp-invalid', received: PROBE });
});

test('even a new account is asked for a code: such tokens get no exemption', async () => {
  await workspace.createAccount({ username: 'newcomer', roles: ['admin', 'user'], totp: true });
  const { accessToken } = await workspace.grantAccess('newcomer');
  const answer = await workspace.logout({ as: { accessToken }, sessionId: workspace.alice.sessionId });

  await expectRefused(workspace, answer, { status: 400, errorType: 'totp-required', received: PROBE });
});

test('sent with the pair of login headers: the pair counts, for the app as for the workspace', async () => {
  const pat = await workspace.logIn('pat');
  const answer = await workspace.logout({
    as: pat,
    sessionId: workspace.alice.sessionId,
    code: await workspace.code('pat'),
    headers: credentialHeaders(as),
  });

  expect(answer.status).toBe(200);
  await expectOnlyEnded(workspace, workspace.alice, pat.userId);
  expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ callerUsername: 'pat' });
});

test('the scheme is case-sensitive, as on the workspace', async () => {
  const authorization = `bearer ${as.accessToken}`;
  const answer = await workspace.logout({ sessionId: workspace.alice.sessionId, code, headers: { authorization } });

  expect(answer.status).toBe(401);
  await expectReceived(workspace, { probes: 0, logouts: 0 });
});
