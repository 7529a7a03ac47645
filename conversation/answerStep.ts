import { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { withDeadline } from '../adapters/deadline';
import { ChatStep } from '../core/chat/chatStep';
import { StoredPendingLogout } from '../core/chat/pendingLogout';
import { toAppError } from '../core/shared/errors';
import { ACTION, logoutViewId } from '../views/ids';
import { errorText, Message, stepMessage } from '../views/messages';
import { codeModal, noticeModal } from '../views/modals';
import { Chat, sayFailure } from './chat';

/** A client gives up on a click or submit after 5 s, and the way there and back takes some of them. */
const STEP_BUDGET_MS = 3_500;

/**
 * Answers a step in its modal when it is done in time. Otherwise the modal says that the result will follow, the work
 * goes on, and the result comes as a message, with a button where a next step is needed.
 */
export async function answerInTime(
  working: Promise<ChatStep>,
  pending: StoredPendingLogout,
  chat: Chat,
  responder: UIKitInteractionResponder,
): Promise<IUIKitResponse> {
  try {
    const step = await withDeadline(working, STEP_BUDGET_MS);
    if (step) {
      return await answerStep(step, pending.id, chat, responder);
    }
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    chat.note('logout', error.code, pending.correlationId);
    const text = errorText(error, chat.view.t, { request: pending.correlationId });
    return responder.updateModalViewResponse(noticeModal(pending.id, text, chat.view));
  }
  void working.then(
    (late) => tell(late, pending.id, chat),
    (thrown) => sayFailure(thrown, 'logout', chat),
  );
  return responder.updateModalViewResponse(noticeModal(pending.id, chat.view.t('modal:slow'), chat.view));
}

async function answerStep(
  step: ChatStep,
  pendingId: string,
  chat: Chat,
  responder: UIKitInteractionResponder,
): Promise<IUIKitResponse> {
  const viewId = logoutViewId(pendingId);
  switch (step.kind) {
    case 'code-needed':
      return responder.updateModalViewResponse(codeModal(pendingId, step.pending, step.question, chat.view));
    case 'code-incorrect':
      return responder.viewErrorResponse({ viewId, errors: { [ACTION.code]: await incorrectCodeText(step, chat) } });
    case 'input-invalid':
      return responder.viewErrorResponse({ viewId, errors: inputErrors(step, chat) });
    case 'done':
    case 'connect-first':
    case 'failed':
      return (await tell(step, pendingId, chat))
        ? responder.successResponse()
        : responder.updateModalViewResponse(noticeModal(pendingId, messageOf(step, pendingId, chat).text, chat.view));
  }
}

async function incorrectCodeText(
  { question }: Extract<ChatStep, { kind: 'code-incorrect' }>,
  chat: Chat,
): Promise<string> {
  const { t } = chat.view;
  if (question.mailed) {
    return t('modal:code-incorrect-mailed', { address: question.address ?? '…' });
  }
  const limit = question.method === 'email' ? await chat.mailedCodeTries() : undefined;
  return limit !== undefined && limit > question.failures
    ? t('modal:code-incorrect-tries', { tries: String(limit - question.failures) })
    : t('modal:code-incorrect');
}

function inputErrors({ error }: Extract<ChatStep, { kind: 'input-invalid' }>, { view }: Chat): Record<string, string> {
  return error.field === 'reason'
    ? { [ACTION.reason]: errorText(error, view.t) }
    : { [ACTION.code]: view.t('modal:code-incorrect') };
}

/** @returns whether it was told in chat */
async function tell(step: ChatStep, pendingId: string, chat: Chat): Promise<boolean> {
  chat.note('logout', step.kind === 'failed' ? step.error.code : step.kind, step.pending.correlationId);
  return chat.say(messageOf(step, pendingId, chat));
}

function messageOf(step: ChatStep, pendingId: string, chat: Chat): Message {
  return stepMessage(step, pendingId, chat.utcOffset, chat.view.t);
}
