import { CodeQuestion, PendingSearch, Waiting } from '../core/chat/pendingLogout';
import { Search, WHAT_TO_DO } from '../core/chat/search';
import { Block, button, radio, section, textInput } from './blocks';
import { ACTION, BLOCK, logoutViewId } from './ids';
import { closeButton, frame, Modal, problemBlocks, questionBlocks, reasonInput, ViewContext } from './modals';
import { asCode } from './plain';

/**
 * The first dialog of a search: whose or which sessions, what to do with them, and the question that the workspace asks
 * before it shows any. Where it has no licence to show any: what can be done instead, and what that means.
 *
 * @param update as in `logoutModal`: it leaves out what the person typed
 */
export function searchModal(
  pending: Waiting<PendingSearch>,
  question: CodeQuestion | 'confirm',
  context: ViewContext,
  update?: { readonly problem?: string },
): Modal {
  const { search, id } = pending;
  const { appId, t } = context;
  const { unlicensed } = search;
  const ids = (blockId: string) => ({ blockId, appId });
  const blocks: Block[] = [
    section(whatIsListed(search, question, context), ids(BLOCK.what)),
    ...(search.form ? formBlocks(update ? undefined : search, context) : []),
    ...(search.person && !search.form && !unlicensed ? whatToDo(search, question, context) : []),
    reasonInput(update ? undefined : pending.reason, context),
    ...problemBlocks(update?.problem, appId),
    ...questionBlocks(pending, question, context),
  ];
  return {
    ...frame(logoutViewId(id), t(unlicensed ? 'everything:title' : 'search:title'), blocks),
    submit: unlicensed
      ? button(t('everything:submit'), { actionId: 'submit', style: 'danger' }, ids('submit'))
      : button(t('search:submit'), { actionId: 'submit', style: 'primary' }, ids('submit')),
    close: closeButton(t('modal:cancel'), appId),
  };
}

function whatIsListed(
  { person, form, unlicensed }: Search,
  question: CodeQuestion | 'confirm',
  { t }: ViewContext,
): string {
  if (form) {
    return t('search:form');
  }
  if (person && unlicensed) {
    return t('everything:unlicensed', { person: asCode(`@${person.username}`) });
  }
  const what = person ? t('search:of-person', { person: asCode(`@${person.username}`) }) : t('search:of-query');
  return question === 'confirm' ? what : `${what} ${t('search:asked-before')}`;
}

function formBlocks(search: Search | undefined, { appId, t }: ViewContext): Block[] {
  const { person, words = [], ip, after, before } = search?.criteria ?? {};
  const fields = [
    [ACTION.person, 'search:field:person', person],
    [ACTION.words, 'search:field:words', words.join(' ')],
    [ACTION.address, 'search:field:address', ip],
    [ACTION.after, 'search:field:after', after],
    [ACTION.before, 'search:field:before', before],
  ] as const;
  return fields.map(([actionId, label, value]) =>
    textInput(
      t(label),
      { actionId, initialValue: value === '' ? undefined : value, optional: true },
      { blockId: BLOCK.form, appId },
    ),
  );
}

/** A mailed code opens one call only, so "all", which takes many, is not offered with one. */
function whatToDo(search: Search, question: CodeQuestion | 'confirm', { appId, t }: ViewContext): Block[] {
  const mailed = question !== 'confirm' && question.method === 'email';
  const offered = WHAT_TO_DO.filter((what) => what !== 'all' || !mailed);
  const options = offered.map((value) => ({ value, text: t(`search:what:${value}` as const) }));
  const ids = { blockId: BLOCK.choose, appId };
  return [
    radio(t('search:what'), { actionId: ACTION.what, options, initial: search.what }, ids),
    section(t(mailed ? 'search:what-note-mailed' : 'search:what-note'), { blockId: BLOCK.note, appId }),
  ];
}
