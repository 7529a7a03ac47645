import { lockOut } from '../../../core/logout/lockOut';
import { NOW, request, world } from '../../fakes/ports';

const UNTIL = NOW + 900_000;
const about = { action: 'logout-many', via: 'modal', correlationId: 'request-1' } as const;

test('a lockout is recorded by itself, those who have to know are told, and the connection is removed', async () => {
  const { ports, recorded, alarms, disconnect } = world([]);
  await lockOut(request.caller, about, UNTIL, ports);
  expect(await recorded()).toEqual([
    expect.objectContaining({
      action: 'lockout',
      via: 'modal',
      correlationId: 'request-1',
      callerId: 'u1',
      callerUsername: 'admin',
      outcome: expect.objectContaining({ result: 'done' }),
    }),
  ]);
  expect(alarms.lockedOut.mock.calls).toEqual([[{ callerId: 'u1', callerUsername: 'admin', until: UNTIL }]]);
  expect(disconnect.mock.calls).toEqual([['u1']]);
});

test('whatever of it fails, the rest is done, and nothing is thrown', async () => {
  const { ports, audit, alarms, disconnect, notes } = world([]);
  audit.refusing.append = true;
  alarms.lockedOut.mockRejectedValueOnce(new Error('no room'));
  disconnect.mockRejectedValueOnce(new Error('the store is down'));
  await lockOut(request.caller, about, UNTIL, ports);
  expect(alarms.lockedOut).toHaveBeenCalled();
  expect(disconnect).toHaveBeenCalled();
  expect(notes).toEqual([
    expect.objectContaining({ event: 'lockout', result: 'connection-not-removed' }),
    expect.objectContaining({ event: 'not-recorded', result: 'done' }),
  ]);
});
