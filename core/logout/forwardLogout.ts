import { AuditEntry } from '../audit/auditEntry';
import { AuditLog } from '../audit/auditLog';
import { requireRecorded } from '../audit/recordAttempt';
import { Branded } from '../shared/brand';
import { AppError, SecondFactorError, toAppError } from '../shared/errors';
import { Credential } from '../shared/ports';
import { afterMail } from '../shared/secondFactor';
import { ConfirmedLogout } from './confirmLogout';
import { REFUSALS } from './readReply';
import { LogoutAnswer, SessionsApi } from './sessionsApi';

/** An entry whose intent is stored. Without one nothing can be forwarded. */
export type RecordedIntent = Branded<AuditEntry, 'RecordedIntent'>;

/**
 * Stores who is about to end which session.
 *
 * @throws AppError `error-audit-unavailable` when it could not be stored; then nothing may be sent
 */
export async function recordIntent(entry: AuditEntry, audit: AuditLog): Promise<RecordedIntent> {
  await requireRecorded(entry, audit);
  return entry as RecordedIntent;
}

/**
 * Ends the session: sends `POST /api/v1/sessions/logout` as the caller, with their code.
 *
 * @param _intent proof that it was recorded
 * @param call where to send it; `timeoutMs` is how long the answer may take, in milliseconds
 * @returns the workspace's status, only when the workspace said that the session was ended
 * @throws AppError what the workspace refused it with, when nothing was done;
 *   `error-outcome-unknown` when it may have been done
 */
export async function forwardLogout(
  confirmed: ConfirmedLogout,
  _intent: RecordedIntent,
  call: { readonly workspaceUrl: string; readonly credential: Credential; readonly timeoutMs: number },
  sessions: SessionsApi,
): Promise<number> {
  const { sessionId, secondFactor, userAgent } = confirmed;
  let answer: LogoutAnswer;
  try {
    answer = await sessions.logout({ ...call, sessionId, secondFactor, userAgent });
  } catch (thrown) {
    const error = toAppError(thrown, 'error-outcome-unknown');
    throw REFUSALS.includes(error.code) ? error : new AppError('error-outcome-unknown', error.workspaceStatus);
  }
  switch (answer.kind) {
    case 'ended':
      if (answer.sessionId !== sessionId) {
        throw new AppError('error-outcome-unknown', answer.status);
      }
      return answer.status;
    case 'not-found':
      throw new AppError('error-session-not-found', answer.status);
    case 'challenged':
      throw new SecondFactorError(afterMail(answer.challenge, confirmed), answer.status);
  }
}
