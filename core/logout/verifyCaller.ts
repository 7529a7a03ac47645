import { AuthorizedCaller } from '../caller/authorizeCaller';
import { SecondFactorError } from '../shared/errors';
import { Credential, WorkspaceAddress } from '../shared/ports';
import { afterMail, SecondFactorMethod } from '../shared/secondFactor';
import { ConfirmedSecondFactor } from './confirmSecondFactor';
import { Probe, ProbePorts, probeWith } from './probeSecondFactor';
import { madeUpName, TokensApi } from './tokensApi';
import { VerifiedSecondFactor } from './verifySecondFactor';

export type VerifyPorts = Pick<ProbePorts, 'random' | 'budget'> & { readonly tokens: TokensApi };

/**
 * Finds out whether the workspace would verify a second factor for this caller, now, where what follows needs neither the
 * permission nor the licence to end sessions.
 *
 * Asks without a code to remove a token with a name made up on the spot, which nobody has: a call that demands a second
 * factor in every edition (measured on 6.5.3 with and without a licence).
 *
 * @param caller proof that the role was checked
 * @param method what the caller named, so that the challenge is about the code they will send
 * @throws AppError when the workspace refuses, cannot be reached, or answers what it should not; nothing was changed
 */
export async function probeCaller(
  caller: AuthorizedCaller,
  credential: Credential,
  method: SecondFactorMethod | undefined,
  address: WorkspaceAddress,
  ports: VerifyPorts,
): Promise<Probe> {
  return probeWith(caller, address, ports, async (call) => {
    const tokenName = madeUpName(ports.random);
    const answer = await ports.tokens.removeUnknown({ ...call, credential, tokenName, secondFactor: { method } });
    return answer.kind === 'challenged' ? answer : { status: answer.status };
  });
}

/**
 * Lets the workspace verify the code by the same call: only after it checked the second factor does it look for the
 * token, so that there is none means that the code is right.
 *
 * @throws SecondFactorError when it refuses the code
 * @throws AppError whatever else it answers, or that it did not answer; nothing was changed
 */
export async function verifyCaller(
  confirmed: ConfirmedSecondFactor,
  credential: Credential,
  { workspaceUrl, timeoutMs }: WorkspaceAddress,
  { tokens, random, budget }: VerifyPorts,
): Promise<VerifiedSecondFactor> {
  const { secondFactor, userAgent } = confirmed;
  const answer = await tokens.removeUnknown({
    workspaceUrl,
    credential,
    tokenName: madeUpName(random),
    secondFactor,
    userAgent,
    timeoutMs: budget.limit(timeoutMs),
  });
  if (answer.kind === 'challenged') {
    throw new SecondFactorError(afterMail(answer.challenge, confirmed), answer.status);
  }
  return { confirmed } as VerifiedSecondFactor;
}
