import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { IUIKitSurfaceViewParam } from '@rocket.chat/apps-engine/definition/accessors/IUIController';
import { CodeQuestion, PendingLogout } from '../core/chat/pendingLogout';
import { actions, Block, button, section, textInput } from './blocks';
import { ACTION, BLOCK, logoutViewId } from './ids';
import { Translate } from './texts/catalogue';

export type Modal = IUIKitSurfaceViewParam & { readonly id: string };

/** What every view needs: the app's ID and the person's language. */
export interface ViewContext {
  readonly appId: string;
  readonly t: Translate;
}

/** The first modal: what will happen, and why. Shown before the workspace is asked anything. */
export function reviewModal(pendingId: string, pending: PendingLogout, context: ViewContext): Modal {
  const { t } = context;
  return logoutModal(pendingId, [what(pending, context), reasonInput(pending, context)], t('modal:continue'), context);
}

/** The second: the one question that the workspace's challenge asks. */
export function codeModal(
  pendingId: string,
  pending: PendingLogout,
  question: CodeQuestion,
  context: ViewContext,
): Modal {
  const { appId, t } = context;
  const again = button(
    t('modal:send-again'),
    { actionId: ACTION.sendAgain, value: pendingId },
    ids(BLOCK.actions, appId),
  );
  const mail: Block[] =
    question.method === 'email'
      ? [section(mailNote(question, context), ids(BLOCK.note, appId)), actions([again], ids(BLOCK.actions, appId))]
      : [];
  const code = textInput(
    t(`modal:code:${question.method}` as const),
    { actionId: ACTION.code },
    ids(BLOCK.code, appId),
  );
  const blocks = [what(pending, context), reasonInput(pending, context), ...mail, code];
  return logoutModal(pendingId, blocks, t('modal:log-out'), context);
}

/** Only says something, in place of the step that was there. */
export function noticeModal(pendingId: string, text: string, { appId, t }: ViewContext): Modal {
  return {
    ...frame(logoutViewId(pendingId), t('modal:title'), [section(text, ids(BLOCK.note, appId))]),
    close: closeButton(t('modal:close'), appId),
  };
}

/** Leads to the workspace's consent page. The address is for this person's browser alone. */
export function connectModal(viewId: string, url: string, hours: number, context: ViewContext): Modal {
  const { appId, t } = context;
  const link = button(
    t('modal:connect-button'),
    { actionId: ACTION.consent, url, primary: true },
    ids(BLOCK.actions, appId),
  );
  const blocks = [
    section(t('modal:connect', { hours: String(hours) }), ids(BLOCK.what, appId)),
    actions([link], ids(BLOCK.actions, appId)),
    section(t('modal:connect-note'), ids(BLOCK.note, appId)),
  ];
  return { ...frame(viewId, t('modal:connect-title'), blocks), close: closeButton(t('modal:close'), appId) };
}

function logoutModal(pendingId: string, blocks: Block[], submit: string, { appId, t }: ViewContext): Modal {
  return {
    ...frame(logoutViewId(pendingId), t('modal:title'), blocks),
    submit: button(submit, { actionId: 'submit', primary: true }, ids('submit', appId)),
    close: closeButton(t('modal:cancel'), appId),
    // A cancelled logout is recorded as such.
    notifyOnClose: true,
  };
}

function frame(id: string, title: string, blocks: Block[]): Modal {
  return { id, type: UIKitSurfaceType.MODAL, title: { type: 'plain_text', text: title }, blocks };
}

function what({ sessionId }: PendingLogout, { appId, t }: ViewContext): Block {
  return section(t('modal:session', { session: `\`${sessionId}\`` }), ids(BLOCK.what, appId));
}

function reasonInput({ reason }: PendingLogout, { appId, t }: ViewContext): Block {
  const options = { actionId: ACTION.reason, initialValue: reason, multiline: true, optional: true };
  return textInput(t('modal:reason'), options, ids(BLOCK.reason, appId));
}

function mailNote({ mailed, address }: CodeQuestion, { t }: ViewContext): string {
  return t(mailed ? 'modal:mailed' : 'modal:mailed-before', { address: address ?? '…' });
}

function closeButton(text: string, appId: string) {
  return button(text, { actionId: 'close' }, ids('close', appId));
}

function ids(blockId: string, appId: string) {
  return { blockId, appId };
}
