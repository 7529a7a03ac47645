import { Chat } from '../conversation/chat';
import { openConnect } from '../conversation/openConnect';
import { beginLogout } from '../core/chat/beginLogout';
import { CommandLine } from '../core/chat/commandLine';
import { logoutInOneLine } from '../core/chat/logoutInOneLine';
import { PendingLogout } from '../core/chat/pendingLogout';
import { stepMessage } from '../views/messages';
import { reviewModal } from '../views/modals';

/**
 * `<session ID> [reason]`: opens the first modal at once, before the workspace is asked anything. With a code on the
 * line, or where no modal can be opened, does it all in one go instead.
 */
export async function logout(line: Extract<CommandLine, { kind: 'logout' }>, chat: Chat): Promise<void> {
  const { caller, ports, roomId, threadId, triggerId, view } = chat;
  const { sessionId, reason, code, method } = line;
  const pending: PendingLogout = { sessionId, reason, roomId, threadId, correlationId: ports.random.id() };
  if (triggerId !== undefined && code === undefined) {
    const pendingId = await beginLogout(caller, pending, ports);
    return chat.open(reviewModal(pendingId, pending, view), triggerId);
  }
  const step = await logoutInOneLine(caller, pending, { code, method }, ports);
  chat.note('logout', step.kind === 'failed' ? step.error.code : step.kind, pending.correlationId);
  await chat.say(stepMessage(step, undefined, chat.utcOffset, view.t));
  if (step.kind === 'connect-first') {
    await openConnect(undefined, chat);
  }
}
