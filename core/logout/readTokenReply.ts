import { AppError } from '../shared/errors';
import { challengeIn, fieldsOf, refusalIn, WorkspaceReply } from './readReply';
import { UnknownTokenAnswer } from './tokensApi';

/**
 * Reads an answer to `POST /api/v1/users.removePersonalAccessToken` for a token that does not exist
 * (apps/meteor/app/api/server/v1/users.ts; the name of the error is spelt as servers spell it).
 *
 * Without the permission `create-personal-access-tokens`, which it looks at after the code, it answers `not-authorized`.
 * The call needs no licence.
 *
 * @throws AppError one of `REFUSALS`; `error-workspace-invalid-response` for anything it does not know for certain
 */
export function readTokenReply(reply: WorkspaceReply): UnknownTokenAnswer {
  const { status, body } = reply;
  const { success, errorType } = fieldsOf(body);
  if (status === 400 && success === false && errorType === 'error-token-does-not-exists') {
    return { kind: 'not-found', status };
  }
  const challenge = challengeIn(reply);
  if (challenge) {
    return { kind: 'challenged', status, challenge };
  }
  if (status === 400 && errorType === 'not-authorized') {
    throw new AppError('error-unauthorized', status);
  }
  throw refusalIn(reply);
}
