/** What clients send back to say which button or field it was. Only names: the app itself stores what they act on. */
export const ACTION = {
  goOn: 'go-on',
  connect: 'connect',
  consent: 'consent',
  sendAgain: 'send-again',
  code: 'code',
  reason: 'reason',
  what: 'what-to-do',
  which: 'which-sessions',
  sessions: 'sessions',
  person: 'person',
  words: 'words',
  address: 'address',
  after: 'after',
  before: 'before',
  messageMenu: 'log-out-author',
  olderEntries: 'older-entries',
  newerEntries: 'newer-entries',
  backToPage: 'back-to-page',
} as const;

export const BLOCK = {
  what: 'what',
  reason: 'reason',
  problem: 'problem',
  note: 'note',
  actions: 'actions',
  code: 'code',
  request: 'request',
  choose: 'choose',
  form: 'form',
  list: 'list',
} as const;

/** The field of the code in this turn of a pending logout: another one after every try, so that it is empty. */
export function codeActionId(turn: number): string {
  return `${ACTION.code}-${turn}`;
}

const ENTRY = 'entry-';

/** The button that shows an entry of a page in full. */
export function entryActionId(index: number): string {
  return ENTRY + index;
}

/** Which entry of a page a button claims to be for; undefined for any other button. */
export function entryIndexOf(actionId: string): number | undefined {
  const [, index] = /^entry-(\d{1,2})$/.exec(actionId) ?? [];
  return index === undefined ? undefined : Number(index);
}

const LOGOUT_VIEW = 'logout-';

/** The ID of the modal of a pending logout: the same through all its steps, since only then can it be updated. */
export function logoutViewId(pendingId: string): string {
  return LOGOUT_VIEW + pendingId;
}

/** The pending logout that a view claims to be about; the claim comes from a client, so it may be anything. */
export function pendingIdOf(viewId: unknown): string | undefined {
  return typeof viewId === 'string' && viewId.startsWith(LOGOUT_VIEW)
    ? validPendingId(viewId.slice(LOGOUT_VIEW.length))
    : undefined;
}

/** An ID as the app makes them (`secureRandom.id`), or undefined: nothing else a client sends is repeated to it. */
export function validPendingId(id: unknown): string | undefined {
  return typeof id === 'string' && /^[A-Za-z0-9_-]{24}$/.test(id) ? id : undefined;
}
