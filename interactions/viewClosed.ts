import { IUIKitResponse, UIKitViewCloseInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { callerOf } from '../adapters/caller';
import { chatPorts, EngineCall } from '../adapters/chatPorts';
import { cancelLogout } from '../core/pending';
import { pendingIdOf } from '../views/ids';

/** A modal that a person closed: what it was about is cancelled. */
export async function viewClosed(context: UIKitViewCloseInteractionContext, call: EngineCall): Promise<IUIKitResponse> {
  const { user, view } = context.getInteractionData();
  const pendingId = pendingIdOf(view.id);
  if (pendingId !== undefined) {
    await cancelLogout(pendingId, callerOf(user), chatPorts(call));
  }
  return { success: true };
}
