import { Chat } from '../conversation/chat';
import { openConnect } from '../conversation/openConnect';
import { endConnection } from '../core/connection/endConnection';

export function connect(_line: unknown, chat: Chat): Promise<unknown> {
  return openConnect(undefined, chat);
}

export async function disconnect(_line: unknown, chat: Chat): Promise<unknown> {
  await endConnection(chat.caller, chat.ports);
  return chat.say({ text: chat.view.t('chat:disconnected') });
}
