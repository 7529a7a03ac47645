import { Chat } from '../adapters/chat';
import { authorizeCaller } from '../core/authorizeCaller';
import { endOf } from '../core/connection';
import { AppError } from '../core/errors';
import { timeText } from '../views/time';

/** Says who the caller is to the app. Asks the workspace nothing, so that no code is mailed for it. */
export async function status(_line: unknown, chat: Chat): Promise<unknown> {
  const { caller, ports, utcOffset } = chat;
  const { t } = chat.view;
  const settings = await ports.settings.read();
  const [allowed, connection] = await Promise.all([
    authorizeCaller(caller, settings.allowedRoles, ports.roles).then(() => true, falseIfUnauthorized),
    ports.connections.find(caller.id),
  ]);
  const end = connection && endOf(connection);
  const connected = end !== undefined && end > ports.clock.now();
  return chat.say({
    text: [
      t(allowed ? 'chat:role-allowed' : 'chat:role-not-allowed'),
      connected ? t('chat:connected', { time: timeText(end, utcOffset) }) : t('chat:not-connected'),
    ].join('\n'),
  });
}

function falseIfUnauthorized(error: unknown): false {
  if (error instanceof AppError && error.code === 'error-unauthorized') {
    return false;
  }
  throw error;
}
