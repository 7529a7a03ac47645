import { recordAttempt, RecordPorts } from '../audit/recordAttempt';
import { Caller } from '../caller/caller';
import { ConnectionStore } from './connection';

/**
 * Ends what a person granted to the app: their connections, open links to connect, and callbacks under way. Needs no
 * role: everybody may take back what they granted.
 */
export async function endConnection(
  caller: Caller,
  ports: RecordPorts & { readonly connections: Pick<ConnectionStore, 'disconnect'> },
): Promise<void> {
  await ports.connections.disconnect(caller.id);
  const request = { action: 'disconnect', via: 'command', correlationId: ports.random.id() } as const;
  await recordAttempt(caller, request, 'done', ports);
}
