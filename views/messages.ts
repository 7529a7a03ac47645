import { ChatStep } from '../core/chat/chatStep';
import { PendingLogout } from '../core/chat/pendingLogout';
import { AppError, InvalidInputError, RateLimitedError } from '../core/shared/errors';
import { actions, Block, button, section } from './blocks';
import { ACTION, BLOCK } from './ids';
import { ViewContext } from './modals';
import { TextKey, Translate } from './texts/catalogue';
import { en } from './texts/en';
import { timeText } from './time';

/** A message to one person alone. */
export interface Message {
  readonly text: string;
  readonly button?: { readonly text: string; readonly actionId: string; readonly value: string };
}

/** A message's blocks; none where the text says it all. */
export function blocksOf({ text, button: next }: Message, { appId }: ViewContext): Block[] {
  if (!next) {
    return [];
  }
  const ids = { appId, blockId: BLOCK.actions };
  const { actionId, value } = next;
  return [
    section(text, { appId, blockId: BLOCK.what }),
    actions([button(next.text, { actionId, value, primary: true }, ids)], ids),
  ];
}

/**
 * The sentence for an error, as said to a person in chat.
 *
 * @param values what the sentence may name: `request`, and the session as `session`
 */
export function errorText(error: AppError, t: Translate, values: Readonly<Record<string, string>> = {}): string {
  if (error instanceof InvalidInputError) {
    const inChat = `chat:invalid:${error.field}`;
    return t((inChat in en ? inChat : `invalid:${error.field}:${error.problem}`) as TextKey);
  }
  const all = error instanceof RateLimitedError ? { ...values, seconds: String(error.retryAfterSeconds) } : values;
  const inChat = `chat:${error.code}`;
  return t((inChat in en ? inChat : error.code) as TextKey, all);
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
  waiting: { readonly id: string; readonly sessionId: string } | undefined,
  utcOffset: number,
  t: Translate,
): Message {
  const time = timeText(end, utcOffset);
  return waiting
    ? {
        text: t('chat:connected-go-on', { time, session: `\`${waiting.sessionId}\`` }),
        button: { text: t('button:go-on'), actionId: ACTION.goOn, value: waiting.id },
      }
    : { text: t('chat:connected', { time }) };
}

/**
 * What a person is told about a step of their logout.
 *
 * @param pendingId where the logout waits for its next step; undefined when it was asked for in one line
 * @param utcOffset of the person, in hours
 */
export function stepMessage(step: ChatStep, pendingId: string | undefined, utcOffset: number, t: Translate): Message {
  const next = (text: TextKey, actionId: string): Message['button'] =>
    pendingId === undefined ? undefined : { text: t(text), actionId, value: pendingId };
  const names = namesOf(step.pending);
  switch (step.kind) {
    case 'done':
      return { text: t('chat:done', { ...names, time: timeText(step.at, utcOffset) }) };
    case 'code-needed':
      return {
        text: [
          t(`chat:code-needed:${step.question.method}` as const, { ...names, address: step.question.address ?? '…' }),
        ]
          .concat(pendingId === undefined ? byOption(step, t) : [])
          .join('\n'),
        button: next('button:enter-code', ACTION.goOn),
      };
    case 'code-incorrect':
      return { text: t('chat:code-incorrect', names), button: next('button:try-again', ACTION.goOn) };
    case 'input-invalid':
      return { text: errorText(step.error, t), button: next('button:try-again', ACTION.goOn) };
    case 'connect-first':
      return {
        text: t(step.ended ? 'chat:connect-again' : 'chat:connect-first', names),
        button: next('button:connect', ACTION.connect),
      };
    case 'failed':
      return {
        text: t('chat:failed', { ...names, error: errorText(step.error, t, names) }),
        button: step.again ? next('button:try-again', ACTION.goOn) : undefined,
      };
  }
}

function byOption({ pending, question }: Extract<ChatStep, { kind: 'code-needed' }>, t: Translate): string[] {
  return [t('chat:code-by-option', { session: pending.sessionId, method: question.method })];
}

function namesOf({ sessionId, correlationId }: PendingLogout): Record<string, string> {
  return { session: `\`${sessionId}\``, request: correlationId };
}
