import { AuthorizedCaller } from '../caller/authorizeCaller';
import { Probe, ProbePorts, probeWith } from '../logout/probeSecondFactor';
import { Credential, WorkspaceAddress } from '../shared/ports';
import { SecondFactorMethod } from '../shared/secondFactor';
import { SessionListApi } from './sessionListApi';

export type ProbeListPorts = Pick<ProbePorts, 'random' | 'budget'> & { readonly sessionList: SessionListApi };

/**
 * Finds out whether the workspace would verify a second factor before it shows sessions to this caller, now.
 *
 * Asks without a code for one row of a search for a text made up on the spot, which nothing can contain: also a workspace
 * that asks for no code shows nobody's sessions yet. Needs the same permission and licence as the real call.
 *
 * @param caller proof that the role was checked
 * @param method what the caller named, so that the challenge is about the code they will send
 * @throws AppError when the workspace refuses, cannot be reached, or answers what it should not
 */
export async function probeList(
  caller: AuthorizedCaller,
  credential: Credential,
  method: SecondFactorMethod | undefined,
  address: WorkspaceAddress,
  ports: ProbeListPorts,
): Promise<Probe> {
  const { random, sessionList } = ports;
  return probeWith(caller, address, ports, async (call) => {
    const page = { filter: `probe-${random.id()}`, offset: 0, count: 1 };
    const answer = await sessionList.list({ ...call, ...page, credential, secondFactor: { method } });
    return answer.kind === 'challenged' ? answer : { status: answer.status };
  });
}
