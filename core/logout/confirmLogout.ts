import { AuthorizedCaller } from '../caller/authorizeCaller';
import { Branded } from '../shared/brand';
import { LogoutSettings } from '../shared/settings';
import { ConfirmedSecondFactor, confirmSecondFactor, FactorInTurn, SecondFactorInHand } from './confirmSecondFactor';
import { Probe } from './probeSecondFactor';
import { ValidLogout } from './validateLogout';

/** A logout for which every check is done and the second factor is in hand. */
export type ConfirmedLogout = Branded<SecondFactorInHand & { readonly sessionId: string }, 'ConfirmedLogout'>;

/**
 * Puts the checked pieces together, if the second factor is in hand.
 *
 * @throws SecondFactorError or AppError as `confirmSecondFactor` does
 */
export function confirmLogout(
  caller: AuthorizedCaller,
  { sessionId }: ValidLogout,
  brought: FactorInTurn,
  probe: Probe,
  settings: Pick<LogoutSettings, 'withoutChallenge'>,
): ConfirmedLogout {
  return logoutOf(sessionId, confirmSecondFactor(caller, brought, probe, settings));
}

/** One logout with a second factor that may be for many. */
export function logoutOf(sessionId: string, confirmed: ConfirmedSecondFactor): ConfirmedLogout {
  const inHand: SecondFactorInHand = confirmed;
  return { ...inHand, sessionId } as ConfirmedLogout;
}
