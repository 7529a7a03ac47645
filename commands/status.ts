import { Chat } from '../conversation/chat';
import { connectionStatus } from '../core/connection/connectionStatus';
import { timeText } from '../views/time';

/** Says who the caller is to the app. */
export async function status(_line: unknown, chat: Chat): Promise<unknown> {
  const { caller, ports, utcOffset } = chat;
  const { t } = chat.view;
  const { allowed, connectedUntil } = await connectionStatus(caller, ports);
  return chat.say({
    text: [
      t(allowed ? 'chat:role-allowed' : 'chat:role-not-allowed'),
      connectedUntil === undefined
        ? t('chat:not-connected')
        : t('chat:connected', { time: timeText(connectedUntil, utcOffset) }),
    ].join('\n'),
  });
}
