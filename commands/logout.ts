import { Chat } from '../conversation/chat';
import { openStep } from '../conversation/openStep';
import { tell } from '../conversation/tell';
import { openConnect } from '../conversation/openConnect';
import { beginLogout } from '../core/chat/beginLogout';
import { CommandLine } from '../core/chat/commandLine';
import { logoutInOneLine } from '../core/chat/logoutInOneLine';
import { PendingSession } from '../core/chat/pendingLogout';

/**
 * `<session ID> [reason]`: asks the workspace for its challenge and opens the dialog that answers it. With a code on the
 * line, or where no dialog can be opened, does it all in one go instead.
 */
export async function logout(line: Extract<CommandLine, { kind: 'logout' }>, chat: Chat): Promise<void> {
  const { caller, ports, roomId, threadId, triggerId } = chat;
  const { sessionId, reason, code, method, confirmed } = line;
  const pending: PendingSession = { sessionId, reason, roomId, threadId, correlationId: ports.random.id() };
  if (triggerId !== undefined && code === undefined) {
    return openStep(beginLogout(caller, pending, ports), pending, chat);
  }
  const step = await logoutInOneLine(caller, pending, { code, method, confirmed }, ports);
  await tell(step, chat);
  if (step.kind === 'connect-first') {
    await openConnect(undefined, chat);
  }
}
