import { endConnection } from '../../../core/connection/endConnection';
import { caller, chatWorld, connected } from '../../fakes/chat';

test.each([
  ['a caller with an allowed role', caller],
  ['a caller without one', { ...caller, roles: [] }],
  ['a deactivated account', { ...caller, isEnabled: false }],
])('%s takes back what they granted, and it is recorded', async (_name, person) => {
  const server = chatWorld();
  await connected(server);
  await endConnection(person, server.ports);
  expect(await server.ports.connections.find('u1')).toBeUndefined();
  expect(await server.ports.connections.disconnects('u1')).toHaveLength(1);
  expect(await server.recorded()).toEqual([
    expect.objectContaining({ action: 'disconnect', callerId: 'u1', outcome: { result: 'done', durationMs: 0 } }),
  ]);
});

test('a disconnect that could not be stored is not said to be done, nor recorded as such', async () => {
  const server = chatWorld();
  const connections = { ...server.ports.connections, disconnect: jest.fn().mockRejectedValue(new Error('down')) };
  await expect(endConnection(caller, { ...server.ports, connections })).rejects.toThrow();
  expect(await server.recorded()).toEqual([]);
});
