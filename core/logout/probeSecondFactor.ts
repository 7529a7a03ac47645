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
    /** The workspace's demand; undefined when it would let the call through without looking at any code. */
    readonly challenge?: Challenge;
    /** The status of that answer. */
    readonly workspaceStatus: number;
    /** Carried by the probe and the calls it was made for, and by nothing else, ever. */
    readonly userAgent: string;
  },
  'Probe'
>;

export interface ProbePorts {
  readonly sessions: SessionsApi;
  readonly random: Random;
  readonly budget: Budget;
}

/** What was learnt from a harmless call without a code. */
export interface ProbeAnswer {
  /** Undefined when the workspace let the call through. */
  readonly challenge?: Challenge;
  readonly status: number;
}

/** What every probe is sent with. */
export interface ProbeCall {
  readonly workspaceUrl: string;
  readonly userAgent: string;
  /** In milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Finds out whether the workspace would verify a second factor for this caller, now, by a call that can do no harm.
 *
 * The User-Agent is random, since the workspace remembers a confirmation per token, User-Agent and address
 * (app/2fa/server/code/index.ts), and a confirmation that some other client gave must not count here.
 *
 * @param _caller proof that the role was checked
 * @param ask makes the call, as the caller and without a code
 * @throws AppError when the workspace refuses, cannot be reached, or answers what it should not
 */
export async function probeWith(
  _caller: AuthorizedCaller,
  { workspaceUrl, timeoutMs }: WorkspaceAddress,
  { random, budget }: Pick<ProbePorts, 'random' | 'budget'>,
  ask: (call: ProbeCall) => Promise<ProbeAnswer>,
): Promise<Probe> {
  const userAgent = `Session-Logout ${random.id()}`;
  const { challenge, status } = await ask({ workspaceUrl, userAgent, timeoutMs: budget.limit(timeoutMs) });
  return { challenge, userAgent, workspaceStatus: status } as Probe;
}

/**
 * Finds out whether the workspace would verify a second factor for a logout by this caller, now.
 *
 * Calls `sessions/logout` without a code for a session ID made up on the spot, which cannot exist, so it changes
 * nothing; it needs the same permission and licence as the real call.
 *
 * @param caller proof that the role was checked
 * @param method what the caller named, so that the challenge is about the code they will send
 * @throws AppError when the workspace refuses, cannot be reached, or answers what it should not; in every case nothing
 *   was changed
 */
export async function probeSecondFactor(
  caller: AuthorizedCaller,
  credential: Credential,
  method: SecondFactorMethod | undefined,
  address: WorkspaceAddress,
  ports: ProbePorts,
): Promise<Probe> {
  const { random, sessions } = ports;
  return probeWith(caller, address, ports, async (call) => {
    const sessionId = `probe-${random.id()}`;
    const answer = await sessions.logout({ ...call, credential, sessionId, secondFactor: { method } });
    switch (answer.kind) {
      case 'challenged':
        return answer;
      case 'not-found':
        return { status: answer.status };
      case 'ended':
        // No workspace ends a session that does not exist: whatever answered this is none.
        throw new AppError('error-workspace-invalid-response', answer.status);
    }
  });
}
