import { CodeQuestion, PendingLogout, Waiting } from '../core/chat/pendingLogout';
import { choiceModal } from './choiceModal';
import { logoutModal, Modal, ViewContext } from './modals';
import { overseeModal } from './overseeModal';
import { searchModal } from './searchModal';
import { Reader } from './sessionLabel';

/**
 * The dialog that asks for what a pending logout needs, whatever it is about.
 *
 * @param update as in `logoutModal`
 */
export function dialogOf(
  pending: Waiting<PendingLogout>,
  question: CodeQuestion | 'confirm',
  reader: Reader,
  context: ViewContext,
  update?: { readonly problem?: string },
): Modal {
  if ('sessionId' in pending) {
    return logoutModal(pending, question, context, update);
  }
  if ('search' in pending) {
    return searchModal(pending, question, context, update);
  }
  return 'choice' in pending
    ? choiceModal(pending, question, reader, context, update?.problem)
    : overseeModal(pending, question, context, update);
}
