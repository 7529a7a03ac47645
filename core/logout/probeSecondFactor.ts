import { AuthorizedCaller } from '../caller/authorizeCaller';
import { Branded } from '../shared/brand';
import { Budget } from '../shared/budget';
import { AppError } from '../shared/errors';
import { Credential, Random, WorkspaceAddress } from '../shared/ports';
import { Challenge, SecondFactorMethod } from '../shared/secondFactor';
import { SessionsApi } from './sessionsApi';

/** What the workspace answered to the probe: its demand for a second factor, or that it would not make one. */
export type Probe = Branded<
  {
    /** The workspace's demand; undefined when it would let the logout through without looking at any code. */
    readonly challenge?: Challenge;
    /** The status of that answer. */
    readonly workspaceStatus: number;
    /** Carried by the probe and its logout, and by nothing else, ever. */
    readonly userAgent: string;
  },
  'Probe'
>;

export interface ProbePorts {
  readonly sessions: SessionsApi;
  readonly random: Random;
  readonly budget: Budget;
}

/**
 * Finds out whether the workspace would verify a second factor for this caller, now.
 *
 * Calls `sessions/logout` without a code for a session ID made up on the spot, which cannot exist, so it changes
 * nothing; it needs the same permission and licence as the real call. The User-Agent is random, since the workspace
 * remembers a confirmation per token, User-Agent and address (app/2fa/server/code/index.ts), and a confirmation that
 * some other client gave must not count here.
 *
 * @param _caller proof that the role was checked
 * @param method what the caller named, so that the challenge is about the code they will send
 * @throws AppError when the workspace refuses, cannot be reached, or answers what it should not; in every case nothing
 *   was changed
 */
export async function probeSecondFactor(
  _caller: AuthorizedCaller,
  credential: Credential,
  method: SecondFactorMethod | undefined,
  { workspaceUrl, timeoutMs }: WorkspaceAddress,
  { sessions, random, budget }: ProbePorts,
): Promise<Probe> {
  const userAgent = `Session-Logout ${random.id()}`;
  const answer = await sessions.logout({
    workspaceUrl,
    credential,
    sessionId: `probe-${random.id()}`,
    userAgent,
    secondFactor: { method },
    timeoutMs: budget.limit(timeoutMs),
  });
  switch (answer.kind) {
    case 'challenged':
      return { challenge: answer.challenge, userAgent, workspaceStatus: answer.status } as Probe;
    case 'not-found':
      return { userAgent, workspaceStatus: answer.status } as Probe;
    case 'ended':
      // No workspace ends a session that does not exist: whatever answered this is none.
      throw new AppError('error-workspace-invalid-response', answer.status);
  }
}
