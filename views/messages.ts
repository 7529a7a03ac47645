import { ChatStep } from '../core/chat/chatStep';
import { PendingLogout, personOf } from '../core/chat/pendingLogout';
import { AppError, InvalidInputError, LockedOutError, RateLimitedError } from '../core/shared/errors';
import { batchText } from './batchText';
import { actions, Block, button, context, section } from './blocks';
import { ACTION, BLOCK } from './ids';
import { ViewContext } from './modals';
import { asCode } from './plain';
import { TextKey, Translate } from './texts/catalogue';
import { en } from './texts/en';
import { timeText } from './time';

/** A message to one person alone. */
export interface Message {
  readonly text: string;
  readonly button?: { readonly text: string; readonly actionId: string; readonly value: string };
  /** What is said last and small. */
  readonly note?: string;
}

/** A message's blocks; none where the text says it all. */
export function blocksOf({ text, button: next, note }: Message, { appId }: ViewContext): Block[] {
  const ids = (blockId: string) => ({ appId, blockId });
  const blocks: Block[] = [];
  if (next) {
    const { text: label, actionId, value } = next;
    const element = button(label, { actionId, value, style: 'primary' }, ids(BLOCK.actions));
    blocks.push(actions([element], ids(BLOCK.actions)));
  }
  if (note !== undefined) {
    blocks.push(context(note, ids(BLOCK.request)));
  }
  return blocks.length > 0 ? [section(text, ids(BLOCK.what)), ...blocks] : [];
}

/** Everything a message says, for clients that show no blocks, and for notifications. */
export function plainText({ text, note }: Message): string {
  return note === undefined ? text : `${text}\n${note}`;
}

/**
 * The sentence for an error, as said to a person in chat.
 *
 * @param values what the sentence may name: `request`, and the session as `session`
 * @param utcOffset of the person, in hours; a time is said with its zone
 */
export function errorText(
  error: AppError,
  t: Translate,
  values: Readonly<Record<string, string>> = {},
  utcOffset = 0,
): string {
  if (error instanceof InvalidInputError) {
    const { field, problem } = error;
    const keys = [`chat:invalid:${field}:${problem}`, `chat:invalid:${field}`, `invalid:${field}:${problem}`];
    return t(keys.find((key) => key in en) as TextKey);
  }
  const inChat = `chat:${error.code}`;
  const key = (inChat in en ? inChat : error.code) as TextKey;
  if (error instanceof RateLimitedError) {
    return t(key, { ...values, seconds: String(error.retryAfterSeconds) });
  }
  return t(key, error instanceof LockedOutError ? { ...values, time: timeText(error.until, utcOffset) } : values);
}

/**
 * What a person who has just connected is told.
 *
 * @param end when the connection ends, in milliseconds since the epoch
 * @param waiting the logout they had begun, if it still waits
 * @param utcOffset of the person, in hours
 */
export function connectedMessage(
  end: number,
  waiting: (PendingLogout & { readonly id: string }) | undefined,
  utcOffset: number,
  t: Translate,
): Message {
  const time = timeText(end, utcOffset);
  if (!waiting) {
    return { text: t('chat:connected', { time }) };
  }
  const text = t(`${wordsFor(waiting)}:connected-go-on` as const, { ...namesOf(waiting, t), time });
  return { text, button: { text: t('button:go-on'), actionId: ACTION.goOn, value: waiting.id } };
}

/**
 * What a person is told about a step of their logout. Where the logout waits for another step, a button leads to it.
 *
 * @param utcOffset of the person, in hours
 */
export function stepMessage(step: ChatStep, utcOffset: number, t: Translate): Message {
  const { id, correlationId } = step.pending;
  const names = namesOf(step.pending, t);
  const words = wordsFor(step.pending);
  const note = t('chat:request', { request: correlationId });
  const next = (text: TextKey, actionId: string = ACTION.goOn): Message['button'] =>
    id === undefined ? undefined : { text: t(text), actionId, value: id };
  switch (step.kind) {
    case 'done':
      return { text: t('chat:done', { ...names, time: timeText(step.at, utcOffset) }), note };
    case 'batch-over':
      return {
        text: batchText(step, names, utcOffset, t),
        button: next('button:try-others'),
        note,
      };
    case 'found':
      return {
        text: t('search:found', { ...names, count: String(step.pending.choice.listed.length) }),
        button: next('button:choose'),
      };
    case 'record-page': {
      const { pages, page } = step.pending.reading;
      const count = String(pages[page]?.length ?? 0);
      return { text: t('record:shown', { ...names, count }), button: next('button:show') };
    }
    case 'unlocked':
      return { text: t(step.wasLockedOut ? 'unlock:done' : 'unlock:was-not-locked-out', names), note };
    case 'none-found':
      return { text: t(step.complete ? 'search:none' : 'search:none-incomplete', names), note };
    case 'person-unknown':
      return { text: unknownPersonText(step.nearest, t), button: next('button:try-again') };
    case 'code-needed':
      return { text: codeNeeded(step, names, t), button: next('button:enter-code') };
    case 'code-missing':
      return { text: t(`${words}:code-missing` as const, names), button: next('button:enter-code') };
    case 'code-incorrect':
      return { text: t(`${words}:code-incorrect` as const, names), button: next('button:try-again'), note };
    case 'confirm-needed':
      return 'sessionId' in step.pending && id === undefined
        ? { text: t('chat:confirm-by-option', { session: step.pending.sessionId }) }
        : { text: t(`${words}:confirm-needed` as const, names), button: next('button:go-on') };
    case 'input-invalid':
      return { text: errorText(step.error, t), button: next('button:try-again') };
    case 'connect-first': {
      const text = t(`${words}:${step.ended ? 'connect-again' : 'connect-first'}` as const, names);
      return { text, button: next('button:connect', ACTION.connect) };
    }
    case 'failed':
      return {
        text: t(`${words}:failed` as const, { ...names, error: failureText(step, t, names, utcOffset) }),
        button: step.again ? next('button:try-again') : undefined,
        note,
      };
  }
}

/** Why a step failed. Everything of a person needs other permissions than single sessions do. */
export function failureText(
  { error, pending }: Extract<ChatStep, { kind: 'failed' }>,
  t: Translate,
  values: Readonly<Record<string, string>>,
  utcOffset: number,
): string {
  return error.code === 'error-unauthorized' && isEverything(pending)
    ? t('everything:error-unauthorized')
    : errorText(error, t, values, utcOffset);
}

function isEverything(pending: PendingLogout): boolean {
  return 'search' in pending && pending.search.what === 'everything';
}

/** That there is nobody of the name that was typed, and who comes close. What was typed is not repeated. */
export function unknownPersonText(nearest: readonly string[], t: Translate): string {
  return nearest.length === 0
    ? t('search:person-unknown')
    : t('search:person-unknown-nearest', { people: nearest.map((username) => asCode(`@${username}`)).join(', ') });
}

/** What is said while a step takes longer than its dialog or command could wait. */
export function slowText(pending: PendingLogout, what: 'slow' | 'slow-result', t: Translate): string {
  return t(`${wordsFor(pending)}:${what}` as const, namesOf(pending, t));
}

/** How far a batch is. */
export function progressText(pending: PendingLogout, ended: number, t: Translate): string {
  return t('search:progress', { ...namesOf(pending, t), count: String(ended) });
}

function codeNeeded(
  { pending, question: { method, address = '…' } }: Extract<ChatStep, { kind: 'code-needed' }>,
  names: Record<string, string>,
  t: Translate,
): string {
  const needed = t(`${wordsFor(pending)}:code-needed:${method}` as const, { ...names, address: asCode(address) });
  // Without a dialog to come, the next step is the same command with a code.
  return 'sessionId' in pending && pending.id === undefined
    ? `${needed}\n${t('chat:code-by-option', { session: pending.sessionId, method })}`
    : needed;
}

/** The texts about one session name its ID; those about a search say what is looked for. */
function wordsFor(pending: PendingLogout): 'chat' | 'search' {
  return 'sessionId' in pending ? 'chat' : 'search';
}

function namesOf(pending: PendingLogout, t: Translate): Record<string, string> {
  const { correlationId: request } = pending;
  if ('sessionId' in pending) {
    return { session: asCode(pending.sessionId), request };
  }
  const person = personOf(pending);
  if ('reading' in pending) {
    return { about: t('record:about'), request };
  }
  if ('unlock' in pending) {
    const named = asCode(`@${person?.username ?? pending.unlock.typed}`);
    return { about: t('unlock:about', { person: named }), person: named, request };
  }
  const about = isEverything(pending) ? 'everything:about' : 'search:about-person';
  return { about: person ? t(about, { person: asCode(`@${person.username}`) }) : t('search:about'), request };
}
