import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { IUIKitResponse, UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { EngineCall } from '../adapters/engineCall';
import { chatPorts } from '../adapters/ports';
import { answerInTime } from '../conversation/answerStep';
import { keepsDialogs } from '../conversation/chat';
import { chatAbout } from '../conversation/chatAbout';
import { failureNotice, openNotice } from '../conversation/failureNotice';
import { AFTER_ANSWER_MS } from '../conversation/openLater';
import { counting } from '../conversation/progress';
import { advanceLogout } from '../core/chat/advanceLogout';
import { endsMany } from '../core/chat/pendingLogout';
import { withTyped } from '../core/chat/typed';
import { pendingIdOf } from '../views/ids';
import { typedIn } from './typedIn';

type Context = UIKitViewSubmitInteractionContext;

/**
 * A submitted step of a logout. What comes from the client is only which one it was, and what was typed. Whatever fails
 * before the step is under way is said in the dialog, or in one that opens in its place.
 */
export async function viewSubmit(context: Context, call: EngineCall): Promise<IUIKitResponse> {
  const responder = context.getInteractionResponder();
  let user: IUser | undefined;
  let triggerId: string | undefined;
  let pendingId: string | undefined;
  try {
    const { view, ...data } = context.getInteractionData();
    ({ user, triggerId } = data);
    pendingId = pendingIdOf(view.id);
    return pendingId === undefined ? responder.successResponse() : await submitStep(pendingId, context, call);
  } catch (thrown) {
    const notice = failureNotice(thrown, 'submit', pendingId, user, call);
    if (pendingId === undefined) {
      return responder.successResponse();
    }
    if (await keepsDialogs(chatPorts(call))) {
      return responder.updateModalViewResponse(notice);
    }
    setTimeout(() => void openNotice(notice, 'submit', user, triggerId, call), AFTER_ANSWER_MS);
    return responder.successResponse();
  }
}

async function submitStep(pendingId: string, context: Context, call: EngineCall): Promise<IUIKitResponse> {
  const { user, view, triggerId } = context.getInteractionData();
  const responder = context.getInteractionResponder();
  const { chat, pending } = await chatAbout(pendingId, user, triggerId, call);
  const typed = typedIn(view.state, pending);
  const { ports, ended } = counting(chat.ports);
  const working = advanceLogout(pending, chat.caller, typed, ports);
  const many = endsMany(withTyped(pending, typed));
  return answerInTime(working, pending, chat, 'submit', responder, many ? ended : undefined);
}
