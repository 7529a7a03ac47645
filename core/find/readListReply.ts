import { challengeIn, fieldsOf, isTrue, refusalIn, WorkspaceReply } from '../logout/readReply';
import { readSessionRow } from '../logout/readSessionRow';
import { SessionRow } from '../logout/sessionRow';
import { AppError } from '../shared/errors';
import { ListAnswer } from './sessionListApi';

/**
 * Reads an answer to `GET /api/v1/sessions/list.all` of any version from 6.5 on
 * (apps/meteor/ee/server/api/sessions.ts, apps/meteor/server/models/raw/Sessions.ts).
 *
 * One row that cannot be understood makes the whole answer unclear: a session left out in silence could be the one that
 * somebody looks for.
 *
 * @throws AppError one of `REFUSALS`; `error-workspace-invalid-response` for anything it does not know for certain
 */
export function readListReply(reply: WorkspaceReply): ListAnswer {
  const { status, body } = reply;
  const { success, sessions, total } = fieldsOf(body);
  if (status === 200 && isTrue(success) && Array.isArray(sessions) && isCount(total)) {
    return { kind: 'page', status, rows: sessions.map((sent) => rowOf(sent, status)), total };
  }
  const challenge = challengeIn(reply);
  if (challenge) {
    return { kind: 'challenged', status, challenge };
  }
  throw refusalIn(reply);
}

function rowOf(sent: unknown, status: number): SessionRow {
  const row = readSessionRow(sent);
  if (row === undefined) {
    throw new AppError('error-workspace-invalid-response', status);
  }
  return row;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
