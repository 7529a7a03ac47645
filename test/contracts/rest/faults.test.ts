import { TestWorkspace, type Actor } from './harness';

const PATH = '/api/v1/sessions/logout';

let workspace: TestWorkspace;
let admin: Actor;
let sessionId: string;

beforeEach(async () => {
  workspace = await TestWorkspace.start();
  workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
  admin = workspace.addAdmin();
  sessionId = workspace.addSession(admin).sessionId;
});

afterEach(() => workspace.close());

const arm = async (fault: object) => {
  expect((await workspace.call('POST', '/_dev/faults', { body: { path: PATH, ...fault } })).status).toBe(200);
};
const logout = () => workspace.logout(sessionId, { as: admin });
const happened = () => workspace.ended().sessions.length > 0;
const isReceived = () => workspace.store.requests.all().map(({ status }) => status);

describe.each([
  ['before', false],
  ['after', true],
])('%s the action', (when, happens) => {
  it('answers with another status', async () => {
    await arm({ kind: 'status', status: 502, when });
    const answer = await logout();
    expect([answer.status, answer.contentType, happened()]).toEqual([502, 'text/html', happens]);
    expect(answer.text).not.toContain(sessionId);
  });

  it('answers with broken JSON', async () => {
    await arm({ kind: 'garbage', when });
    const response = await fetch(`${workspace.url}${PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...admin.headers },
      body: JSON.stringify({ sessionId }),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    await expect(response.json()).rejects.toThrow(/JSON/);
    expect(happened()).toBe(happens);
  });

  it('drops the connection', async () => {
    await arm({ kind: 'drop', when });
    await expect(logout()).rejects.toThrow('fetch failed');
    expect(happened()).toBe(happens);
    expect(isReceived()).toEqual([0]);
  });
});

it('delays a request, and handles it even when the client is gone', async () => {
  await arm({ kind: 'delay', ms: 300 });
  const client = new AbortController();
  const call = fetch(`${workspace.url}${PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...admin.headers },
    body: JSON.stringify({ sessionId }),
    signal: client.signal,
  });
  // A client that went before its request was there would have asked for nothing.
  while (workspace.store.faults.armed().length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(happened()).toBe(false);
  client.abort();
  await expect(call).rejects.toThrow(/abort/i);
  while (!happened()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
});

it('delays an answer after the action', async () => {
  await arm({ kind: 'delay', ms: 300, when: 'after' });
  const call = logout();
  while (!happened()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(isReceived()).toEqual([0]);
  expect((await call).status).toBe(200);
});

it('lets the first requests pass, hits as many as it was told, and then no more', async () => {
  await arm({ kind: 'status', status: 503, skip: 1, times: 2 });
  const statuses = [];
  for (let call = 0; call < 4; call += 1) {
    statuses.push((await logout()).status);
  }
  expect(statuses).toEqual([200, 503, 503, 200]);
});

it('hits every path that begins so, except the development routes, until a reset', async () => {
  await arm({ path: '/', kind: 'status', times: 100 });
  expect((await workspace.call('GET', '/oauth/authorize')).status).toBe(500);
  expect((await workspace.call('GET', '/_dev/state')).status).toBe(200);
  await workspace.call('POST', '/_dev/reset');
  expect((await workspace.call('GET', '/api/v1/me')).status).toBe(401);
});

it('leaves other paths alone', async () => {
  await arm({ kind: 'drop', times: 100 });
  expect((await workspace.call('GET', '/api/v1/me', { as: admin })).status).toBe(200);
});

it.each([
  [
    'an unknown kind',
    { kind: 'explode' },
    'kind must be equal to one of the allowed values: status, delay, drop, garbage',
  ],
  ['no kind', {}, "must have required property 'kind'"],
  ['an unknown field', { kind: 'drop', sometimes: true }, '"sometimes" must NOT have additional properties'],
  ['a path without a slash', { kind: 'drop', path: 'api' }, 'path must match pattern "^/"'],
  ['a negative time', { kind: 'delay', ms: -1 }, 'ms must be >= 0'],
  ['text instead of a number', { kind: 'drop', times: '2' }, 'times must be integer'],
])('refuses %s', async (_name, fault, error) => {
  const answer = await workspace.call('POST', '/_dev/faults', { body: { path: PATH, ...fault } });
  expect([answer.status, answer.body]).toEqual([400, { error }]);
  expect(workspace.store.faults.armed()).toEqual([]);
});
