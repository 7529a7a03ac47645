import { beginConnection } from '../core/connection/beginConnection';
import { connectModal } from '../views/modals';
import { Chat } from './chat';

const HOUR_MS = 3_600_000;

/**
 * Leads a person to the workspace's consent page: by a modal, or by the address alone where none can be opened.
 *
 * @param pendingId the logout to go on with afterwards
 * @throws AppError as `beginConnection` does; recorded
 */
export async function openConnect(pendingId: string | undefined, chat: Chat): Promise<void> {
  const { caller, ports, roomId, threadId, triggerId, view } = chat;
  const correlationId = ports.random.id();
  const { url, lifetimeMs } = await beginConnection(caller, { correlationId, roomId, threadId, pendingId }, ports);
  if (triggerId === undefined) {
    await chat.say({ text: view.t('chat:connect-here', { url }) });
  } else {
    await chat.open(connectModal(`connect-${correlationId}`, url, lifetimeMs / HOUR_MS, view), triggerId);
  }
}
