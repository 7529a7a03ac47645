import { Modal } from '../views/modals';
import { Chat } from './chat';

/**
 * Until a client has surely seen the answer to its submit: before that, it would close what is opened with the dialog
 * that was submitted. The submit's trigger still opens another one, for five seconds.
 */
export const AFTER_ANSWER_MS = 500;

/** Opens a dialog once the answer to a submit has closed the one before. Never throws. */
export function openLater(dialog: Modal, chat: Chat): void {
  const { triggerId } = chat;
  if (triggerId !== undefined) {
    setTimeout(() => {
      chat.open(dialog, triggerId).catch(() => chat.note('dialog', 'not-opened'));
    }, AFTER_ANSWER_MS);
  }
}
