import { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { withDeadline } from '../adapters/deadline';
import { ChatStep } from '../core/chat/chatStep';
import { StoredPendingLogout } from '../core/chat/pendingLogout';
import { toAppError } from '../core/shared/errors';
import { errorText, stepMessage } from '../views/messages';
import { logoutModal, noticeModal } from '../views/modals';
import { asCode } from '../views/plain';
import { Chat } from './chat';
import { problemOf } from './problemOf';
import { tell, tellLater } from './tell';

/** A client gives up on a click or submit after 5 s, and the way there and back takes some of them. */
const STEP_BUDGET_MS = 3_500;

/** A click leaves the dialog open in every client; a submit only in those since 6.8. */
export type AnswerTo = 'click' | 'submit';

/**
 * Answers a step in its dialog when it is done in time. Otherwise the dialog says that the result will follow, the work
 * goes on, and the result comes as a message, with a button where a next step is needed.
 */
export async function answerInTime(
  working: Promise<ChatStep>,
  pending: StoredPendingLogout,
  chat: Chat,
  to: AnswerTo,
  responder: UIKitInteractionResponder,
): Promise<IUIKitResponse> {
  const notice = (text: string): IUIKitResponse =>
    responder.updateModalViewResponse(noticeModal(pending.id, text, chat.view));
  try {
    const step = await withDeadline(working, STEP_BUDGET_MS);
    if (step) {
      return await answerStep(step, chat, to, responder, notice);
    }
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    chat.note('logout', error.code, pending.correlationId);
    const text = errorText(error, chat.view.t, { request: pending.correlationId });
    if (to === 'submit' && !(await chat.keepsDialogs())) {
      await chat.say({ text });
    }
    return notice(text);
  }
  tellLater(working, chat);
  if (to === 'submit' && !(await chat.keepsDialogs())) {
    await chat.say({ text: chat.view.t('chat:slow-result', { session: asCode(pending.sessionId) }) });
  }
  return notice(chat.view.t('modal:slow'));
}

async function answerStep(
  step: ChatStep,
  chat: Chat,
  to: AnswerTo,
  responder: UIKitInteractionResponder,
  notice: (text: string) => IUIKitResponse,
): Promise<IUIKitResponse> {
  const { id, turn } = step.pending;
  // What the person has to do next is asked in the dialog that is open, where the client still has it open.
  if (id !== undefined && turn !== undefined && (await staysOpen(step, chat, to))) {
    const question = 'question' in step ? step.question : step.pending.question;
    if (question !== undefined) {
      const problem = await problemOf(step, chat);
      chat.note('logout', step.kind, step.pending.correlationId);
      return responder.updateModalViewResponse(
        logoutModal({ ...step.pending, id, turn }, question, chat.view, { problem }),
      );
    }
  }
  const told = await tell(step, chat);
  // A click leaves the dialog open, and what it asks for leads nowhere now.
  return told && to === 'submit'
    ? responder.successResponse()
    : notice(stepMessage(step, chat.utcOffset, chat.view.t).text);
}

async function staysOpen(step: ChatStep, chat: Chat, to: AnswerTo): Promise<boolean> {
  switch (step.kind) {
    case 'done':
    case 'connect-first':
      return false;
    case 'failed':
      return to === 'click' && step.again;
    case 'code-needed':
    case 'code-missing':
    case 'code-incorrect':
    case 'confirm-needed':
    case 'input-invalid':
      return to === 'click' || chat.keepsDialogs();
  }
}
