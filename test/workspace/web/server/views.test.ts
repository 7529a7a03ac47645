import { seedRoles } from '../../../../workspace/seed';
import { mailCode } from '../../../../workspace/rest/secondFactor/methods';
import { WorkspaceStore } from '../../../../workspace/store';
import { latestAudit } from '../../../../workspace/web/server/audit';
import { Breakages } from '../../../../workspace/web/server/breakages';
import { Deliveries } from '../../../../workspace/web/server/deliveries';
import { Inboxes } from '../../../../workspace/web/server/inbox';
import { logInTab } from '../../../../workspace/web/server/logIn';
import { latestRequests } from '../../../../workspace/web/server/requests';
import { secondFactorView } from '../../../../workspace/web/server/secondFactorView';

const START = Date.parse('2024-05-06T07:08:09.000Z');
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.225 Safari/537.36';

function workspace() {
  const clock = { time: START };
  const store = new WorkspaceStore(() => clock.time);
  seedRoles(store);
  const alice = store.users.create({
    username: 'alice',
    email2fa: true,
    emails: [{ address: 'alice@example.com', verified: true }],
  });
  return { clock, store, alice };
}

describe('the audit log', () => {
  const entry = (id: string, at: number) => ({ data: { kind: 'entry', entry: { id, at, callerUsername: 'admin' } } });
  const outcome = (entryId: string, result: string) => ({
    data: { kind: 'outcome', entryId, outcome: { result, secondFactor: 'totp' } },
  });

  test('has the newest first, each with its outcome; "unknown" without one', () => {
    const documents = [entry('a', START), { data: { key: 1 } }, {}, outcome('a', 'done'), entry('b', START + 1)];
    expect(latestAudit(documents, 10)).toMatchObject([
      { id: 'b', result: 'unknown' },
      { id: 'a', result: 'done', secondFactor: 'totp', caller: 'admin', at: '2024-05-06T07:08:09.000Z' },
    ]);
  });

  test('an outcome may be stored with its entry', () => {
    const { data } = entry('a', START);
    const documents = [{ data: { ...data, outcome: { result: 'error-not-connected' } } }];
    expect(latestAudit(documents, 10)).toMatchObject([{ id: 'a', result: 'error-not-connected' }]);
  });

  test('is cut to what is asked for', () => {
    expect(latestAudit([entry('a', START), entry('b', START + 1)], 1).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('what the workspace was asked', () => {
  const received = { at: '', method: 'POST', path: '/api/v1/sessions/logout', status: 400, twoFactorCode: false };

  test('tells the probe of the app from the logout, and the app from others', () => {
    const { store, alice } = workspace();
    const { sessionId } = logInTab(store, alice, { userAgent: CHROME, ip: '127.0.0.1' });
    const userAgent = 'Session-Logout abc';
    store.requests.add({ ...received, userAgent, body: { sessionId: 'made-up' } });
    store.requests.add({ ...received, userAgent, body: { sessionId }, twoFactorCode: true, status: 200 });
    store.requests.add({ ...received, userAgent: 'curl', body: { sessionId } });
    store.requests.add({ ...received, path: '/api/v1/commands.run', body: {} });
    store.requests.add({ ...received, userAgent, body: { sessionId: 'gone' }, twoFactorCode: true, status: 404 });
    expect(latestRequests(store, 10)).toMatchObject([
      { probe: false, fromApp: true, withCode: true, status: 404 },
      { probe: false, fromApp: false, withCode: false },
      { probe: false, fromApp: true, withCode: true, status: 200 },
      { probe: true, fromApp: true, withCode: false },
    ]);
  });
});

describe('the inbox', () => {
  test('keeps mailed codes, and says which one is still good', () => {
    const { clock, store, alice } = workspace();
    const inboxes = new Inboxes(store);
    mailCode(store, alice);
    inboxes.watch();
    inboxes.watch();
    const first = alice.emailCode?.code;
    clock.time += 1000;
    mailCode(store, alice);
    inboxes.watch();
    expect(inboxes.of(alice)).toMatchObject([
      { code: alice.emailCode?.code, state: 'valid', at: '2024-05-06T07:08:10.000Z' },
      { code: first, state: 'used or replaced' },
    ]);
    delete alice.emailCode;
    expect(inboxes.of(alice)[0].state).toBe('used or replaced');
  });

  test('is empty again once the workspace was put back', () => {
    const { store, alice } = workspace();
    const inboxes = new Inboxes(store);
    const before = store.snapshot();
    mailCode(store, alice);
    inboxes.watch();
    store.restore(before);
    expect(inboxes.of(alice)).toEqual([]);
  });
});

test('the authenticator shows the code until the next half minute', () => {
  const { store, alice } = workspace();
  alice.email2fa = false;
  alice.totpSecret = 'JBSWY3DPEHPK3PXP';
  const view = secondFactorView(store, new Inboxes(store), alice);
  expect(view).toMatchObject({ method: 'totp', validUntil: '2024-05-06T07:08:30.000Z' });
  expect(view.code).toMatch(/^\d{6}$/);
});

test('a tab gets a session of its own, with the device that its browser tells of', () => {
  const { store, alice } = workspace();
  const one = logInTab(store, alice, { userAgent: CHROME, ip: '127.0.0.1' });
  const other = logInTab(store, alice, { userAgent: CHROME, ip: '127.0.0.1' });
  expect(one.sessionId).not.toBe(other.sessionId);
  expect(store.sessions.get(one.sessionId)).toMatchObject({
    userId: alice._id,
    ip: '127.0.0.1',
    loginAt: START,
    device: { type: 'browser', name: 'Chrome', version: '120.0.6099', os: { name: 'Linux' } },
  });
  expect(store.users.byToken(one.authToken)?.user).toBe(alice);
});

describe('what is sent to clients', () => {
  test('is numbered, and can be caught up on; answers to the client itself are left out', () => {
    const { store, alice } = workspace();
    const deliveries = new Deliveries(store);
    const live: number[] = [];
    deliveries.subscribe(({ seq }) => live.push(seq));
    store.deliver(alice._id, 'message', { text: 'one' });
    store.deliver(alice._id, 'modal', { channel: 'response' });
    store.deliver('somebody else', 'message', { text: 'two' });
    store.deliver(alice._id, 'modal', { channel: 'notification' });
    expect(live).toEqual([1, 2, 3]);
    expect(deliveries.since(1, alice._id).map(({ seq, kind }) => [seq, kind])).toEqual([[3, 'modal']]);
  });
});

describe('breaking things', () => {
  test('slow and unreachable hit what the app asks for, and not what the page asks for', () => {
    const { store } = workspace();
    const breakages = new Breakages(store);
    breakages.set('slow', true);
    expect(store.faults.take('/api/v1/sessions/logout')).toMatchObject({ kind: 'delay' });
    expect(store.faults.take('/api/v1/commands.run')).toBeUndefined();
    breakages.set('unreachable', true);
    expect(store.faults.take('/api/v1/sessions/logout')).toMatchObject({ kind: 'drop' });
    breakages.set('unreachable', false);
    expect(store.faults.take('/oauth/token')).toMatchObject({ kind: 'delay' });
    breakages.set('slow', false);
    expect(store.faults.armed()).toEqual([]);
  });

  test('two-factor authentication is switched off and on again', () => {
    const { store } = workspace();
    const breakages = new Breakages(store);
    breakages.set('twoFactorOff', true);
    expect(store.settings.get('Accounts_TwoFactorAuthentication_Enabled')).toBe(false);
    expect(breakages.all()).toEqual(['twoFactorOff']);
    breakages.set('twoFactorOff', false);
    expect(store.settings.get('Accounts_TwoFactorAuthentication_Enabled')).toBe(true);
  });

  test('nothing is broken any more once the workspace was put back', () => {
    const { store } = workspace();
    const breakages = new Breakages(store);
    const before = store.snapshot();
    breakages.set('rateLimit', true);
    store.restore(before);
    expect(breakages.all()).toEqual([]);
  });
});
