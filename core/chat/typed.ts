import { Criteria } from '../find/criteria';
import { PendingLogout } from './pendingLogout';
import { WhatToDo } from './search';

/** What a person typed and chose in a dialog. Whatever is absent stays as it was. */
export interface Typed {
  /** The code or password. */
  readonly code?: string;
  readonly reason?: string;
  /** In the form of a search. */
  readonly criteria?: Criteria;
  readonly what?: WhatToDo;
  /** The session IDs chosen from those that were found. */
  readonly chosen?: readonly string[];
  /** Whether all that were found are chosen. */
  readonly all?: boolean;
}

/** A pending logout with what was typed in the dialog about it. */
export function withTyped<Pending extends PendingLogout>(pending: Pending, typed: Typed): Pending {
  const reason = typed.reason ?? pending.reason;
  if ('search' in pending) {
    const { search } = pending;
    const what = search.unlicensed ? search.what : (typed.what ?? search.what);
    // Whoever names another person, or none, is no longer about the one before.
    const named = search.form && typed.criteria ? { criteria: typed.criteria, person: undefined } : {};
    return { ...pending, reason, search: { ...search, ...named, what } };
  }
  if ('choice' in pending) {
    const { choice } = pending;
    const chosen = typed.chosen ?? choice.chosen;
    return { ...pending, reason, choice: { ...choice, chosen, all: typed.all ?? choice.all } };
  }
  return { ...pending, reason };
}

/** Every text that was typed where it would be stored, the words of a search also as one. */
export function storedTexts({ reason, criteria }: Typed): string[] {
  const { words = [], ...named } = criteria ?? {};
  return [reason, ...words, words.join(' '), ...Object.values(named)].filter(
    (text): text is string => typeof text === 'string',
  );
}
