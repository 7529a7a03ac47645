import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { EngineCall } from '../adapters/engineCall';
import { operatorLog } from '../adapters/engineLog';
import { secureRandom } from '../adapters/system';
import { toAppError } from '../core/shared/errors';
import { errorText } from '../views/messages';
import { Modal, noticeModal } from '../views/modals';
import { languageOf } from '../views/texts/languages';

/**
 * Notes in the log what failed before a step was under way, and makes the dialog that says it when there is no chat to
 * say it in. Both have the same request ID.
 *
 * @param pendingId of the dialog to show it in; undefined for a dialog of its own, since what a client sent in its place
 *   must not be repeated
 */
export function failureNotice(
  thrown: unknown,
  event: string,
  pendingId: string | undefined,
  user: IUser | undefined,
  call: EngineCall,
): Modal {
  const error = toAppError(thrown, 'error-internal');
  const correlationId = secureRandom.id();
  operatorLog(call.logger).note({ event, correlationId, result: error.code });
  const { t } = languageOf(user?.settings?.preferences?.language);
  const text = errorText(error, t, { request: correlationId }, user?.utcOffset);
  return noticeModal(pendingId ?? correlationId, text, {
    appId: call.app.getID(),
    t,
  });
}

/** Opens a notice where a trigger allows it; otherwise the log has a line. Never throws. */
export async function openNotice(
  notice: Modal,
  event: string,
  user: IUser | undefined,
  triggerId: string | undefined,
  call: EngineCall,
): Promise<void> {
  try {
    if (user && triggerId) {
      await call.modify.getUiController().openSurfaceView(notice, { triggerId }, user);
    }
  } catch {
    operatorLog(call.logger).note({ event, correlationId: '-', result: 'not-told' });
  }
}
