import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { Chat, chatWith, Place } from '../adapters/chat';
import { chatPorts, EngineCall } from '../adapters/chatPorts';
import { StoredPending } from '../core/pending';

/**
 * The chat with a person about a pending logout, in the room where it began.
 *
 * @param here where the person is now: used when the pending logout is gone or not theirs
 */
export async function chatOfPending(
  pendingId: string,
  user: IUser,
  here: Place,
  call: EngineCall,
): Promise<{ readonly chat: Chat; readonly pending?: StoredPending }> {
  const found = await chatPorts(call).pendings.peek(pendingId);
  const pending = found?.ownerId === user.id ? found : undefined;
  const room = pending && (await call.read.getRoomReader().getById(pending.roomId));
  const place = { ...here, room: room ?? here.room, threadId: pending?.threadId };
  return { chat: await chatWith(user, place, call), pending };
}
