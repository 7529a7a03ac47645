import { Chat } from '../conversation/chat';
import { openStep } from '../conversation/openStep';
import { beginLogout } from '../core/chat/beginLogout';
import { CommandLine } from '../core/chat/commandLine';
import { PendingSearch } from '../core/chat/pendingLogout';

/**
 * `@person [reason]`, `find …`, or nothing at all: asks the workspace for its challenge and opens the dialog of a search.
 */
export async function find(line: Extract<CommandLine, { kind: 'find' }>, chat: Chat): Promise<unknown> {
  const { caller, ports, roomId, threadId, triggerId, utcOffset } = chat;
  const { criteria, reason } = line;
  if (triggerId === undefined) {
    return chat.say({ text: chat.view.t('search:needs-dialog') });
  }
  const pending: PendingSearch = {
    search: { criteria, form: criteria === undefined, what: 'choose', utcOffset },
    reason,
    roomId,
    threadId,
    correlationId: ports.random.id(),
  };
  return openStep(beginLogout(caller, pending, ports), pending, chat);
}
