import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { IUIKitResponse, UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { EngineCall } from '../adapters/engineCall';
import { chatPorts } from '../adapters/ports';
import { answerInTime } from '../conversation/answerStep';
import { keepsDialogs } from '../conversation/chat';
import { chatAbout } from '../conversation/chatAbout';
import { failureNotice, openNotice } from '../conversation/failureNotice';
import { advanceLogout } from '../core/chat/advanceLogout';
import { ACTION, BLOCK, codeActionId, pendingIdOf } from '../views/ids';

type Context = UIKitViewSubmitInteractionContext;

/**
 * Until a client has surely seen the answer to its submit. Those before 6.8 close whatever dialog is open then; the
 * submit's trigger still opens another one afterwards, for five seconds.
 */
const AFTER_ANSWER_MS = 500;

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
