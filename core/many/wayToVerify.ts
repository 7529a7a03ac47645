import { AuthorizedCaller } from '../caller/authorizeCaller';
import { ConfirmedSecondFactor } from '../logout/confirmSecondFactor';
import { licenceOf, LicencePorts } from '../logout/licence';
import { Probe, ProbePorts, probeSecondFactor } from '../logout/probeSecondFactor';
import { probeCaller, verifyCaller, VerifyPorts } from '../logout/verifyCaller';
import { VerifiedSecondFactor, verifySecondFactor } from '../logout/verifySecondFactor';
import { ErrorCode, toAppError } from '../shared/errors';
import { Credential, WorkspaceAddress } from '../shared/ports';
import { SecondFactorMethod } from '../shared/secondFactor';

export type WayPorts = ProbePorts & LicencePorts & VerifyPorts;

/** A call by which the workspace verifies a second factor without changing anything, probed already. */
export interface WayToVerify {
  readonly probe: Probe;
  /** Whether this caller may list and end single sessions, as far as the probe tells. */
  readonly singleSessions: boolean;
  /**
   * Lets the workspace verify the code, by the call that was probed.
   *
   * @throws SecondFactorError when it refuses the code
   * @throws AppError whatever else it answers, or that it did not answer; nothing was changed
   */
  verify(confirmed: ConfirmedSecondFactor): Promise<VerifiedSecondFactor>;
}

/** Where the call for single sessions is of no use to this caller, though the other one may be. */
const NO_SINGLE_SESSIONS: readonly ErrorCode[] = ['error-unauthorized', 'error-license-required'];

/**
 * Chooses how the workspace is to verify the second factor of a caller before everything of one person is ended, and
 * probes that way.
 *
 * Where it has the licence and the caller the permission, by `sessions/logout` for a made-up session, after which the same
 * code may also clear the list. Anywhere else by `users.removePersonalAccessToken` for a made-up token, which every edition
 * has. The licence is asked for first: a workspace that lost it may use up a mailed code before it says so.
 *
 * @param caller proof that the role was checked
 * @param method what the caller named, so that the challenge is about the code they will send
 * @throws AppError when the workspace refuses, cannot be reached, or answers what it should not; nothing was changed
 */
export async function wayToVerify(
  caller: AuthorizedCaller,
  credential: Credential,
  method: SecondFactorMethod | undefined,
  address: WorkspaceAddress,
  ports: WayPorts,
): Promise<WayToVerify> {
  if ((await licenceOf(credential, address, ports)) === 'there') {
    try {
      const probe = await probeSecondFactor(caller, credential, method, address, ports);
      const verify = (confirmed: ConfirmedSecondFactor) => verifySecondFactor(confirmed, credential, address, ports);
      return { probe, singleSessions: true, verify };
    } catch (thrown) {
      const error = toAppError(thrown, 'error-internal');
      if (!NO_SINGLE_SESSIONS.includes(error.code)) {
        throw error;
      }
    }
  }
  const probe = await probeCaller(caller, credential, method, address, ports);
  const verify = (confirmed: ConfirmedSecondFactor) => verifyCaller(confirmed, credential, address, ports);
  return { probe, singleSessions: false, verify };
}
