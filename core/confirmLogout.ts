import { Via } from './audit';
import { AuthorizedCaller } from './authorizeCaller';
import { Branded } from './brand';
import { AppError } from './errors';
import { LogoutSettings } from './ports';
import { Probe } from './probeSecondFactor';
import { ValidLogout } from './validateLogout';

/** A logout for which every check is done and the second factor is in hand. */
export type ConfirmedLogout = Branded<
  { readonly caller: AuthorizedCaller; readonly input: ValidLogout; readonly probe: Probe },
  'ConfirmedLogout'
>;

/**
 * Puts the checked pieces together, if the second factor is in hand.
 *
 * @throws SecondFactorError the workspace's own challenge, when it asks for a code and the caller sent none
 * @throws AppError `error-2fa-not-enforced` when the workspace asks for none, unless the admin allows that;
 *   `error-password-not-in-chat` when it asks for the password where what is typed can be read, unless the admin does
 */
export function confirmLogout(
  caller: AuthorizedCaller,
  input: ValidLogout,
  probe: Probe,
  via: Via,
  settings: LogoutSettings,
): ConfirmedLogout {
  if (probe.challenge === undefined) {
    if (settings.withoutChallenge !== 'allow') {
      throw new AppError('error-2fa-not-enforced');
    }
  } else if (probe.challenge.details.method === 'password' && via !== 'api' && !settings.passwordInChat) {
    throw new AppError('error-password-not-in-chat', probe.challenge.workspaceStatus);
  } else if (probe.challenge.code !== 'totp-required' || input.secondFactor.code === undefined) {
    throw probe.challenge;
  }
  return { caller, input, probe } as ConfirmedLogout;
}
