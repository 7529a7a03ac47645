import { withDeadline } from '../adapters/deadline';
import { ChatStep, waitingOf } from '../core/chat/chatStep';
import { PendingLogout } from '../core/chat/pendingLogout';
import { dialogOf } from '../views/dialogs';
import { slowText, stepMessage } from '../views/messages';
import { noticeModal } from '../views/modals';
import { Chat } from './chat';
import { tell, tellLater } from './tell';

/** A trigger opens one dialog within 5 s; half of that is left for the way to the client. */
const OPEN_BUDGET_MS = 2_500;

/**
 * Opens the dialog that asks for what a step needs, when that is known in time. Otherwise a message says that it will
 * follow, and a button of the next message opens it. What needs no dialog is said in a message at once; where it cannot
 * be said there, in a dialog.
 *
 * @throws AppError what `working` throws in time
 */
export async function openStep(working: Promise<ChatStep>, about: PendingLogout, chat: Chat): Promise<void> {
  const step = await withDeadline(working, OPEN_BUDGET_MS);
  if (!step) {
    tellLater(working, chat);
    await chat.say({ text: slowText(about, 'slow', chat.view.t) });
    return;
  }
  const waiting = waitingOf(step);
  const asks = step.kind === 'code-needed' || step.kind === 'confirm-needed';
  if (!asks || waiting === undefined || chat.triggerId === undefined) {
    if (!(await tell(step, chat)) && chat.triggerId !== undefined) {
      const { text } = stepMessage(step, chat.utcOffset, chat.view.t);
      await chat.open(noticeModal(waiting?.id ?? chat.correlationId, text, chat.view), chat.triggerId);
    }
    return;
  }
  chat.note('logout', step.kind, step.pending.correlationId);
  await chat.open(dialogOf(waiting, step.question, chat.reader(), chat.view), chat.triggerId);
}
