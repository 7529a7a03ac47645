import { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { withDeadline } from '../adapters/deadline';
import { ChatStep, waitingOf } from '../core/chat/chatStep';
import { StoredPendingLogout } from '../core/chat/pendingLogout';
import { toAppError } from '../core/shared/errors';
import { dialogOf } from '../views/dialogs';
import { errorText, slowText, stepMessage } from '../views/messages';
import { Modal, noticeModal } from '../views/modals';
import { recordModal } from '../views/recordModal';
import { Chat } from './chat';
import { openLater } from './openLater';
import { problemOf } from './problemOf';
import { sayProgress } from './progress';
import { tell, tellLater } from './tell';

/** A client gives up on a click or submit after 5 s, and the way there and back takes some of them. */
const STEP_BUDGET_MS = 3_500;

/** A click leaves the dialog open in every client; a submit only in those since 6.8. */
export type AnswerTo = 'click' | 'submit';

/**
 * Answers a step in its dialog when it is done in time. Otherwise the dialog says that the result will follow, the work
 * goes on, and the result comes as a message, with a button where a next step is needed.
 *
 * @param ended present where sessions are ended one after the other: how many by now; a message says it from time to time
 */
export async function answerInTime(
  working: Promise<ChatStep>,
  pending: StoredPendingLogout,
  chat: Chat,
  to: AnswerTo,
  responder: UIKitInteractionResponder,
  ended?: () => number,
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
    const text = errorText(error, chat.view.t, { request: pending.correlationId }, chat.utcOffset);
    if (to === 'submit' && !(await chat.keepsDialogs())) {
      await chat.say({ text });
    }
    return notice(text);
  }
  tellLater(working, chat);
  if (ended) {
    void sayProgress(working, pending, ended, chat);
  } else if (to === 'submit' && !(await chat.keepsDialogs())) {
    await chat.say({ text: slowText(pending, 'slow-result', chat.view.t) });
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
  const waiting = waitingOf(step);
  if (step.kind === 'record-page' && waiting !== undefined && 'reading' in waiting) {
    return showNext(step, recordModal(waiting, chat.reader(), chat.view), chat, to, responder);
  }
  const question = 'question' in step ? step.question : waiting?.question;
  // What the person has to do next is asked in the dialog that is open, where the client still has it open.
  if (waiting !== undefined && question !== undefined && leadsOn(step, to)) {
    const dialog = async () =>
      dialogOf(waiting, question, chat.reader(), chat.view, { problem: await problemOf(step, chat) });
    if ('choice' in waiting) {
      return showNext(step, await dialog(), chat, to, responder);
    }
    if (to === 'click' || (await chat.keepsDialogs())) {
      chat.note('logout', step.kind, step.pending.correlationId);
      return responder.updateModalViewResponse(await dialog());
    }
  }
  const told = await tell(step, chat);
  // A click leaves the dialog open, and what it asks for leads nowhere now.
  return told && to === 'submit'
    ? responder.successResponse()
    : notice(stepMessage(step, chat.utcOffset, chat.view.t).text);
}

/**
 * Shows the dialog of what was found past what the handler returns, since engines log that, and a list of devices and
 * addresses, or of what people did, has no place in a log. After a submit it opens when the answer has closed the one before, which works in
 * every client; a button in the message opens it as well, should the trigger be too old.
 */
async function showNext(
  step: ChatStep,
  dialog: Modal,
  chat: Chat,
  to: AnswerTo,
  responder: UIKitInteractionResponder,
): Promise<IUIKitResponse> {
  if (to === 'click' && chat.triggerId !== undefined) {
    chat.note('logout', step.kind, step.pending.correlationId);
    await chat.update(dialog, chat.triggerId);
  } else {
    await tell(step, chat);
    openLater(dialog, chat);
  }
  return responder.successResponse();
}

/** Whether a step needs another one that a dialog asks for. */
function leadsOn(step: ChatStep, to: AnswerTo): boolean {
  switch (step.kind) {
    case 'done':
    case 'none-found':
    case 'batch-over':
    case 'unlocked':
    case 'connect-first':
      return false;
    case 'failed':
      return to === 'click' && step.again;
    case 'found':
    case 'record-page':
    case 'person-unknown':
    case 'code-needed':
    case 'code-missing':
    case 'code-incorrect':
    case 'confirm-needed':
    case 'input-invalid':
      return true;
  }
}
