import { IUIKitResponse, UIKitViewSubmitInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { EngineCall } from '../adapters/chatPorts';
import { advanceLogout } from '../core/chatLogout';
import { ACTION, BLOCK, pendingIdOf } from '../views/ids';
import { answerInTime } from './answerStep';
import { chatOfPending } from './chatOfPending';

/** A submitted step of a logout. What comes from the client is only which one it was, and what was typed. */
export async function viewSubmit(
  context: UIKitViewSubmitInteractionContext,
  call: EngineCall,
): Promise<IUIKitResponse> {
  const { user, view } = context.getInteractionData();
  const responder = context.getInteractionResponder();
  const pendingId = pendingIdOf(view.id);
  if (pendingId === undefined) {
    return responder.successResponse();
  }
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
