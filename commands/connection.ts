import { Chat } from '../adapters/chat';
import { chatEntry } from '../core/connect';
import { recordAttempt } from '../core/recordAttempt';
import { openConnect } from '../interactions/openConnect';

export function connect(_line: unknown, chat: Chat): Promise<unknown> {
  return openConnect(undefined, chat);
}

/** Deletes what the app keeps in the caller's name. Needs no role: everybody may take back what they granted. */
export async function disconnect(_line: unknown, chat: Chat): Promise<unknown> {
  const { caller, ports, view } = chat;
  await ports.connections.remove(caller.id);
  const entry = chatEntry(caller, 'disconnect', 'command', ports.random.id(), ports);
  await recordAttempt(entry, { result: 'done', durationMs: 0 }, ports);
  return chat.say({ text: view.t('chat:disconnected') });
}
