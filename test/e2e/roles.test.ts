import {
  expectNothingEnded,
  expectOnlyEnded,
  expectReceived,
  expectRecorded,
  expectRefused,
  NOTHING,
  PROBE,
} from './support/expectations';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

const UNAUTHORIZED = {
  success: false,
  error: 'User does not have the permissions required for this action [error-unauthorized]',
  errorType: 'error-unauthorized',
};

const roleId = async (name: string): Promise<string> => {
  const role = (await workspace.state()).roles.find((each) => each.name === name);
  return String(role?._id);
};

/** Asks for a code, then logs out with it. */
const logoutAs = async (username: string) => {
  const as = await workspace.logIn(username);
  const sessionId = workspace.alice.sessionId;
  await workspace.logout({ as, sessionId });
  const { code } = await workspace.secondFactor(username);
  return { as, answer: await workspace.logout({ as, sessionId, code: code ?? '000000' }) };
};

describe('an allowed role', () => {
  test.each([
    ['the default: admin', 'admin', undefined],
    ['by its ID', 'olivia', () => roleId('security-officer')],
    ['by its name, which differs from its ID', 'olivia', () => 'security-officer'],
    ['one of a carelessly written list', 'olivia', () => ' ,no-such-role,  security-officer ,'],
  ])('%s', async (_how, username, allowed) => {
    if (allowed) {
      await workspace.appSettings({ allowed_roles: await allowed() });
    }
    const { as, answer } = await logoutAs(username);

    expect(answer.body).toEqual({ sessionId: workspace.alice.sessionId, success: true });
    await expectOnlyEnded(workspace, workspace.alice, as.userId);
    await expectRecorded(workspace, answer, 'done');
  });

  test('the ID of that role is random', async () => {
    await expect(roleId('security-officer')).resolves.toMatch(/^[A-Za-z0-9]{17}$/);
  });
});

describe('no allowed role: the workspace is asked nothing', () => {
  test.each([
    ['the default, and somebody else with the permission', 'olivia', undefined],
    ['the default, and somebody without it', 'max', undefined],
    ['the default, and somebody without any role', 'alice', undefined],
    ['an unknown role', 'admin', 'no-such-role'],
    ['a role in different case', 'admin', 'Admin'],
    ['a part of a name', 'olivia', 'security'],
    ['a pattern', 'admin', '.*'],
    ['empty, which allows nobody', 'admin', ''],
    ['only commas, which allow nobody', 'admin', ' , ,'],
  ])('%s', async (_what, username, allowed) => {
    if (allowed !== undefined) {
      await workspace.appSettings({ allowed_roles: allowed });
    }
    const as = await workspace.logIn(username);
    const { code } = await workspace.secondFactor(username);
    const answer = await workspace.logout({ as, sessionId: workspace.bob.sessionId, code: code ?? '000000' });

    const entry = await expectRefused(workspace, answer, {
      status: 403,
      errorType: 'error-unauthorized',
      received: NOTHING,
    });
    expect(answer.body).toEqual(UNAUTHORIZED);
    expect(entry).toMatchObject({ callerId: as.userId, callerUsername: username });
  });

  test('the role is checked before the input, so that nobody else learns what is valid', async () => {
    const as = await workspace.logIn('max');
    const answer = await workspace.logout({ as, sessionId: '../' });

    await expectRefused(workspace, answer, { status: 403, errorType: 'error-unauthorized', received: NOTHING });
  });
});

test.each(['6.5', 'late'])(
  'allowed by the app, but not by the workspace (%s): the answer is the same',
  async (version) => {
    await workspace.settings({ version });
    await workspace.appSettings({ allowed_roles: 'support' });
    const as = await workspace.logIn('max');
    const code = await workspace.code('max');
    const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code });

    await expectRefused(workspace, answer, {
      status: 403,
      errorType: 'error-unauthorized',
      received: PROBE,
      workspaceStatus: 403,
    });
    expect(answer.body).toEqual(UNAUTHORIZED);
  },
);

describe('settings', () => {
  test.each([
    ['allowed_roles', Array.from({ length: 51 }, (_, index) => `role-${index}`).join(','), 'at most 50'],
    ['without_challenge', 'sometimes', '"refuse" or "allow"'],
    ['workspace_url', 'not an address', 'such as https://'],
    ['workspace_url', 'ftp://127.0.0.1/', 'such as https://'],
    ['workspace_url', 'https://user:secret@chat.example.com', 'without a password'],
    ['timeout_seconds', 0, '1 to 25'],
    ['timeout_seconds', 26, '1 to 25'],
    ['timeout_seconds', 1.5, '1 to 25'],
    ['timeout_seconds', 'soon', '1 to 25'],
  ])('%s: %p is refused with a reason, and the value stays', async (id, value, reason) => {
    const { appSettings: before } = await workspace.state();
    const answer = await workspace.tryAppSettings({ [id]: value });

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.stringContaining(reason) });
    expect((await workspace.state()).appSettings).toEqual(before);
  });

  test.each([
    ['without_challenge', 'allow'],
    ['workspace_url', 'http://127.0.0.1:3000'],
    ['timeout_seconds', 25],
  ])('%s: %p is saved', async (id, value) => {
    await workspace.appSettings({ [id]: value });

    expect((await workspace.state()).appSettings).toMatchObject({ [id]: value });
  });

  test('the app works as before after a value was refused', async () => {
    await workspace.tryAppSettings({ timeout_seconds: 0 });
    await expectNothingEnded(workspace);

    const { as } = await logoutAs('admin');

    await expectOnlyEnded(workspace, workspace.alice, as.userId);
    await expectReceived(workspace, { probes: 2, logouts: 1 });
  });
});
