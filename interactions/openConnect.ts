import { Chat } from '../adapters/chat';
import { beginConnection } from '../core/connect';
import { toAppError } from '../core/errors';
import { recordChat } from '../core/recordAttempt';
import { connectModal } from '../views/modals';

/**
 * Leads a person to the workspace's consent page: by a modal, or by the address alone where none can be opened.
 *
 * @param pendingId the logout to go on with afterwards
 * @throws AppError `error-unauthorized`, `error-oauth-client-disabled`, `error-settings-unreadable`; recorded
 */
export async function openConnect(pendingId: string | undefined, chat: Chat): Promise<unknown> {
  const { caller, ports, roomId, threadId, triggerId, view } = chat;
  const correlationId = ports.random.id();
  let begun: { readonly url: string; readonly lifetimeMs: number };
  try {
    begun = await beginConnection(caller, { correlationId, roomId, threadId, pendingId }, ports);
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    await recordChat(caller, { action: 'connect', via: 'command', correlationId }, error.code, ports);
    throw error;
  }
  const { url, lifetimeMs } = begun;
  return triggerId === undefined
    ? chat.say({ text: view.t('chat:connect-here', { url }) })
    : chat.open(connectModal(`connect-${correlationId}`, url, lifetimeMs / 3_600_000, view), triggerId);
}
