import { Chat } from '../conversation/chat';
import { connectionStatus } from '../core/connection/connectionStatus';
import { currentCredential } from '../core/connection/currentCredential';
import { checkSetup } from '../core/oversight/checkSetup';
import { setupText } from '../views/setup';
import { timeText } from '../views/time';

/** Says who the caller is to the app; and to somebody who may use it, whether everything it needs is in order. */
export async function status(_line: unknown, chat: Chat): Promise<unknown> {
  const { caller, ports, utcOffset } = chat;
  const { t } = chat.view;
  const { allowed, connectedUntil } = await connectionStatus(caller, ports);
  const lines = [
    t(allowed ? 'chat:role-allowed' : 'chat:role-not-allowed'),
    connectedUntil === undefined
      ? t('chat:not-connected')
      : t('chat:connected', { time: timeText(connectedUntil, utcOffset) }),
  ];
  if (allowed) {
    const credential =
      connectedUntil === undefined ? undefined : await currentCredential(caller.id, ports).catch(() => undefined);
    lines.push('', setupText(await checkSetup(allowed, credential, ports), t));
    if (!credential) {
      lines.push(t('setup:connect-first'));
    }
  }
  return chat.say({ text: lines.join('\n') });
}
