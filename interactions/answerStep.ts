import { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { Chat } from '../adapters/chat';
import { withDeadline } from '../adapters/deadline';
import { ChatStep } from '../core/chatLogout';
import { toAppError } from '../core/errors';
import { ACTION, logoutViewId } from '../views/ids';
import { errorText, Message, stepMessage } from '../views/messages';
import { codeModal, noticeModal } from '../views/modals';

/** A client gives up on a click or submit after 5 s, and the way there and back takes some of them. */
const STEP_BUDGET_MS = 3_500;

/**
 * Answers a step in its modal when it is done in time. Else the modal says that the result will follow, the work goes
 * on, and the result comes as a message, with a button where a next step is needed.
 */
export async function answerInTime(
  working: Promise<ChatStep>,
  pendingId: string,
  chat: Chat,
  responder: UIKitInteractionResponder,
): Promise<IUIKitResponse> {
  const running = working.catch(
    (thrown): ChatStep => ({ kind: 'failed', error: toAppError(thrown, 'error-internal'), again: false }),
  );
  const step = await withDeadline(running, STEP_BUDGET_MS);
  if (step) {
    return answerStep(step, pendingId, chat, responder);
  }
  void running.then((late) => tell(late, pendingId, chat));
  return responder.updateModalViewResponse(noticeModal(pendingId, chat.view.t('modal:slow'), chat.view));
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
      return responder.updateModalViewResponse(codeModal(pendingId, step.pending, step.challenge, chat.view));
    case 'code-wrong':
      return responder.viewErrorResponse({ viewId, errors: { [ACTION.code]: await wrongCodeText(step, chat) } });
    case 'input-wrong':
      return responder.viewErrorResponse({ viewId, errors: inputErrors(step, chat) });
    case 'done':
    case 'connect-first':
    case 'failed':
      return (await tell(step, pendingId, chat))
        ? responder.successResponse()
        : responder.updateModalViewResponse(noticeModal(pendingId, messageOf(step, pendingId, chat).text, chat.view));
  }
}

async function wrongCodeText({ challenge }: Extract<ChatStep, { kind: 'code-wrong' }>, chat: Chat): Promise<string> {
  const { t } = chat.view;
  if (challenge.mailed) {
    return t('modal:code-wrong-mailed', { address: challenge.address ?? '…' });
  }
  const limit = challenge.method === 'email' ? await chat.mailedCodeTries() : undefined;
  return limit !== undefined && limit > challenge.failures
    ? t('modal:code-wrong-tries', { tries: String(limit - challenge.failures) })
    : t('modal:code-wrong');
}

function inputErrors({ error }: Extract<ChatStep, { kind: 'input-wrong' }>, { view }: Chat): Record<string, string> {
  return error.field === 'reason'
    ? { [ACTION.reason]: errorText(error, view.t) }
    : { [ACTION.code]: view.t('modal:code-wrong') };
}

/**
 * @returns whether it was told in chat; where the logout is not known it is said in the modal alone
 */
async function tell(step: ChatStep, pendingId: string, chat: Chat): Promise<boolean> {
  chat.note('logout', step.kind === 'failed' ? step.error.code : step.kind, step.pending?.correlationId);
  return step.pending !== undefined && chat.say(messageOf(step, pendingId, chat));
}

function messageOf(step: ChatStep, pendingId: string, chat: Chat): Message {
  return stepMessage(step, pendingId, chat.utcOffset, chat.view.t);
}
