import { challengeIn, fieldsOf, isTrue, refusalIn, WorkspaceReply } from '../logout/readReply';
import { AppError, SecondFactorError } from '../shared/errors';

/**
 * Reads an answer to `POST /api/v1/users.logout` (apps/meteor/app/api/server/v1/users.ts).
 *
 * Here the bare word `unauthorized`, later `forbidden`, means that the permission `logout-other-user` is missing; the
 * call needs no licence.
 *
 * @returns its status, when every login of the person was ended
 * @throws AppError one of `REFUSALS`; `error-workspace-invalid-response` for anything it does not know for certain
 * @throws SecondFactorError should the workspace ask for a second factor: it was not told the code, and did nothing
 */
export function readUsersLogout(reply: WorkspaceReply): number {
  const { status } = reply;
  const { success, error } = fieldsOf(reply.body);
  if (status === 200 && isTrue(success)) {
    return status;
  }
  if ((status === 401 || status === 403) && (error === 'unauthorized' || error === 'forbidden')) {
    throw new AppError('error-unauthorized', status);
  }
  const challenge = challengeIn(reply);
  throw challenge ? new SecondFactorError(challenge, status) : refusalIn(reply);
}
