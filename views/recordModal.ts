import { PendingReading, Waiting } from '../core/chat/pendingLogout';
import { Reading } from '../core/chat/reading';
import { actions, Block, button, context, plainSection, section, sectionWithButton } from './blocks';
import { ACTION, BLOCK, entryActionId, logoutViewId } from './ids';
import { closeButton, frame, Modal, ViewContext } from './modals';
import { asCode } from './plain';
import { entryDetails, entryLine, entryNote } from './recordEntry';
import { Reader } from './sessionLabel';
import { timeText } from './time';

/**
 * A page of the record, newest first, or one of its entries in full. Texts of people stand where nothing is marked up.
 */
export function recordModal(pending: Waiting<PendingReading>, reader: Reader, view: ViewContext): Modal {
  const { id, reading } = pending;
  const { appId, t } = view;
  const shown = reading.pages[reading.page] ?? [];
  const entry = reading.entry === undefined ? undefined : shown[reading.entry];
  const ids = (blockId: string) => ({ appId, blockId });
  const blocks: Block[] = entry
    ? [
        ...entryDetails(entry, reader, t).map((line) => plainSection(line, ids(BLOCK.list))),
        actions(
          [button(t('button:back'), { actionId: ACTION.backToPage, value: id }, ids(BLOCK.actions))],
          ids(BLOCK.actions),
        ),
      ]
    : [
        section(whatIsShown(reading, reader, view), ids(BLOCK.what)),
        ...shown.flatMap((each, index) => [
          sectionWithButton(
            entryLine(each, reader, t),
            button(t('button:details'), { actionId: entryActionId(index), value: id }, ids(BLOCK.list)),
            ids(BLOCK.list),
          ),
          context(entryNote(each, t), ids(BLOCK.note)),
        ]),
        ...pageButtons(pending, view),
      ];
  return {
    ...frame(logoutViewId(id), t('record:title'), blocks),
    // Clients lay an update over the old view, and JSON leaves out what is undefined: only null takes a button away.
    submit: null as unknown as undefined,
    close: closeButton(t('modal:close'), appId),
  };
}

function whatIsShown({ query, pages, page, cursor }: Reading, { utcOffset }: Reader, { t }: ViewContext): string {
  const { person, from, result } = query;
  const empty = pages[page]?.length === 0;
  return [
    person === undefined ? t('record:newest-first') : t('record:of-person', { person: asCode(`@${person}`) }),
    ...(from === undefined ? [] : [t('record:since', { time: timeText(from, utcOffset) })]),
    ...(result === undefined ? [] : [t('record:failed-only')]),
    ...(empty ? [t(cursor === undefined || page < pages.length - 1 ? 'record:none' : 'record:none-yet')] : []),
  ].join(' ');
}

function pageButtons({ id, reading }: Waiting<PendingReading>, { appId, t }: ViewContext): Block[] {
  const { pages, page, cursor } = reading;
  const ids = { appId, blockId: BLOCK.actions };
  const hasOlder = page < pages.length - 1 || cursor !== undefined;
  const buttons = [
    ...(page > 0 ? [button(t('button:newer'), { actionId: ACTION.newerEntries, value: id }, ids)] : []),
    ...(hasOlder ? [button(t('button:older'), { actionId: ACTION.olderEntries, value: id }, ids)] : []),
  ];
  return buttons.length > 0 ? [actions(buttons, ids)] : [];
}
