import { AuthorizedCaller } from '../caller/authorizeCaller';
import { Attempt } from '../logout/attempt';
import { ConfirmedSecondFactor, confirmSecondFactor } from '../logout/confirmSecondFactor';
import { EndingRequest } from '../logout/logoutSession';
import { probeCaller, verifyCaller, VerifyPorts } from '../logout/verifyCaller';
import { SecondFactor } from '../shared/secondFactor';
import { LogoutSettings } from '../shared/settings';

/**
 * Makes sure of the second factor for what needs neither permission nor licence for sessions: probe (and meanwhile take
 * the turn to send a code), confirm, let the workspace verify the code.
 *
 * @returns what was confirmed; without `askedFor` where the workspace asks for no code and the admin allows that
 * @throws AppError when it is not in hand, or not right
 */
export async function confirmCaller(
  caller: AuthorizedCaller,
  given: SecondFactor,
  { credential, typed }: Pick<EndingRequest, 'credential' | 'typed'>,
  settings: LogoutSettings,
  attempt: Pick<Attempt, 'takeTurn' | 'probed'>,
  ports: VerifyPorts,
): Promise<ConfirmedSecondFactor> {
  const turn = attempt.takeTurn({ given, typed }); // while the probe runs
  const probe = await probeCaller(caller, credential, given.method, settings, ports);
  attempt.probed(probe);
  const confirmed = confirmSecondFactor(caller, await turn, probe, settings);
  if (confirmed.askedFor !== undefined) {
    await verifyCaller(confirmed, credential, settings, ports);
  }
  return confirmed;
}
