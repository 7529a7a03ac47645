import { Branded } from '../shared/brand';
import { AppError, SecondFactorError } from '../shared/errors';
import { Credential, WorkspaceAddress } from '../shared/ports';
import { afterMail } from '../shared/secondFactor';
import { ConfirmedSecondFactor } from './confirmSecondFactor';
import { ProbePorts } from './probeSecondFactor';

/** A second factor to which the workspace itself has said yes, for this action. */
export type VerifiedSecondFactor = Branded<{ readonly confirmed: ConfirmedSecondFactor }, 'VerifiedSecondFactor'>;

/**
 * Lets the workspace verify the code before something is done for which it would ask for none.
 *
 * Calls `sessions/logout` with the code for a session ID made up on the spot: only after the second factor was checked
 * does the workspace look for the session, so "not found" means that the code is right, and nothing was changed.
 *
 * @throws SecondFactorError when it refuses the code
 * @throws AppError whatever else it answers, or that it did not answer; nothing was changed
 */
export async function verifySecondFactor(
  confirmed: ConfirmedSecondFactor,
  credential: Credential,
  { workspaceUrl, timeoutMs }: WorkspaceAddress,
  { sessions, random, budget }: ProbePorts,
): Promise<VerifiedSecondFactor> {
  const { secondFactor, userAgent } = confirmed;
  const answer = await sessions.logout({
    workspaceUrl,
    credential,
    sessionId: `verify-${random.id()}`,
    secondFactor,
    userAgent,
    timeoutMs: budget.limit(timeoutMs),
  });
  switch (answer.kind) {
    case 'not-found':
      return { confirmed } as VerifiedSecondFactor;
    case 'challenged':
      throw new SecondFactorError(afterMail(answer.challenge, confirmed), answer.status);
    case 'ended':
      throw new AppError('error-workspace-invalid-response', answer.status);
  }
}
