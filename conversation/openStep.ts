import { withDeadline } from '../adapters/deadline';
import { ChatStep } from '../core/chat/chatStep';
import { PendingLogout } from '../core/chat/pendingLogout';
import { stepMessage } from '../views/messages';
import { logoutModal, noticeModal } from '../views/modals';
import { asCode } from '../views/plain';
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
    await chat.say({ text: chat.view.t('chat:slow', { session: asCode(about.sessionId) }) });
    return;
  }
  const { id, turn } = step.pending;
  const asks = step.kind === 'code-needed' || step.kind === 'confirm-needed';
  if (!asks || id === undefined || turn === undefined || chat.triggerId === undefined) {
    if (!(await tell(step, chat)) && chat.triggerId !== undefined) {
      const { text } = stepMessage(step, chat.utcOffset, chat.view.t);
      await chat.open(noticeModal(id ?? chat.correlationId, text, chat.view), chat.triggerId);
    }
    return;
  }
  chat.note('logout', step.kind, step.pending.correlationId);
  await chat.open(logoutModal({ ...step.pending, id, turn }, step.question, chat.view), chat.triggerId);
}
