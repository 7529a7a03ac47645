import { AuthorizedCaller } from '../caller/authorizeCaller';
import { AppError } from '../shared/errors';
import { Budget } from '../shared/budget';
import { Credential, WorkspaceAddress } from '../shared/ports';
import { BroughtFactor, hasCode } from './confirmSecondFactor';
import { Probe, ProbePorts, probeSecondFactor } from './probeSecondFactor';

/** What the workspace says of its licence for device management; `unknown` where it does not say. */
export type Licence = 'there' | 'missing' | 'unknown';

export interface LicenceApi {
  /**
   * Asks the workspace, as the caller and without a code, whether it has the licence for device management. Changes
   * nothing. Takes hardly longer than `timeoutMs`, in milliseconds, for each of two calls at most. Never throws.
   */
  deviceManagement(credential: Credential, workspaceUrl: string, timeoutMs: number): Promise<Licence>;
}

export interface LicencePorts {
  readonly licence: LicenceApi;
  readonly budget: Budget;
}

/** How long the workspace may take to say what licence it has, in milliseconds: other answers tell it as well. */
const MOST_MS = 3_000;

/** What licence the workspace has, within what is left of the call. Never throws. */
export async function licenceOf(
  credential: Credential,
  { workspaceUrl, timeoutMs }: WorkspaceAddress,
  { licence, budget }: LicencePorts,
): Promise<Licence> {
  try {
    return await licence.deviceManagement(credential, workspaceUrl, budget.limit(Math.min(timeoutMs, MOST_MS)));
  } catch {
    return 'unknown';
  }
}

/**
 * Tells a missing licence from what a probe makes it look like.
 *
 * A workspace that never had the licence does not know its permissions, and answers that they are missing; one that lost
 * it may ask for a code first, and say so only afterwards (apps/meteor/ee/server/api/sessions.ts of 6.5). So the workspace
 * is asked for its licence where the probe found no permission, and before anybody is asked for a code; not where a code is
 * in hand, since the real call will tell.
 *
 * @param probing a probe of a call that needs the licence
 * @param asking who asks, and where
 * @throws AppError `error-license-required`, or what the probe failed with
 */
export async function unlessUnlicensed(
  probing: Promise<Probe>,
  brought: BroughtFactor,
  asking: { readonly credential: Credential; readonly address: WorkspaceAddress },
  ports: LicencePorts,
): Promise<Probe> {
  const ask = (): Promise<Licence> => licenceOf(asking.credential, asking.address, ports);
  const asked = hasCode(brought) ? undefined : ask(); // while the probe runs
  let probe: Probe;
  try {
    probe = await probing;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'error-unauthorized' && (await (asked ?? ask())) === 'missing') {
      throw new AppError('error-license-required', thrown.workspaceStatus);
    }
    throw thrown;
  }
  if (probe.challenge && (await asked) === 'missing') {
    throw new AppError('error-license-required', probe.workspaceStatus);
  }
  return probe;
}

/**
 * Finds out whether the workspace would verify a second factor for a logout by this caller, now, or has no licence for it.
 *
 * @param brought what the caller brought: without a code in it, the licence is asked for beside the probe
 * @throws AppError as `probeSecondFactor` does; `error-license-required`
 */
export function probeLicensed(
  caller: AuthorizedCaller,
  credential: Credential,
  brought: BroughtFactor,
  address: WorkspaceAddress,
  ports: ProbePorts & LicencePorts,
): Promise<Probe> {
  const probing = probeSecondFactor(caller, credential, brought.given.method, address, ports);
  return unlessUnlicensed(probing, brought, { credential, address }, ports);
}
