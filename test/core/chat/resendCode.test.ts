import { findPending, takePending } from '../../../core/chat/pendingLogout';
import { resendCode } from '../../../core/chat/resendCode';
import { AppError } from '../../../core/shared/errors';
import { caller, challenge, incorrect, unasked, waiting } from '../../fakes/chat';
import { replies, settings } from '../../fakes/ports';

const gone = { code: 'error-request-expired' };
type Waiting = Awaited<ReturnType<typeof waiting>>;
const resent = async ({ id, ports }: Waiting, person = caller) =>
  resendCode(await findPending(id, caller, ports), person, ports);
/** A logout that waits for a code that was mailed. */
const asked = (): Promise<Waiting> => waiting([challenge('email')]);

test('another mail is sent as the caller, and the tries begin anew', async () => {
  const server = await waiting([challenge('email'), challenge('email'), incorrect('email')]);
  await server.submit('1');
  await expect(resent(server)).resolves.toMatchObject({
    kind: 'code-needed',
    question: { method: 'email', mailed: true, failures: 0 },
    pending: { id: server.id, turn: 3 },
  });
  expect(server.sendAgain.mock.calls).toEqual([
    [
      { kind: 'access-token', accessToken: 'access-1' },
      'admin',
      { workspaceUrl: settings.workspaceUrl, timeoutMs: settings.timeoutMs },
    ],
  ]);
  await expect(findPending(server.id, caller, server.ports)).resolves.toMatchObject({ question: { failures: 0 } });
});

test('a mail that cannot be sent leaves the logout where it is, and is recorded', async () => {
  const server = await asked();
  server.sendAgain.mockRejectedValueOnce(new AppError('error-workspace-unreachable'));
  await expect(resent(server)).resolves.toMatchObject({ kind: 'failed', again: true });
  await expect(findPending(server.id, caller, server.ports)).resolves.toMatchObject({ question: { method: 'email' } });
  expect((await server.recorded()).slice(1)).toEqual([
    expect.objectContaining({ outcome: { result: 'error-workspace-unreachable', durationMs: 0 } }),
  ]);
});

const others: Array<[string, () => Promise<Pick<Waiting, 'id' | 'ports' | 'sendAgain' | 'recorded'>>]> = [
  ['an authenticator’s code', () => waiting([challenge('totp')])],
  ['a yes', () => waiting([replies.notFound], { withoutChallenge: 'allow' })],
  ['a question of the workspace', () => unasked()],
];
test.each(others)('no mail is sent where it waits for %s: recorded, left where it is', async (_name, begin) => {
  const server = await begin();
  const before = (await server.recorded()).length;
  const found = await findPending(server.id, caller, server.ports);
  await expect(resendCode(found, caller, server.ports)).rejects.toMatchObject(gone);
  expect(server.sendAgain).not.toHaveBeenCalled();
  await expect(findPending(server.id, caller, server.ports)).resolves.toEqual(found);
  expect((await server.recorded()).slice(before)).toEqual([
    expect.objectContaining({ callerId: 'u1', outcome: { result: 'error-request-expired', durationMs: 0 } }),
  ]);
});

test('no mail is sent for what somebody used up since', async () => {
  const server = await asked();
  const found = await findPending(server.id, caller, server.ports);
  await takePending(found, caller, server.ports);
  await expect(resendCode(found, caller, server.ports)).rejects.toMatchObject(gone);
  expect(server.sendAgain).not.toHaveBeenCalled();
});

test('clicked twice at the same time one mail is sent', async () => {
  const server = await asked();
  await Promise.allSettled([resent(server), resent(server)]);
  expect(server.sendAgain).toHaveBeenCalledTimes(1);
});

test.each([
  ['without an allowed role', { ...caller, roles: ['user'] }, 'error-unauthorized'],
  ['with a deactivated account', { ...caller, isEnabled: false }, 'error-account-deactivated'],
])('no mail is sent for a person %s: recorded, and over', async (_name, person, code) => {
  const server = await asked();
  await expect(resent(server, person)).resolves.toMatchObject({ kind: 'failed', error: { code }, again: false });
  expect(server.sendAgain).not.toHaveBeenCalled();
  expect((await server.recorded()).slice(1)).toEqual([
    expect.objectContaining({ callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
  ]);
  expect(await server.ports.pendingLogouts.peek(server.id)).toBeUndefined();
  expect((await server.ports.connections.find('u1')) === undefined).toBe(!person.isEnabled);
});

test('no mail is asked for when too little is left of the call', async () => {
  const server = await asked();
  server.spend(26_000);
  await expect(resent(server)).resolves.toMatchObject({ error: { code: 'error-workspace-timeout' }, again: true });
  expect(server.sendAgain).not.toHaveBeenCalled();
});

test('a token that the workspace no longer accepts is removed, and one connects again', async () => {
  const server = await asked();
  server.sendAgain.mockRejectedValueOnce(new AppError('error-not-logged-in', 401));
  await expect(resent(server)).resolves.toMatchObject({ kind: 'connect-first', ended: true });
  expect(await server.ports.connections.find('u1')).toBeUndefined();
});
