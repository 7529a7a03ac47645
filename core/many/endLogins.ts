import { RecordedIntent } from '../logout/forwardLogout';
import { REFUSALS } from '../logout/readReply';
import { VerifiedSecondFactor } from '../logout/verifySecondFactor';
import { AppError, SecondFactorError, toAppError } from '../shared/errors';
import { Credential } from '../shared/ports';
import { ExistingPerson } from './existingPerson';
import { UsersApi } from './usersApi';

/**
 * Ends every login of a person, with all personal access tokens: sends `POST /api/v1/users.logout` as the caller. The
 * workspace asks for no second factor there, hence the proof that it has verified one.
 *
 * @param _intent proof that it was recorded
 * @returns the workspace's status, only when it said that this was done
 * @throws AppError what the workspace refused it with, when nothing was done; `error-outcome-unknown` when it may have
 *   been done
 */
export async function endLogins(
  { id: userId }: ExistingPerson,
  { confirmed: { userAgent } }: VerifiedSecondFactor,
  _intent: RecordedIntent,
  call: { readonly workspaceUrl: string; readonly credential: Credential; readonly timeoutMs: number },
  users: UsersApi,
): Promise<number> {
  try {
    return await users.logoutEverywhere({ ...call, userId, userAgent });
  } catch (thrown) {
    const error = toAppError(thrown, 'error-outcome-unknown');
    const refused = REFUSALS.includes(error.code) || error instanceof SecondFactorError;
    throw refused ? error : new AppError('error-outcome-unknown', error.workspaceStatus);
  }
}
