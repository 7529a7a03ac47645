import { challengeIn, fieldsOf, isTrue, refusalIn, WorkspaceReply } from './readReply';
import { readSessionRow } from './readSessionRow';
import { InfoAnswer } from './sessionInfoApi';

/**
 * Reads an answer to `GET /api/v1/sessions/info.admin`: one session with the fields of a row of the list
 * (apps/meteor/ee/server/api/sessions.ts).
 *
 * @throws AppError one of `REFUSALS`; `error-workspace-invalid-response` for anything it does not know for certain
 */
export function readInfoReply(reply: WorkspaceReply): InfoAnswer {
  const { status, body } = reply;
  const { success, error } = fieldsOf(body);
  const row = status === 200 && isTrue(success) ? readSessionRow(body) : undefined;
  if (row !== undefined) {
    return { kind: 'session', row };
  }
  if (status === 404 && error === 'Session not found') {
    return { kind: 'not-found' };
  }
  const challenge = challengeIn(reply);
  if (challenge) {
    return { kind: 'challenged', status, challenge };
  }
  throw refusalIn(reply);
}
