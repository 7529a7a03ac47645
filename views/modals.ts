import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { IUIKitSurfaceViewParam } from '@rocket.chat/apps-engine/definition/accessors/IUIController';
import { CodeQuestion, PendingSession, StoredPendingLogout, Waiting } from '../core/chat/pendingLogout';
import { actions, Block, button, callout, section, textInput } from './blocks';
import { ACTION, BLOCK, codeActionId, logoutViewId } from './ids';
import { asCode } from './plain';
import { Translate } from './texts/catalogue';

export type Modal = IUIKitSurfaceViewParam & { readonly id: string };

/** What every view needs: the app's ID and the person's language. */
export interface ViewContext {
  readonly appId: string;
  readonly t: Translate;
}

/**
 * The one dialog of a logout: what will happen, why, and the one question that the workspace's challenge asks.
 *
 * It begins with the reason, so that Enter on opening ends nothing. The field of the code is a new, empty one after
 * every try, since a client keeps what was typed into a field that stays.
 *
 * @param update present where the dialog is open already: what went wrong, if anything did. It is said in the dialog
 *   itself, since clients before 6.11 do not show errors at fields, and later ones keep them after an update. An update
 *   leaves the reason out: the client keeps what was typed, and the engine logs what a handler returns
 */
export function logoutModal(
  pending: Pick<Waiting<PendingSession>, 'id' | 'turn' | 'sessionId' | 'reason'>,
  question: CodeQuestion | 'confirm',
  context: ViewContext,
  update?: { readonly problem?: string },
): Modal {
  const { appId, t } = context;
  const blocks: Block[] = [
    section(t('modal:session', { session: asCode(pending.sessionId) }), ids(BLOCK.what, appId)),
    reasonInput(update ? undefined : pending.reason, context),
    ...problemBlocks(update?.problem, appId),
    ...questionBlocks(pending, question, context),
  ];
  return {
    ...frame(logoutViewId(pending.id), t('modal:title'), blocks),
    submit: button(t('modal:log-out'), { actionId: 'submit', style: 'danger' }, ids('submit', appId)),
    close: closeButton(t('modal:cancel'), appId),
  };
}

/** Only says something, in place of the step that was there: no button that would lead nowhere is left. */
export function noticeModal(pendingId: string, text: string, { appId, t }: ViewContext): Modal {
  return {
    ...frame(logoutViewId(pendingId), t('modal:title'), [section(text, ids(BLOCK.note, appId))]),
    // Clients lay an update over the old view, and JSON leaves out what is undefined: only null takes a button away.
    submit: null as unknown as undefined,
    close: closeButton(t('modal:close'), appId),
  };
}

/** Leads to the workspace's consent page. The address is for this person's browser alone. */
export function connectModal(viewId: string, url: string, hours: number, context: ViewContext): Modal {
  const { appId, t } = context;
  const link = button(
    t('modal:connect-button'),
    { actionId: ACTION.consent, url, style: 'primary' },
    ids(BLOCK.actions, appId),
  );
  const blocks = [
    section(t('modal:connect', { hours: String(hours) }), ids(BLOCK.what, appId)),
    actions([link], ids(BLOCK.actions, appId)),
    section(t('modal:connect-note'), ids(BLOCK.note, appId)),
  ];
  return { ...frame(viewId, t('modal:connect-title'), blocks), close: closeButton(t('modal:close'), appId) };
}

/** The field for the reason. */
export function reasonInput(initialValue: string | undefined, { appId, t }: ViewContext): Block {
  const element = { actionId: ACTION.reason, initialValue, multiline: true, optional: true };
  return textInput(t('modal:reason'), element, ids(BLOCK.reason, appId));
}

/** The one question of a dialog: for a code, or that there is none. */
export function questionBlocks(
  pending: Pick<StoredPendingLogout, 'id' | 'turn'>,
  question: CodeQuestion | 'confirm',
  view: ViewContext,
): Block[] {
  return question === 'confirm'
    ? [section(view.t('modal:no-code'), ids(BLOCK.note, view.appId))]
    : codeBlocks(pending, question, view);
}

/** A red text that says what went wrong with the step before, if anything did. */
export function problemBlocks(problem: string | undefined, appId: string): Block[] {
  return problem === undefined ? [] : [callout(problem, ids(BLOCK.problem, appId))];
}

function codeBlocks(
  { id, turn }: Pick<StoredPendingLogout, 'id' | 'turn'>,
  { method, mailed, address = '…' }: CodeQuestion,
  { appId, t }: ViewContext,
): Block[] {
  const label = t(`modal:code:${method}` as const);
  const code = textInput(label, { actionId: codeActionId(turn) }, ids(BLOCK.code, appId));
  if (method !== 'email') {
    return [code];
  }
  const note = t(mailed ? 'modal:mailed' : 'modal:mailed-before', { address: asCode(address) });
  const again = button(t('modal:send-again'), { actionId: ACTION.sendAgain, value: id }, ids(BLOCK.actions, appId));
  return [section(note, ids(BLOCK.note, appId)), actions([again], ids(BLOCK.actions, appId)), code];
}

export function frame(id: string, title: string, blocks: Block[]): Modal {
  return { id, type: UIKitSurfaceType.MODAL, title: { type: 'plain_text', text: title }, blocks };
}

export function closeButton(text: string, appId: string) {
  return button(text, { actionId: 'close' }, ids('close', appId));
}

function ids(blockId: string, appId: string) {
  return { blockId, appId };
}
