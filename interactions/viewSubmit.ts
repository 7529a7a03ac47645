import { IUIKitResponse, UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { EngineCall } from '../adapters/chatPorts';
import { operatorLog } from '../adapters/engineLog';
import { secureRandom } from '../adapters/system';
import { advanceLogout } from '../core/chatLogout';
import { toAppError } from '../core/errors';
import { ACTION, BLOCK, pendingIdOf } from '../views/ids';
import { errorText } from '../views/messages';
import { noticeModal } from '../views/modals';
import { languageOf } from '../views/texts/languages';
import { answerInTime } from './answerStep';
import { chatOfPending } from './chatOfPending';

/**
 * A submitted step of a logout. What comes from the client is only which one it was, and what was typed. Whatever fails
 * before the step is under way is said in the modal.
 */
export async function viewSubmit(
  context: UIKitViewSubmitInteractionContext,
  call: EngineCall,
): Promise<IUIKitResponse> {
  const { user, view } = context.getInteractionData();
  const pendingId = pendingIdOf(view.id);
  if (pendingId === undefined) {
    return context.getInteractionResponder().successResponse();
  }
  try {
    return await submitStep(pendingId, context, call);
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    const correlationId = secureRandom.id();
    operatorLog(call.logger).note({ event: 'submit', correlationId, result: error.code });
    const { t } = languageOf(user.settings?.preferences?.language);
    const text = errorText(error, t, { request: correlationId });
    const notice = noticeModal(pendingId, text, { appId: call.app.getID(), t });
    return context.getInteractionResponder().updateModalViewResponse(notice);
  }
}

async function submitStep(
  pendingId: string,
  context: UIKitViewSubmitInteractionContext,
  call: EngineCall,
): Promise<IUIKitResponse> {
  const { user, view } = context.getInteractionData();
  const responder = context.getInteractionResponder();
  const { chat, pending } = await chatOfPending(pendingId, user, {}, call);
  const code = typedIn(view.state, BLOCK.code, ACTION.code);
  if (pending?.challenge && !code?.trim()) {
    return responder.viewErrorResponse({ viewId: view.id, errors: { [ACTION.code]: chat.view.t('modal:code-empty') } });
  }
  const typed = { code, reason: typedIn(view.state, BLOCK.reason, ACTION.reason) };
  return answerInTime(advanceLogout(pendingId, chat.caller, typed, chat.ports), pendingId, chat, responder);
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
