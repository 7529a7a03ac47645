import { lockedUntil } from '../../../core/brake/lockout';
import { LiftRequest, liftLockout, requireSomebodyElse } from '../../../core/oversight/liftLockout';
import { alice, caller, chatWorld, ChatWorld } from '../../fakes/chat';
import { AppError } from '../../../core/shared/errors';
import { failureOf, request as logoutRequest } from '../../fakes/ports';
import { NO_SUCH_TOKEN, RIGHT_CODE, tokensOf } from '../../fakes/tokens';

const request: LiftRequest = {
  caller,
  credential: logoutRequest.credential,
  code: RIGHT_CODE,
  method: 'totp',
  via: 'modal',
  correlationId: 'request-1',
  person: alice,
  reason: 'new phone',
};

/** Alice sent this many incorrect codes. */
async function worldWith(codes: number, changed: Parameters<typeof chatWorld>[1] = {}): Promise<ChatWorld> {
  const server = chatWorld([], changed);
  for (let index = 0; index < codes; index++) {
    const attempt = { id: `a${index}`, callerId: alice.id, at: server.ports.clock.now() };
    await server.ports.codeAttempts.begin(attempt);
    await server.ports.codeAttempts.end(attempt, 'incorrect');
  }
  return server;
}

async function isLockedOut({ ports }: ChatWorld): Promise<boolean> {
  return lockedUntil(await ports.codeAttempts.of(alice.id), ports.clock.now()) !== undefined;
}

test('somebody who was locked out is let in again, and that is recorded', async () => {
  const server = await worldWith(5);
  expect(await isLockedOut(server)).toBe(true);
  await expect(liftLockout(request, server.ports)).resolves.toEqual({ wasLockedOut: true });
  expect(await server.ports.codeAttempts.of(alice.id)).toEqual({ open: [], incorrect: [] });
  expect(await server.recorded()).toEqual([
    expect.objectContaining({
      action: 'unlock',
      via: 'modal',
      callerUsername: 'admin',
      targetId: alice.id,
      targetUsername: 'alice',
      reason: 'new phone',
      outcome: expect.objectContaining({ result: 'done', secondFactor: 'totp' }),
    }),
  ]);
});

test('the incorrect codes of somebody who is not locked out are forgotten all the same', async () => {
  const server = await worldWith(3);
  await expect(liftLockout(request, server.ports)).resolves.toEqual({ wasLockedOut: false });
  expect((await server.ports.codeAttempts.of(alice.id)).incorrect).toEqual([]);
});

test('the intent is stored before the code is verified, and nothing is forgotten before that', async () => {
  const server = await worldWith(5);
  server.audit.refusing.append = true;
  expect(await failureOf(liftLockout(request, server.ports))).toMatchObject({ code: 'error-audit-unavailable' });
  expect(await isLockedOut(server)).toBe(true);
});

const withoutCode: LiftRequest = { ...request, code: undefined };
const stranger = { ...caller, roles: ['user'] };
test.each([
  ['without a role', { ...request, caller: stranger }, 'error-unauthorized', 0],
  ['deactivated', { ...request, caller: { ...caller, isEnabled: false } }, 'error-account-deactivated', 0],
  ['for oneself', { ...request, person: caller }, 'invalid-params', 0],
  ['with a hidden character in the reason', { ...request, reason: 'a\u202Eb' }, 'invalid-params', 0],
  ['without a code', withoutCode, 'totp-required', 1],
  ['with an incorrect code', { ...request, code: '000000' }, 'totp-invalid', 2],
])('%s nobody is let in, and it is recorded', async (_name, asked, code, calls) => {
  const server = await worldWith(5);
  expect(await failureOf(liftLockout(asked, server.ports))).toMatchObject({ code });
  expect(server.tokens.sent).toHaveLength(calls);
  expect(await isLockedOut(server)).toBe(true);
  expect(await server.recorded()).toEqual([
    expect.objectContaining({ action: 'unlock', outcome: expect.objectContaining({ result: code }) }),
  ]);
});

test('somebody who is locked out lets nobody in', async () => {
  const server = await worldWith(5);
  const locked = { ...alice, roles: ['admin'] };
  const failure = await failureOf(liftLockout({ ...request, caller: locked, person: caller }, server.ports));
  expect(failure).toMatchObject({ code: 'error-locked-out' });
  expect(server.tokens.sent).toEqual([]);
});

test.each([
  ['refuse', 'error-2fa-not-enforced', true],
  ['allow', { wasLockedOut: true }, false],
] as const)('where no code is asked for, the setting decides: %s', async (withoutChallenge, expected, locked) => {
  const server = await worldWith(5, { withoutChallenge });
  const ports = { ...server.ports, tokens: tokensOf(() => NO_SUCH_TOKEN) };
  const result = await liftLockout(withoutCode, ports).catch((error: AppError) => error.code);
  expect(result).toEqual(expected);
  expect(await isLockedOut(server)).toBe(locked);
});

test('what cannot be forgotten is said not to be', async () => {
  const server = await worldWith(5);
  const clear = async () => Promise.reject(new Error('the store is down'));
  const ports = { ...server.ports, codeAttempts: { ...server.ports.codeAttempts, clear } };
  expect(await failureOf(liftLockout(request, ports))).toMatchObject({ code: 'error-audit-unavailable' });
});

test('somebody else is anybody with another ID', () => {
  expect(() => requireSomebodyElse(alice, caller)).not.toThrow();
  expect(() => requireSomebodyElse({ id: caller.id }, caller)).toThrow('invalid-params');
});
