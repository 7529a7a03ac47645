import { CodeQuestion, PendingLogout, Waiting } from '../core/chat/pendingLogout';
import { choiceModal } from './choiceModal';
import { logoutModal, Modal, ViewContext } from './modals';
import { searchModal } from './searchModal';
import { Reader } from './sessionLabel';

/**
 * The dialog of a pending logout, whatever it is about.
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
  return 'search' in pending
    ? searchModal(pending, question, context, update)
    : choiceModal(pending, question, reader, context, update?.problem);
}
