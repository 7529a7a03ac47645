import { IUIKitResponse, UIKitViewCloseInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { callerOf } from '../adapters/caller';
import { chatPorts, EngineCall } from '../adapters/chatPorts';
import { toAppError } from '../core/errors';
import { cancelLogout } from '../core/pending';
import { pendingIdOf } from '../views/ids';

/** A modal that a person closed: what it was about is cancelled. */
export async function viewClosed(context: UIKitViewCloseInteractionContext, call: EngineCall): Promise<IUIKitResponse> {
  const { user, view } = context.getInteractionData();
  const pendingId = pendingIdOf(view.id);
  if (pendingId !== undefined) {
    const ports = chatPorts(call);
    try {
      await cancelLogout(pendingId, callerOf(user), ports);
    } catch (thrown) {
      // Nobody is there any more to be told; what was not cancelled ends by itself.
      const { code } = toAppError(thrown, 'error-internal');
      ports.log.note({ event: 'cancel', correlationId: ports.random.id(), result: code });
    }
  }
  return { success: true };
}
