import { withDeadline } from '../adapters/deadline';
import { AllChatPorts } from '../adapters/ports';
import { PendingLogout } from '../core/chat/pendingLogout';
import { progressText } from '../views/messages';
import { Chat, Said } from './chat';

/** How long a person waits for the next word of how far it is. */
const EVERY_MS = 3_000;

/** The same ports, and how many sessions were ended through them. */
export function counting(ports: AllChatPorts): { readonly ports: AllChatPorts; readonly ended: () => number } {
  let ended = 0;
  const { sessions } = ports;
  const logout: typeof sessions.logout = async (call) => {
    const answer = await sessions.logout(call);
    ended += answer.kind === 'ended' ? 1 : 0;
    return answer;
  };
  return { ports: { ...ports, sessions: { ...sessions, logout } }, ended: () => ended };
}

/** Says every few seconds how many sessions are ended, in one message that takes its own place, until the work is over. */
export async function sayProgress(
  working: Promise<unknown>,
  pending: PendingLogout,
  ended: () => number,
  chat: Chat,
): Promise<void> {
  const over = working.then(
    () => true,
    () => true,
  );
  const said: Said = { id: chat.ports.random.id(), at: new Date(chat.ports.clock.now()) };
  do {
    await chat.say({ text: progressText(pending, ended(), chat.view.t) }, said);
  } while (!(await withDeadline(over, EVERY_MS)));
}
