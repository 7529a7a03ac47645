import { Chat } from '../conversation/chat';
import { openStep } from '../conversation/openStep';
import { beginLogout } from '../core/chat/beginLogout';
import { CommandLine } from '../core/chat/commandLine';
import { PendingReading, PendingUnlock } from '../core/chat/pendingLogout';
import { momentOf } from '../core/find/moment';

type Line<Kind extends CommandLine['kind']> = Extract<CommandLine, { kind: Kind }>;

/** `log …`: asks the workspace for its challenge, and opens the dialog that leads to the record. */
export function log({ person, since, failed }: Line<'log'>, chat: Chat): Promise<unknown> {
  const { ports, utcOffset } = chat;
  const from = since && momentOf(since, { now: ports.clock.now(), utcOffset });
  const query = { person, from, result: failed ? 'failed' : undefined };
  return begin({ reading: { query, pages: [], page: 0 } }, chat);
}

/** `unlock @user`: the same, to let somebody in again. */
export function unlock({ person }: Line<'unlock'>, chat: Chat): Promise<unknown> {
  return begin({ unlock: { typed: person } }, chat);
}

export function badLog(_line: Line<'bad-log'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:bad-log') });
}

export function unlockWhom(_line: Line<'unlock-whom'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:unlock-whom') });
}

async function begin(
  what: Pick<PendingReading, 'reading'> | Pick<PendingUnlock, 'unlock'>,
  chat: Chat,
): Promise<unknown> {
  const { caller, ports, roomId, threadId, triggerId } = chat;
  if (triggerId === undefined) {
    return chat.say({ text: chat.view.t('chat:needs-dialog') });
  }
  const pending = { ...what, roomId, threadId, correlationId: ports.random.id() };
  return openStep(beginLogout(caller, pending, ports), pending, chat);
}
