import { listSessions } from '../../../core/find/listSessions';
import { AppError, InvalidInputError } from '../../../core/shared/errors';
import { asksForCode, listRequest, ListRequest, logins, listWorld } from '../../fakes/list';
import { failureOf, replies, settings } from '../../fakes/ports';

const target = { id: 'alice-id', username: 'alice' };
const ofAlice = async () => ({ query: { userId: 'alice-id' }, target });
const typed = { text: '123 456', confirmed: true, passwordAllowed: false };

test('sessions are shown after a probe without a code and a call with it, under one User-Agent', async () => {
  const { ports, list, sent, recorded } = listWorld([...logins(2), ...logins(1, 'bob-id', 'b')]);
  const found = await listSessions({ ...listRequest, wanted: ofAlice }, ports);
  expect(found).toMatchObject({ rows: [{ sessionId: 's0' }, { sessionId: 's1' }], complete: true, looked: 2 });
  expect(list.sent.map(({ secondFactor }) => secondFactor)).toEqual([
    { method: 'totp' },
    { code: '123456', method: 'totp' },
  ]);
  expect(new Set(list.sent.map(({ userAgent }) => userAgent)).size).toBe(1);
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([
    expect.objectContaining({
      action: 'list',
      via: 'api',
      callerId: 'u1',
      targetId: 'alice-id',
      targetUsername: 'alice',
      outcome: { result: 'done', workspaceStatus: 200, secondFactor: 'totp', durationMs: 0 },
    }),
  ]);
});

test('every look has a User-Agent of its own', async () => {
  const { ports, list } = listWorld(logins(1));
  await listSessions(listRequest, ports);
  await listSessions(listRequest, ports);
  expect(new Set(list.sent.map(({ userAgent }) => userAgent)).size).toBe(2);
});

test('only what is wanted is given, and what was looked at is counted', async () => {
  const { ports } = listWorld(logins(5));
  const wanted = async () => ({ query: {}, matches: ({ sessionId }: { sessionId: string }) => sessionId > 's2' });
  const found = await listSessions({ ...listRequest, wanted }, ports);
  expect(found.rows.map(({ sessionId }) => sessionId)).toEqual(['s3', 's4']);
  expect(found.looked).toBe(5);
});

test('a person’s typed code is sent without its spaces', async () => {
  const { ports, list } = listWorld(logins(1));
  await listSessions({ ...listRequest, code: undefined, typed }, ports);
  expect(list.sent[1].secondFactor).toEqual({ code: '123456', method: 'totp' });
});

test('where the admin allows it, a workspace that asks for no code shows its list', async () => {
  const { ports, list, recorded } = listWorld(logins(1), { ...settings, withoutChallenge: 'allow' });
  list.before = () => undefined;
  await expect(listSessions({ ...listRequest, code: undefined }, ports)).resolves.toMatchObject({ complete: true });
  expect((await recorded())[0].outcome).toMatchObject({ result: 'done', secondFactor: 'none' });
});

const invalid = new InvalidInputError('body', 'unknown-field');
const denials: Array<[string, Partial<ListRequest>, string]> = [
  ['a deactivated account', { caller: { ...listRequest.caller, isEnabled: false } }, 'error-account-deactivated'],
  ['no allowed role', { caller: { ...listRequest.caller, roles: ['user'] } }, 'error-unauthorized'],
  ['a code that cannot be sent', { code: 'ü' }, 'invalid-params'],
  ['a search that is malformed', { wanted: () => Promise.reject(invalid) }, 'invalid-params'],
];
test.each(denials)('invariant 1: nothing is sent for %s', async (_name, change, code) => {
  const { ports, list, recorded } = listWorld(logins(1));
  expect(await failureOf(listSessions({ ...listRequest, ...change }, ports))).toMatchObject({ code });
  expect(list.sent).toEqual([]);
  expect(await recorded()).toEqual([
    expect.objectContaining({ action: 'list', outcome: expect.objectContaining({ result: code }) }),
  ]);
});

test('nobody learns whether a person exists before their role is checked', async () => {
  const { ports } = listWorld(logins(1));
  const wanted = jest.fn(ofAlice);
  const caller = { ...listRequest.caller, roles: ['user'] };
  await failureOf(listSessions({ ...listRequest, caller, wanted }, ports));
  expect(wanted).not.toHaveBeenCalled();
});

test('settings that cannot be read stop it before anything is sent', async () => {
  const { ports, list, recorded } = listWorld(logins(1), new AppError('error-settings-unreadable'));
  expect(await failureOf(listSessions(listRequest, ports))).toMatchObject({ code: 'error-settings-unreadable' });
  expect(list.sent).toEqual([]);
  expect(await recorded()).toHaveLength(1);
});

const afterProbe: Array<[string, Partial<ListRequest>, ReturnType<typeof listWorld>['list']['before'], string]> = [
  ['no code', { code: undefined }, asksForCode, 'totp-required'],
  ['no challenge', {}, () => undefined, 'error-2fa-not-enforced'],
  ['no challenge, and a person in chat', { typed }, () => undefined, 'error-2fa-not-enforced'],
  ['no permission', {}, () => replies.notPermitted, 'error-unauthorized'],
  ['no licence', {}, () => replies.noLicense, 'error-license-required'],
  ['no login', {}, () => replies.notLoggedIn, 'error-not-logged-in'],
  ['a rate limit', {}, () => replies.tooMany, 'error-too-many-requests'],
  ['a fault', {}, () => new AppError('error-workspace-unreachable'), 'error-workspace-unreachable'],
];
test.each(afterProbe)('invariant 2: nothing but the probe is sent with %s', async (_name, change, before, code) => {
  const { ports, list, recorded } = listWorld(logins(1));
  list.before = before;
  expect(await failureOf(listSessions({ ...listRequest, ...change }, ports))).toMatchObject({ code });
  expect(list.sent).toHaveLength(1);
  expect(list.sent[0].secondFactor.code).toBeUndefined();
  expect(await recorded()).toEqual([expect.objectContaining({ outcome: expect.objectContaining({ result: code }) })]);
});

test('an incorrect code shows nothing, and is recorded', async () => {
  const { ports, recorded } = listWorld(logins(1));
  const failure = await failureOf(listSessions({ ...listRequest, code: '000000', wanted: ofAlice }, ports));
  expect(failure).toMatchObject({ code: 'totp-invalid' });
  expect(await recorded()).toEqual([
    expect.objectContaining({
      targetId: 'alice-id',
      outcome: expect.objectContaining({ result: 'totp-invalid', workspaceStatus: 400, secondFactor: 'totp' }),
    }),
  ]);
});

test('invariant 5: what cannot be recorded is not shown', async () => {
  const { ports, audit, notes } = listWorld(logins(1));
  audit.refusing = { append: true };
  expect(await failureOf(listSessions(listRequest, ports))).toMatchObject({ code: 'error-audit-unavailable' });
  expect(notes).toEqual([{ event: 'not-recorded', correlationId: 'request-1', result: 'error-audit-unavailable' }]);
});

test('one document is stored', async () => {
  const { ports, audit } = listWorld(logins(250));
  await listSessions(listRequest, ports);
  expect(audit.writes).toEqual(['append']);
});

test('what was read of a list that stopped in the middle is given, with the reason', async () => {
  const { ports, list } = listWorld(logins(1_000));
  list.before = (call, index) => (index > 3 ? replies.tooMany : asksForCode(call));
  await expect(listSessions(listRequest, ports)).resolves.toMatchObject({
    complete: false,
    stoppedBy: 'error-too-many-requests',
    rows: { length: 300 },
  });
});

test('invariant 6: no code or token is recorded', async () => {
  const { ports, recorded, notes } = listWorld(logins(1));
  await listSessions(listRequest, ports);
  await failureOf(listSessions({ ...listRequest, code: '731946' }, ports));
  expect(JSON.stringify([await recorded(), notes])).not.toMatch(/123456|731946|a-token-that-stays-secret/);
});
