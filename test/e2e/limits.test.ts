import type { Answer, Login } from '../../workspace/client/http';
import { expectRefused, PROBE, PROBE_AND_LOGOUT } from './support/expectations';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();
const logout = (): Promise<Answer> => workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId });

describe('rate limit', () => {
  let olivia: Login;

  beforeEach(async () => {
    await workspace.appSettings({ allowed_roles: 'security-officer' });
    olivia = await workspace.logIn('olivia');
  });

  const RATE_LIMITED = { status: 429, errorType: 'error-too-many-requests', workspaceStatus: 429 };
  const expectRetryAfter = (answer: Answer): void => {
    const seconds = Number(answer.headers.get('retry-after'));
    expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60).toBe(true);
    expect(answer.body).toMatchObject({
      error: expect.stringContaining(`${seconds} seconds`),
      details: { retryAfterSeconds: seconds },
    });
  };

  test('at the probe', async () => {
    await workspace.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 1 });
    await workspace.logoutDirectly({ as: olivia, sessionId: 'aSessionThatIsNot' });
    const answer = await workspace.logout({ as: olivia, sessionId: workspace.alice.sessionId, code: '123456' });

    await expectRefused(workspace, answer, { ...RATE_LIMITED, received: PROBE });
    expectRetryAfter(answer);
  });

  test('at the logout: it was refused, so nothing was changed', async () => {
    await workspace.logoutDirectly({ as: olivia, sessionId: 'aSessionThatIsNot' });
    await workspace.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 1 });
    const right = await workspace.code('olivia');
    const answer = await workspace.logout({ as: olivia, sessionId: workspace.alice.sessionId, code: right });

    await expectRefused(workspace, answer, { ...RATE_LIMITED, received: PROBE_AND_LOGOUT });
    expectRetryAfter(answer);
  });

  test('a caller with an exempt role is not limited', async () => {
    await workspace.appSettings({ allowed_roles: 'admin' });
    await workspace.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 1 });

    expect((await logout()).status).toBe(200);
  });
});

describe('licence', () => {
  const NO_LICENCE = { status: 403, errorType: 'error-license-required' };

  test.each([
    ['expired, late versions: said before anything else', 'late', 'gone', PROBE, 400],
    ['expired, 6.5: said after the code was used', '6.5', 'gone', PROBE_AND_LOGOUT, 403],
    ['one without device management, 7.0: said after the code was used', '7.0', 'other', PROBE_AND_LOGOUT, 401],
    ['never bought, late versions', 'late', 'never', PROBE, 400],
  ])('%s', async (_what, version, licence, received, workspaceStatus) => {
    await workspace.settings({ version, licence });
    const answer = await logout();

    await expectRefused(workspace, answer, { ...NO_LICENCE, received, workspaceStatus });
  });

  test('never bought, 6.5: the workspace does not even know the permission, and says that it is missing', async () => {
    await workspace.settings({ version: '6.5', licence: 'never' });
    const answer = await logout();

    await expectRefused(workspace, answer, { ...NO_LICENCE, received: PROBE, workspaceStatus: 403 });
  });

  test.each([
    ['6.5', 'gone'],
    ['7.0', 'other'],
  ])('without a code it is said before one is asked for, though %s would ask first: %s', async (version, licence) => {
    await workspace.settings({ version, licence });
    const answer = await workspace.logout({ as: workspace.admin.as, sessionId: workspace.alice.sessionId });

    await expectRefused(workspace, answer, { ...NO_LICENCE, received: PROBE, workspaceStatus: 400 });
  });

  test('a missing permission is not taken for a missing licence', async () => {
    await workspace.appSettings({ allowed_roles: 'support' });
    const as = await workspace.logIn('max');
    const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId });

    await expectRefused(workspace, answer, { status: 403, errorType: 'error-unauthorized', received: PROBE });
  });
});
