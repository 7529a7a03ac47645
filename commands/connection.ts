import { Chat } from '../adapters/chat';
import { recordChat } from '../core/recordAttempt';
import { openConnect } from '../interactions/openConnect';

export function connect(_line: unknown, chat: Chat): Promise<unknown> {
  return openConnect(undefined, chat);
}

/** Deletes what the app keeps in the caller's name. Needs no role: everybody may take back what they granted. */
export async function disconnect(_line: unknown, chat: Chat): Promise<unknown> {
  const { caller, ports, view } = chat;
  await ports.connections.remove(caller.id);
  const what = { action: 'disconnect', via: 'command', correlationId: ports.random.id() } as const;
  await recordChat(caller, what, 'done', ports);
  return chat.say({ text: view.t('chat:disconnected') });
}
