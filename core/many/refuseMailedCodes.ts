import { AppError } from '../shared/errors';
import { Credential } from '../shared/ports';

/**
 * Refuses what would need more mailed codes than the one that can be in hand. The workspace uses a mailed code up with
 * its first success, and remembers that only for login tokens (apps/meteor/app/2fa/server/code/index.ts): with an access
 * token, each further call would be refused and make it mail another code.
 *
 * @param method what the workspace asks for, or what the caller says that it will
 * @param calls how many calls need the code
 * @throws AppError `error-one-code-per-session`
 */
export function refuseMailedCodes(
  credential: Credential,
  method: string | undefined,
  calls: number,
  workspaceStatus?: number,
): void {
  if (credential.kind === 'access-token' && method === 'email' && calls > 1) {
    throw new AppError('error-one-code-per-session', workspaceStatus);
  }
}
