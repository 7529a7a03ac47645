import { ChatStep } from '../core/chat/chatStep';
import { stepMessage } from '../views/messages';
import { Chat } from './chat';

/**
 * Tells a person in chat how a step ended, and the log.
 *
 * @returns whether it was told
 */
export function tell(step: ChatStep, chat: Chat): Promise<boolean> {
  chat.note('logout', step.kind === 'failed' ? step.error.code : step.kind, step.pending.correlationId);
  return chat.say(stepMessage(step, chat.utcOffset, chat.view.t));
}
