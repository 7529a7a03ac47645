import { IUIKitResponse, UIKitActionButtonInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { callerOf } from '../adapters/caller';
import { EngineCall } from '../adapters/engineCall';
import { findRoom } from '../adapters/lookup';
import { chatPorts } from '../adapters/ports';
import { chatWith } from '../conversation/chat';
import { failureNotice, openNotice } from '../conversation/failureNotice';
import { openStep } from '../conversation/openStep';
import { beginLogout } from '../core/chat/beginLogout';
import { personWithId } from '../core/chat/namePerson';
import { PendingSearch } from '../core/chat/pendingLogout';
import { ACTION } from '../views/ids';

/**
 * "Log out sessions…" in the menu of a message: begins a search for its author's sessions.
 *
 * Clients alone hide the entry from people whom it is not meant for, and a server runs this for anybody, with a message
 * that they may not even see. So the author's ID is all that is taken from it, and everything is checked as for a
 * command; what is said goes to the person who asked, and to nobody else.
 */
export async function actionButton(
  context: UIKitActionButtonInteractionContext,
  call: EngineCall,
): Promise<IUIKitResponse> {
  let user: IUser | undefined;
  let triggerId: string | undefined;
  try {
    const data = context.getInteractionData();
    ({ user, triggerId } = data);
    if (data.actionId === ACTION.messageMenu) {
      await begin(data, call);
    }
  } catch (thrown) {
    await openNotice(failureNotice(thrown, 'menu', undefined, user, call), 'menu', user, triggerId, call);
  }
  return { success: true };
}

async function begin(
  { user, triggerId, message }: ReturnType<UIKitActionButtonInteractionContext['getInteractionData']>,
  call: EngineCall,
): Promise<void> {
  const ports = chatPorts(call);
  const correlationId = ports.random.id();
  const person = await personWithId(message?.sender?.id, callerOf(user), correlationId, ports);
  const room = await findRoom(call.read, message?.room?.id);
  const chat = await chatWith(user, { room, threadId: message?.threadId, triggerId }, call, ports);
  const { caller, roomId, threadId, utcOffset } = chat;
  const pending: PendingSearch = {
    search: { form: false, person, what: 'choose', utcOffset },
    roomId,
    threadId,
    correlationId,
  };
  await openStep(beginLogout(caller, pending, ports), pending, chat);
}
