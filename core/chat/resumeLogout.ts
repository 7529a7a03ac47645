import { Caller } from '../caller/caller';
import { AppError } from '../shared/errors';
import { authorizeStep } from './authorizeStep';
import { ChatPorts } from './chatPorts';
import { codeQuestionOf, StoredPendingLogout } from './pendingLogout';
import { recordFailures } from './recordFailures';

/**
 * Lets a person look at their pending logout again, if they still may. They are not asked for a password that would then
 * be refused.
 *
 * @throws AppError `error-unauthorized`, `error-account-deactivated`, `error-settings-unreadable`,
 *   `error-password-not-in-chat`; recorded
 */
export async function resumeLogout(found: StoredPendingLogout, caller: Caller, ports: ChatPorts): Promise<void> {
  await recordFailures(caller, 'modal', found, ports, async () => {
    await authorizeStep(found, caller, ports);
    const asksForPassword = codeQuestionOf(found)?.method === 'password';
    if (asksForPassword && !(await ports.settings.chat()).passwordInChat) {
      throw new AppError('error-password-not-in-chat');
    }
  });
}
