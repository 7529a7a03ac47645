import { seed } from '../../../workspace/seed';
import { currentTotp } from '../../../workspace/rest/secondFactor/methods';
import { WorkspaceStore } from '../../../workspace/store';
import { TestWorkspace } from './harness';

let workspace: TestWorkspace;
let store: WorkspaceStore;

beforeAll(async () => {
  workspace = await TestWorkspace.start();
  ({ store } = workspace);
  store.roles.restore([]);
  seed(store);
});

afterAll(() => workspace.close());

/** Logs in as a person would, with the second factor of this moment. */
async function logIn(username: string) {
  const user = store.users.byUsername(username)!;
  const code = user.totpSecret === undefined ? undefined : currentTotp(user.totpSecret, store.now());
  const body = { user: username, password: `${username}-password`, code };
  let answer = await workspace.call('POST', '/api/v1/login', { body });
  if (user.email2fa) {
    answer = await workspace.call('POST', '/api/v1/login', { body: { ...body, code: user.emailCode?.code } });
  }
  return answer;
}

it.each(['admin', 'olivia', 'pat', 'max', 'alice', 'bob'])('%s can log in', async (username) => {
  expect((await logIn(username)).status).toBe(200);
});

it('sso has no local password', async () => {
  expect((await logIn('sso')).status).toBe(401);
});

it.each([
  ['admin', 400, { method: 'totp' }],
  ['olivia', 400, { method: 'email' }],
  ['pat', 400, { method: 'password' }],
  ['sso', 404, undefined],
  ['max', 403, undefined],
  ['alice', 403, undefined],
  ['bob', 403, undefined],
])('%s, ending a session without a code, gets %i', async (username, status, details) => {
  const user = store.users.byUsername(username)!;
  const as = workspace.actorWith(user, store.users.issueToken(user._id));
  const answer = await workspace.logout('x', { as });
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject(details === undefined ? {} : { details });
});

it('the role of the officers has a random ID', () => {
  const role = store.findRole('security-officer')!;
  expect(role._id).toMatch(/^[2-9A-Za-z]{17}$/);
  expect(store.findRole(role._id)).toBe(role);
  expect(store.users.byUsername('olivia')!.roles).toContain(role._id);
  expect(store.findRole('nothing')).toBeUndefined();
});

it('alice has three sessions and bob two, all with valid tokens', () => {
  const owners = store.sessions.all().map(({ userId, loginToken }) => {
    const owner = store.users.get(userId)!;
    expect(owner.loginTokens.map(({ hashedToken }) => hashedToken)).toContain(loginToken);
    return owner.username;
  });
  expect(owners).toEqual(['alice', 'alice', 'alice', 'bob', 'bob']);
});

it('everyone is in GENERAL, and only officers in the private room', () => {
  expect(store.rooms.get('GENERAL')?.memberIds).toHaveLength(store.users.all().length);
  const security = store.rooms.all().find(({ type }) => type === 'p')!;
  expect(store.canAccessRoom(store.users.byUsername('alice')!, security)).toBe(false);
  expect(store.canAccessRoom(store.users.byUsername('olivia')!, security)).toBe(true);
});
