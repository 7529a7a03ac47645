import type { Login } from '../../workspace/client/http';
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

const REQUIRED = { status: 400, errorType: 'totp-required', received: PROBE, workspaceStatus: 400 };
const NOT_ENFORCED = { status: 403, errorType: 'error-2fa-not-enforced', received: PROBE };

describe('the workspace would not verify a second factor', () => {
  const situations: Array<[string, () => Promise<Login>]> = [
    [
      'two-factor authentication is off',
      async () => {
        await workspace.settings({ Accounts_TwoFactorAuthentication_Enabled: false });
        return workspace.logIn('admin');
      },
    ],
    ['the token ignores it', () => workspace.logIn('admin', { bypassTwoFactor: true })],
    ['the caller has no method', () => workspace.logIn('sso')],
    [
      'the account was just created',
      async () => {
        await workspace.createAccount({ username: 'newcomer', roles: ['admin', 'user'], totp: true });
        return workspace.logIn('newcomer');
      },
    ],
  ];

  describe.each(situations)('%s', (_situation, logIn) => {
    test.each([
      ['without a code', undefined],
      ['with a code that nobody would check', '123456'],
    ])('by default it is refused, %s', async (_how, code) => {
      const answer = await workspace.logout({ as: await logIn(), sessionId: workspace.alice.sessionId, code });

      const entry = await expectRefused(workspace, answer, NOT_ENFORCED);
      expect(entry).toMatchObject({ sessionId: workspace.alice.sessionId, outcome: { secondFactor: 'none' } });
    });

    test('if the admin allows it, it is done, and recorded as such', async () => {
      await workspace.appSettings({ without_challenge: 'allow' });
      const as = await logIn();
      const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId });

      expect(answer.body).toEqual({ sessionId: workspace.alice.sessionId, success: true });
      await expectOnlyEnded(workspace, workspace.alice, as.userId);
      await expectReceived(workspace, PROBE_AND_LOGOUT);
      expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ outcome: { secondFactor: 'none' } });
    });
  });
});

describe('"allow" changes nothing if the workspace does verify', () => {
  beforeEach(() => workspace.appSettings({ without_challenge: 'allow' }));

  test('without a code: asked for one', async () => {
    const as = await workspace.logIn('admin');
    const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId });

    await expectRefused(workspace, answer, REQUIRED);
  });

  test('an incorrect code is refused', async () => {
    const as = await workspace.logIn('admin');
    const code = incorrect(await workspace.code('admin'));
    const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code });

    await expectRefused(workspace, answer, {
      status: 400,
      errorType: 'totp-invalid',
      received: PROBE,
      workspaceStatus: 400,
    });
  });
});
