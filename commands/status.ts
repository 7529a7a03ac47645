import { Chat } from '../conversation/chat';
import { connectionStatus } from '../core/connection/connectionStatus';
import { timeText } from '../views/time';

/** Says who the caller is to the app. */
export async function status(_line: unknown, { caller, ports, say, utcOffset, view: { t } }: Chat): Promise<unknown> {
  const { allowed, connectedUntil } = await connectionStatus(caller, ports);
  return say({
    text: [
      t(allowed ? 'chat:role-allowed' : 'chat:role-not-allowed'),
      connectedUntil === undefined
        ? t('chat:not-connected')
        : t('chat:connected', { time: timeText(connectedUntil, utcOffset) }),
    ].join('\n'),
  });
}
