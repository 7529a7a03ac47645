import { IUIKitResponse, UIKitViewCloseInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { callerOf } from '../adapters/caller';
import { EngineCall } from '../adapters/engineCall';
import { operatorLog } from '../adapters/engineLog';
import { chatPorts } from '../adapters/ports';
import { secureRandom } from '../adapters/system';
import { cancelLogout } from '../core/chat/pendingLogout';
import { toAppError } from '../core/shared/errors';
import { pendingIdOf } from '../views/ids';

/** A modal that a person closed: what it was about is cancelled. */
export async function viewClosed(context: UIKitViewCloseInteractionContext, call: EngineCall): Promise<IUIKitResponse> {
  try {
    const { user, view } = context.getInteractionData();
    // A notice has nothing to submit: closing it cancels nothing, and what it announced may still need an answer.
    const pendingId = view.submit ? pendingIdOf(view.id) : undefined;
    if (pendingId !== undefined) {
      await cancelLogout(pendingId, callerOf(user), chatPorts(call));
    }
  } catch (thrown) {
    // Nobody is there any more to be told; what was not cancelled ends by itself.
    const { code } = toAppError(thrown, 'error-internal');
    operatorLog(call.logger).note({ event: 'cancel', correlationId: secureRandom.id(), result: code });
  }
  return { success: true };
}
