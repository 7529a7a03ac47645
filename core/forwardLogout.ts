import { AuditEntry } from './audit';
import { Branded } from './brand';
import { ConfirmedLogout } from './confirmLogout';
import { AppError, SecondFactorError } from './errors';
import { AuditLog, Credential, SessionsApi, WorkspaceReply } from './ports';
import { readReply } from './readReply';

/** A confirmed logout whose intent is stored. Only this can be forwarded. */
export type RecordedLogout = Branded<
  { readonly confirmed: ConfirmedLogout; readonly entry: AuditEntry },
  'RecordedLogout'
>;

/**
 * Stores who is about to end which session.
 *
 * @throws AppError `error-audit-unavailable` when it could not be stored; then nothing may be sent
 */
export async function recordIntent(
  confirmed: ConfirmedLogout,
  entry: AuditEntry,
  audit: AuditLog,
): Promise<RecordedLogout> {
  try {
    await audit.append(entry);
  } catch {
    // The store's message might hold anything; the code says all the caller can act on.
    throw new AppError('error-audit-unavailable');
  }
  return { confirmed, entry } as RecordedLogout;
}

/**
 * Ends the session: sends `POST /api/v1/sessions/logout` as the caller, with their code.
 *
 * @param timeoutMs how long the answer may take, milliseconds
 * @returns the workspace's status, only when the workspace said that the session was ended
 * @throws AppError what the workspace refused it with, when nothing was done;
 *   `error-outcome-unknown` when it may have been done
 */
export async function forwardLogout(
  { confirmed }: RecordedLogout,
  call: { readonly workspaceUrl: string; readonly credential: Credential; readonly timeoutMs: number },
  sessions: SessionsApi,
): Promise<number> {
  const { sessionId, secondFactor, userAgent } = confirmed;
  let reply: WorkspaceReply;
  try {
    reply = await sessions.logout({ ...call, sessionId, secondFactor, userAgent });
  } catch {
    throw new AppError('error-outcome-unknown');
  }
  if (reply.kind !== 'answer') {
    throw new AppError('error-outcome-unknown');
  }
  const verdict = readReply(reply);
  switch (verdict.kind) {
    case 'done':
      if (verdict.sessionId !== sessionId) {
        throw new AppError('error-outcome-unknown', reply.status);
      }
      return verdict.status;
    case 'not-found':
      throw new AppError('error-session-not-found', verdict.status);
    case 'refused':
      throw withMail(verdict.error, confirmed.codeMailed);
    case 'unintelligible':
      throw new AppError('error-outcome-unknown', verdict.status);
  }
}

/** The workspace answers a wrong code without a word about the mail that its challenge of a moment ago had sent. */
function withMail(error: AppError, codeMailed: boolean): AppError {
  if (!codeMailed || !(error instanceof SecondFactorError)) {
    return error;
  }
  const { secondFactorCode, workspaceStatus, workspaceError, details } = error;
  return new SecondFactorError(secondFactorCode, workspaceStatus, workspaceError, details, true);
}
