import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { callerOf } from '../adapters/caller';
import { EngineCall } from '../adapters/engineCall';
import { findRoom } from '../adapters/lookup';
import { chatPorts } from '../adapters/ports';
import { findPending, StoredPendingLogout } from '../core/chat/pendingLogout';
import { Chat, chatWith } from './chat';

/**
 * The chat with a person about their pending logout, in the room where it began: the room that an interaction brings is
 * the client's word, and on some servers not even that.
 *
 * @throws AppError `error-request-foreign`, `error-request-expired`; recorded
 */
export async function chatAbout(
  pendingId: string,
  user: IUser,
  triggerId: string | undefined,
  call: EngineCall,
): Promise<{ readonly chat: Chat; readonly pending: StoredPendingLogout }> {
  const ports = chatPorts(call);
  const pending = await findPending(pendingId, callerOf(user), ports);
  const room = await findRoom(call.read, pending.roomId);
  return { chat: await chatWith(user, { room, threadId: pending.threadId, triggerId }, call, ports), pending };
}
