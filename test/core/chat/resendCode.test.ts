import { findPending, takePending } from '../../../core/chat/pendingLogout';
import { resendCode } from '../../../core/chat/resendCode';
import { AppError } from '../../../core/shared/errors';
import { caller, challenge, incorrect, waiting } from '../../fakes/chat';
import { settings } from '../../fakes/ports';

const gone = { code: 'error-request-expired' };
type Waiting = Awaited<ReturnType<typeof waiting>>;
const resent = async ({ id, ports }: Waiting, person = caller) =>
  resendCode(await findPending(id, caller, ports), person, ports);
/** A logout that waits for a code that was mailed. */
async function asked(method = 'email'): Promise<Waiting> {
  const server = await waiting([challenge(method)]);
  await server.submit();
  return server;
}

test('another mail is sent as the caller, and the tries begin anew', async () => {
  const server = await waiting([challenge('email'), challenge('email'), incorrect('email')]);
  await server.submit();
  await server.submit('1');
  await expect(resent(server)).resolves.toMatchObject({
    kind: 'code-needed',
    question: { method: 'email', mailed: true, failures: 0 },
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

test('no mail is sent where no mailed code is waited for', async () => {
  const server = await waiting([challenge('totp')]);
  await expect(resent(server)).rejects.toMatchObject(gone);
  await server.submit();
  await expect(resent(server)).rejects.toMatchObject(gone);
  expect(server.sendAgain).not.toHaveBeenCalled();
  await expect(findPending(server.id, caller, server.ports)).resolves.toMatchObject({ question: { method: 'totp' } });
  expect((await server.recorded()).map(({ outcome }) => (outcome as { result: string }).result)).toEqual([
    'error-request-expired',
    'totp-required',
    'error-request-expired',
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
