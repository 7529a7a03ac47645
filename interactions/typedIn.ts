import { codeQuestionOf, StoredPendingLogout } from '../core/chat/pendingLogout';
import { WHAT_TO_DO } from '../core/chat/search';
import { Typed } from '../core/chat/typed';
import { Criteria } from '../core/find/criteria';
import { ACTION, BLOCK, codeActionId } from '../views/ids';

/**
 * What a person typed and chose in the dialog of a pending logout.
 *
 * @param state the dialog's values as a client sends them, so it may be anything; a field that was not touched since an
 *   update, or is empty, is not in it
 */
export function typedIn(state: unknown, pending: StoredPendingLogout): Typed {
  const text = (blockId: string, actionId: string) => textOf(valueIn(state, blockId, actionId));
  const typed: Typed = {
    code: text(BLOCK.code, codeActionId(pending.turn)),
    reason: text(BLOCK.reason, ACTION.reason),
  };
  if ('choice' in pending) {
    const which = text(BLOCK.choose, ACTION.which);
    // With a mailed code there is one to choose, and no "all".
    const onlyOne = codeQuestionOf(pending)?.method === 'email';
    return {
      ...typed,
      all: onlyOne ? false : which === undefined ? undefined : which === 'all',
      chosen: textsOf(valueIn(state, BLOCK.choose, ACTION.sessions)),
    };
  }
  if ('search' in pending) {
    const what = text(BLOCK.choose, ACTION.what);
    return {
      ...typed,
      what: WHAT_TO_DO.find((each) => each === what),
      criteria: pending.search.form
        ? criteriaIn((actionId) => text(BLOCK.form, actionId)?.trim() || undefined)
        : undefined,
    };
  }
  return typed;
}

function criteriaIn(field: (actionId: string) => string | undefined): Criteria {
  return {
    person: field(ACTION.person),
    words: field(ACTION.words)?.split(/\s+/) ?? [],
    ip: field(ACTION.address),
    after: field(ACTION.after),
    before: field(ACTION.before),
  };
}

function valueIn(state: unknown, blockId: string, actionId: string): unknown {
  const block = isRecord(state) ? state[blockId] : undefined;
  return isRecord(block) ? block[actionId] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Several choices are a list, one alone is a text. */
function textsOf(value: unknown): string[] | undefined {
  const values: unknown[] | undefined = Array.isArray(value) ? value : typeof value === 'string' ? [value] : undefined;
  return values?.filter((each): each is string => typeof each === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
