import { CodeQuestion, PendingReading, PendingUnlock, Waiting } from '../core/chat/pendingLogout';
import { Block, button, section } from './blocks';
import { BLOCK, logoutViewId } from './ids';
import { closeButton, frame, Modal, problemBlocks, questionBlocks, reasonInput, ViewContext } from './modals';
import { asCode } from './plain';

/**
 * The dialog that asks for the second factor before somebody is let in again, or before the record is shown.
 *
 * @param update as in `logoutModal`
 */
export function overseeModal(
  pending: Waiting<PendingReading> | Waiting<PendingUnlock>,
  question: CodeQuestion | 'confirm',
  view: ViewContext,
  update?: { readonly problem?: string },
): Modal {
  const { appId, t } = view;
  const ids = (blockId: string) => ({ appId, blockId });
  const words = 'reading' in pending ? 'record' : 'unlock';
  const person = 'unlock' in pending ? asCode(`@${pending.unlock.person?.username ?? pending.unlock.typed}`) : '';
  const blocks: Block[] = [
    section(t(`${words}:ask` as const, { person }), ids(BLOCK.what)),
    ...('unlock' in pending ? [reasonInput(update ? undefined : pending.reason, view)] : []),
    ...problemBlocks(update?.problem, appId),
    ...questionBlocks(pending, question, view),
  ];
  return {
    ...frame(logoutViewId(pending.id), t(`${words}:title` as const), blocks),
    submit: button(t(`${words}:submit` as const), { actionId: 'submit', style: 'primary' }, ids('submit')),
    close: closeButton(t('modal:cancel'), appId),
  };
}
