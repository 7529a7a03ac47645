import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { IUIKitResponse, UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { EngineCall } from '../adapters/engineCall';
import { answerInTime } from '../conversation/answerStep';
import { chatAbout } from '../conversation/chatAbout';
import { failureNotice } from '../conversation/failureNotice';
import { advanceLogout } from '../core/chat/advanceLogout';
import { ACTION, BLOCK, codeActionId, pendingIdOf } from '../views/ids';

type Context = UIKitViewSubmitInteractionContext;

/**
 * A submitted step of a logout. What comes from the client is only which one it was, and what was typed. Whatever fails
 * before the step is under way is said in the modal.
 */
export async function viewSubmit(context: Context, call: EngineCall): Promise<IUIKitResponse> {
  const responder = context.getInteractionResponder();
  let user: IUser | undefined;
  let pendingId: string | undefined;
  try {
    const { user: submitter, view } = context.getInteractionData();
    user = submitter;
    pendingId = pendingIdOf(view.id);
    return pendingId === undefined ? responder.successResponse() : await submitStep(pendingId, context, call);
  } catch (thrown) {
    const notice = failureNotice(thrown, 'submit', pendingId, user, call);
    return pendingId === undefined ? responder.successResponse() : responder.updateModalViewResponse(notice);
  }
}

async function submitStep(pendingId: string, context: Context, call: EngineCall): Promise<IUIKitResponse> {
  const { user, view } = context.getInteractionData();
  const responder = context.getInteractionResponder();
  const { chat, pending } = await chatAbout(pendingId, user, undefined, call);
  const typed = {
    code: typedIn(view.state, BLOCK.code, codeActionId(pending.turn)),
    reason: typedIn(view.state, BLOCK.reason, ACTION.reason),
  };
  return answerInTime(advanceLogout(pending, chat.caller, typed, chat.ports), pending, chat, 'submit', responder);
}

/** What was typed into a field; the state comes from a client, so it may be anything. */
function typedIn(state: unknown, blockId: string, actionId: string): string | undefined {
  const block = isRecord(state) ? state[blockId] : undefined;
  const value = isRecord(block) ? block[actionId] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
