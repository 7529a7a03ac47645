import { ChatStep } from '../core/chat/chatStep';
import { stepMessage } from '../views/messages';
import { Chat, sayFailure } from './chat';

/**
 * Tells a person in chat how a step ended, and the log.
 *
 * @returns whether it was told
 */
export async function tell(step: ChatStep, chat: Chat): Promise<boolean> {
  chat.note('logout', step.kind === 'failed' ? step.error.code : step.kind, step.pending.correlationId);
  return chat.say(stepMessage(step, chat.utcOffset, chat.view.t));
}

/** Tells a person in chat how a step ended that took longer than its dialog or command could wait. Never throws. */
export function tellLater(working: Promise<ChatStep>, chat: Chat): void {
  void working
    .then((step) => tell(step, chat))
    .catch((thrown) => sayFailure(thrown, 'logout', chat))
    .catch(() => chat.note('logout', 'not-told'));
}
