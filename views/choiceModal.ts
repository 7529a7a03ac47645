import { CodeQuestion, PendingChoice, Waiting } from '../core/chat/pendingLogout';
import { allOf, Choice } from '../core/chat/search';
import { MAX_TO_CHOOSE_FROM } from '../core/shared/limits';
import { Block, button, plainSection, radio, select } from './blocks';
import { ACTION, BLOCK, logoutViewId } from './ids';
import { closeButton, frame, Modal, problemBlocks, questionBlocks, reasonInput, ViewContext } from './modals';
import { asPlain } from './plain';
import { Reader, sessionLabel, sessionLine } from './sessionLabel';

/**
 * The second dialog of a search: what was found, which of it to end, and the question for the code again.
 *
 * It always opens anew, since a client takes the values of its fields only then; and never as what a handler returns,
 * since engines log that, and a list of devices and addresses has no place in a log.
 */
export function choiceModal(
  pending: Waiting<PendingChoice>,
  question: CodeQuestion | 'confirm',
  reader: Reader,
  context: ViewContext,
  problem?: string,
): Modal {
  const { choice, id, reason } = pending;
  const { appId, t } = context;
  const ids = (blockId: string) => ({ blockId, appId });
  // A mailed code ends one session.
  const several = question === 'confirm' || question.method !== 'email';
  const shown = choice.listed.slice(0, MAX_TO_CHOOSE_FROM);
  const options = shown.map((each, index) => ({
    value: each.sessionId,
    text: sessionLabel(each, index + 1, choice.person === undefined, reader, t),
  }));
  const blocks: Block[] = [
    plainSection(summary(choice, t), ids(BLOCK.what)),
    ...(several ? [which(choice, reader, context)] : []),
    select(
      t(several ? 'choice:sessions' : 'choice:session'),
      {
        actionId: ACTION.sessions,
        options,
        several,
        initial: [...choice.chosen],
        placeholder: t('choice:placeholder'),
      },
      ids(BLOCK.choose),
    ),
    reasonInput(reason, context),
    ...problemBlocks(problem, appId),
    ...questionBlocks(pending, question, context),
    ...shown.map((each, index) =>
      plainSection(sessionLine(each, index + 1, reader, t), { blockId: `${BLOCK.list}-${index + 1}`, appId }),
    ),
    plainSection(t('choice:what-a-row-is'), ids(BLOCK.note)),
  ];
  return {
    ...frame(logoutViewId(id), t('choice:title'), blocks),
    submit: button(t('choice:submit'), { actionId: 'submit', style: 'danger' }, ids('submit')),
    close: closeButton(t('modal:cancel'), appId),
  };
}

function summary({ listed, person, complete, looked }: Choice, t: ViewContext['t']): string {
  const count = String(listed.length);
  const found = person
    ? t('choice:found-of-person', { count, person: `@${asPlain(person.username)}` })
    : t('choice:found', { count });
  const rest = listed.length - MAX_TO_CHOOSE_FROM;
  return [
    found,
    ...(rest > 0 ? [t('choice:more', { rest: String(rest) })] : []),
    ...(complete ? [] : [t('choice:incomplete', { looked: String(looked) })]),
  ].join(' ');
}

function which(choice: Choice, { callerId }: Reader, { appId, t }: ViewContext): Block {
  const all = allOf(choice, callerId).length;
  const own = choice.listed.length - all;
  const count = String(all);
  const options = [
    { value: 'chosen', text: t('choice:which:chosen') },
    { value: 'all', text: own > 0 ? t('choice:which:all-others', { count }) : t('choice:which:all', { count }) },
  ];
  const initial = choice.all ? 'all' : 'chosen';
  return radio(t('choice:which'), { actionId: ACTION.which, options, initial }, { blockId: BLOCK.choose, appId });
}
