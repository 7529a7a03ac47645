import type { Login } from '../../workspace/client/http';
import { incorrect } from './support/codes';
import {
  expectErrorContract,
  expectOnlyEnded,
  expectReceived,
  expectRecorded,
  expectRefused,
  NOTHING,
  PROBE,
} from './support/expectations';
import { DIRECT, useWorkspace } from './support/workspace';

const workspace = useWorkspace();
const MADE_UP = 'aSessionThatIsNot';

beforeEach(() => workspace.appSettings({ allowed_roles: 'admin, security-officer' }));

const REQUIRED = { status: 400, errorType: 'totp-required', received: PROBE, workspaceStatus: 400 };

describe.each([
  ['totp', 'admin', { method: 'totp', codeGenerated: false, availableMethods: ['totp'] }],
  [
    'email',
    'olivia',
    { method: 'email', codeGenerated: true, emailOrUsername: 'olivia@example.com', availableMethods: ['email'] },
  ],
  ['password', 'pat', { method: 'password', codeGenerated: false, availableMethods: [] }],
])('%s', (method, username, details) => {
  let as: Login;
  beforeEach(async () => (as = await workspace.logIn(username)));

  test("no code: the workspace's own challenge, unchanged", async () => {
    const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId });

    const entry = await expectRefused(workspace, answer, REQUIRED);
    expect(answer.body).toEqual({
      success: false,
      error: 'TOTP Required [totp-required]',
      errorType: 'totp-required',
      details,
    });
    expect(entry).toMatchObject({ sessionId: workspace.alice.sessionId, outcome: { secondFactor: method } });
  });

  test('an empty code counts as no code', async () => {
    const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code: '', method });

    await expectRefused(workspace, answer, REQUIRED);
  });

  test.each([
    ['naming the method', method],
    ['without naming the method', undefined],
    ['naming an unknown method', 'sms'],
  ])('an incorrect code, then the correct one, %s', async (_how, named) => {
    const sessionId = workspace.alice.sessionId;
    await workspace.logout({ as, sessionId }); // for `email` this mails the code
    const code = await workspace.code(username);
    const refused = await workspace.logout({ as, sessionId, code: incorrect(code), method: named });

    expectErrorContract(refused, 400, 'totp-invalid');
    expect(refused.body).toMatchObject({ error: 'TOTP Invalid [totp-invalid]', details: { method } });
    await expectRefused(workspace, refused, {
      status: 400,
      errorType: 'totp-invalid',
      // A mailed code is not looked up with, since that would use it up.
      received: { probes: 2, logouts: method === 'email' ? 1 : 0 },
      workspaceStatus: 400,
    });

    const done = await workspace.logout({ as, sessionId, code: await workspace.code(username), method: named });

    expect(done.body).toEqual({ sessionId, success: true });
    await expectOnlyEnded(workspace, workspace.alice, as.userId);
    await expectReceived(workspace, { probes: 3, logouts: method === 'email' ? 2 : 1 });
    expect(await expectRecorded(workspace, done, 'done')).toMatchObject({ outcome: { secondFactor: method } });
  });
});

describe('a code that is no longer valid', () => {
  test('e-mail: a code works once', async () => {
    const as = await workspace.logIn('olivia');
    await workspace.logout({ as, sessionId: workspace.alice.sessionId });
    const code = await workspace.code('olivia');
    const done = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code });
    expect(done.status).toBe(200);

    const again = await workspace.logout({ as, sessionId: workspace.bob.sessionId, code });

    expectErrorContract(again, 400, 'totp-invalid');
    await expectOnlyEnded(workspace, workspace.alice, as.userId);
    await expectRecorded(workspace, again, 'totp-invalid');
  });

  test('e-mail: after too many incorrect codes, the correct one no longer helps', async () => {
    await workspace.settings({ API_Enable_Rate_Limiter: false });
    const as = await workspace.logIn('olivia');
    const sessionId = workspace.alice.sessionId;
    await workspace.logout({ as, sessionId });
    const code = await workspace.code('olivia');
    // One of them without the app, which would otherwise lock her out with the fifth.
    await workspace.logoutDirectly({ as, sessionId, code: incorrect(code) });
    for (let attempt = 2; attempt <= 4; attempt++) {
      expectErrorContract(await workspace.logout({ as, sessionId, code: incorrect(code) }), 400, 'totp-invalid');
    }

    const last = await workspace.logout({ as, sessionId, code: incorrect(code) });

    await expectRefused(workspace, last, {
      status: 400,
      errorType: 'totp-max-attempts',
      received: { probes: 5, logouts: 4 },
      workspaceStatus: 400,
    });
    expect(last.body).toMatchObject({
      error: 'TOTP Maximun Failed Attempts Reached [totp-max-attempts]',
      details: { method: 'email', emailOrUsername: 'olivia@example.com' },
    });
    expectErrorContract(await workspace.logout({ as, sessionId, code }), 400, 'totp-invalid');
  });
});

test('a method that the caller does not have: the challenge is about that method, and no code meets it', async () => {
  const as = await workspace.logIn('admin');
  const call = { as, sessionId: workspace.alice.sessionId, method: 'email' };
  const challenged = await workspace.logout(call);
  expect(challenged.body).toMatchObject({ errorType: 'totp-required', details: { method: 'email' } });

  const answer = await workspace.logout({ ...call, code: await workspace.code('admin') });

  await expectRefused(workspace, answer, {
    status: 400,
    errorType: 'totp-invalid',
    received: { probes: 2, logouts: 1 },
    workspaceStatus: 400,
  });
});

describe('a confirmation that the workspace remembers for another client does not count', () => {
  const USER_AGENT = `${DIRECT} Chrome/120`;
  let as: Login;

  beforeEach(async () => {
    as = await workspace.logIn('admin');
    const direct = { as, sessionId: MADE_UP, headers: { 'User-Agent': USER_AGENT } };
    await expect(workspace.logoutDirectly(direct)).resolves.toMatchObject({ status: 400 });
    const confirmed = await workspace.logoutDirectly({ ...direct, code: await workspace.code('admin') });
    expect(confirmed).toMatchObject({ status: 404 });
    // The workspace now lets this token through from that client without any code.
    await expect(workspace.logoutDirectly(direct)).resolves.toMatchObject({ status: 404 });
  });

  test.each([
    ['from another client', {}],
    ['from the same client', { 'User-Agent': USER_AGENT }],
  ])('without a code, %s: asked for one', async (_where, headers) => {
    const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId, headers });

    await expectRefused(workspace, answer, REQUIRED);
  });

  test('an incorrect code, from the same client: refused', async () => {
    const code = incorrect(await workspace.code('admin'));
    const headers = { 'User-Agent': USER_AGENT };
    const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code, headers });

    await expectRefused(workspace, answer, {
      status: 400,
      errorType: 'totp-invalid',
      received: PROBE,
      workspaceStatus: 400,
    });
  });
});

test("the app's own confirmation does not count for its next logout either", async () => {
  const as = await workspace.logIn('admin');
  const code = await workspace.code('admin');
  const done = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code });
  expect(done.status).toBe(200);

  const next = await workspace.logout({ as, sessionId: workspace.bob.sessionId });

  expectErrorContract(next, 400, 'totp-required');
  await expectOnlyEnded(workspace, workspace.alice, as.userId);
  await expectRecorded(workspace, next, 'totp-required', 400);
});

test('a code that cannot be sent is refused before anything is sent', async () => {
  const as = await workspace.logIn('admin');
  const answer = await workspace.logout({ as, sessionId: workspace.alice.sessionId, code: '1'.repeat(257) });

  await expectRefused(workspace, answer, { status: 400, errorType: 'invalid-params', received: NOTHING });
  expect(answer.body).toMatchObject({ error: expect.stringContaining('x-2fa-code') });
});
