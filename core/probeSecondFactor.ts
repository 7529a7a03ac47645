import { AuthorizedCaller } from './authorizeCaller';
import { Branded } from './brand';
import { AppError, SecondFactorError } from './errors';
import { Credential, LogoutSettings, Random, SecondFactorMethod, SessionsApi } from './ports';
import { readReply } from './readReply';

/** What the workspace answered to the probe: its demand for a second factor, or that it would not make one. */
export type Probe = Branded<
  {
    /** The workspace's demand; undefined when it would let the logout through without looking at any code. */
    readonly challenge?: SecondFactorError;
    /** The status of that answer. */
    readonly workspaceStatus: number;
    /** Carried by the probe and its logout, and by nothing else, ever. */
    readonly userAgent: string;
  },
  'Probe'
>;

/**
 * Finds out whether the workspace would verify a second factor for this caller, now.
 *
 * Calls `sessions/logout` without a code for a session id made up on the spot, which cannot exist, so it changes
 * nothing; it needs the same permission and licence as the real call. The User-Agent is random, since the workspace
 * remembers a confirmation per token, User-Agent and address (app/2fa/server/code/index.ts), and a confirmation that
 * some other client gave must not count here.
 *
 * @param caller proof that the role was checked
 * @param method what the caller named, so that the challenge is about the code they will send
 * @throws AppError when the workspace refuses, cannot be reached, or answers what it should not;
 *   in every case nothing was changed
 */
export async function probeSecondFactor(
  _caller: AuthorizedCaller,
  credential: Credential,
  method: SecondFactorMethod | undefined,
  settings: LogoutSettings,
  ports: { readonly sessions: SessionsApi; readonly random: Random },
): Promise<Probe> {
  const userAgent = `Session-Logout ${ports.random.id()}`;
  const reply = await ports.sessions.logout({
    workspaceUrl: settings.workspaceUrl,
    credential,
    sessionId: `probe-${ports.random.id()}`,
    userAgent,
    secondFactor: { method },
    timeoutMs: settings.timeoutMs,
  });
  if (reply.kind === 'timeout') {
    throw new AppError('error-workspace-timeout');
  }
  if (reply.kind === 'unreachable') {
    throw new AppError('error-workspace-unreachable');
  }
  const verdict = readReply(reply);
  if (verdict.kind === 'not-found') {
    return { userAgent, workspaceStatus: reply.status } as Probe;
  }
  if (verdict.kind !== 'refused') {
    throw new AppError('error-workspace-invalid-response', reply.status);
  }
  if (verdict.error instanceof SecondFactorError) {
    return { challenge: verdict.error, userAgent, workspaceStatus: reply.status } as Probe;
  }
  throw verdict.error;
}
