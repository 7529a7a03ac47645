import { stepOf } from '../../../core/chat/stepOf';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld, connected, pending } from '../../fakes/chat';

test('invariant 6: whatever is thrown becomes a step that says no more than a code', async () => {
  const server = chatWorld();
  await connected(server);
  const taken = await stepOf(pending, caller, server.ports, () => Promise.reject(new Error('token-1')));
  expect(taken).toMatchObject({ kind: 'failed', error: { code: 'error-internal' }, again: false });
  expect(JSON.stringify(taken)).not.toContain('token-1');
  expect(await server.ports.connections.find('u1')).toMatchObject({ accessToken: 'access-1' });
});

test('a token that the workspace no longer accepts is not kept', async () => {
  const server = chatWorld();
  await connected(server);
  const lost = new AppError('error-not-logged-in', 401);
  expect(await stepOf(pending, caller, server.ports, () => Promise.reject(lost))).toMatchObject({
    kind: 'connect-first',
    ended: true,
  });
  expect(await server.ports.connections.find('u1')).toBeUndefined();
});
