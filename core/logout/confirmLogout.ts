import { AuthorizedCaller } from '../caller/authorizeCaller';
import { Branded } from '../shared/brand';
import { LogoutSettings } from '../shared/settings';
import { ConfirmedSecondFactor, confirmSecondFactor, SecondFactorInHand, TypedInChat } from './confirmSecondFactor';
import { Probe } from './probeSecondFactor';
import { ValidLogout } from './validateLogout';

/** A logout for which every check is done and the second factor is in hand. */
export type ConfirmedLogout = Branded<SecondFactorInHand & { readonly sessionId: string }, 'ConfirmedLogout'>;

/**
 * Puts the checked pieces together, if the second factor is in hand.
 *
 * @param typed what a person typed in chat; undefined for a program, whose code is part of the input
 * @throws SecondFactorError or AppError as `confirmSecondFactor` does
 */
export function confirmLogout(
  caller: AuthorizedCaller,
  { sessionId, secondFactor }: ValidLogout,
  probe: Probe,
  typed: TypedInChat | undefined,
  settings: Pick<LogoutSettings, 'withoutChallenge'>,
): ConfirmedLogout {
  return logoutOf(sessionId, confirmSecondFactor(caller, secondFactor, probe, typed, settings));
}

/** One logout with a second factor that may be for many. */
export function logoutOf(sessionId: string, confirmed: ConfirmedSecondFactor): ConfirmedLogout {
  const inHand: SecondFactorInHand = confirmed;
  return { ...inHand, sessionId } as ConfirmedLogout;
}
