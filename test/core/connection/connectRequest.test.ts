import { createHash } from 'crypto';
import { hashOfState, recordConnect, StoredConnectRequest } from '../../../core/connection/connectRequest';
import { AppError, WrongAccountError } from '../../../core/shared/errors';
import { chatWorld } from '../../fakes/chat';
import { NOW } from '../../fakes/ports';

const request: StoredConnectRequest = {
  ownerId: 'u1',
  username: 'admin',
  roles: ['admin'],
  correlationId: 'request-1',
  roomId: 'GENERAL',
  disconnects: [],
  expiresAt: NOW,
  turn: 0,
};

test('a state is stored as its SHA-256 digest', () => {
  expect(hashOfState('a-state')).toBe(createHash('sha256').update('a-state').digest('hex'));
});

test.each([
  ['done', undefined, 'done', {}],
  ['a failure', new AppError('error-connect-failed', 503), 'error-connect-failed', {}],
  [
    'the wrong account, with both people',
    new WrongAccountError({ id: 'u2', username: 'pat' }),
    'error-connect-wrong-account',
    { otherAccountId: 'u2', otherAccountUsername: 'pat' },
  ],
])('it is recorded how a link ended: %s', async (_name, error, result, other) => {
  const { ports, recorded } = chatWorld();
  await recordConnect(request, error, ports);
  expect(await recorded()).toEqual([
    expect.objectContaining({
      action: 'connect',
      via: 'browser',
      callerId: 'u1',
      callerUsername: 'admin',
      callerRoles: ['admin'],
      correlationId: 'request-1',
      otherAccountId: undefined,
      otherAccountUsername: undefined,
      ...other,
      outcome: { result, durationMs: 0 },
    }),
  ]);
});
