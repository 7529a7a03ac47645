import { newPending, StoredPendingLogout } from '../../../core/chat/pendingLogout';
import { resumeLogout } from '../../../core/chat/resumeLogout';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld } from '../../fakes/chat';

test.each([
  [false, 'error-password-not-in-chat'],
  [true, undefined],
])('a password is asked for again only where it would be accepted: %s', async (passwordInChat, code) => {
  const { ports, sent, recorded } = chatWorld([], { passwordInChat });
  const question = { method: 'password', mailed: false, failures: 1 } as const;
  const logout = { sessionId: 'aLiveSession', roomId: 'GENERAL', correlationId: 'request-1', question };
  const pending: StoredPendingLogout = newPending(logout, caller, ports);
  const refused = await resumeLogout(pending, caller, ports).catch((error: AppError) => error.code);

  expect(refused).toBe(code);
  expect(sent).toEqual([]);
  expect((await recorded()).map(({ outcome }) => outcome)).toEqual(
    code === undefined ? [] : [{ result: code, durationMs: 0 }],
  );
});
