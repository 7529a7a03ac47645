import { createHash } from 'crypto';
import { AuthorizedCaller } from '../caller/authorizeCaller';
import { Branded } from '../shared/brand';
import { AppError, SecondFactorError } from '../shared/errors';
import { Challenge, SecondFactor } from '../shared/secondFactor';
import { LogoutSettings } from '../shared/settings';
import { Probe } from './probeSecondFactor';
import { validCode, ValidLogout } from './validateLogout';

/** A second factor in hand, of a caller for whom everything else is checked. */
export interface SecondFactorInHand {
  readonly caller: AuthorizedCaller;
  /** What the workspace is to check. */
  readonly secondFactor: SecondFactor;
  readonly userAgent: string;
  /** Whether the probe made the workspace mail a code, as when the one before had run out. */
  readonly codeMailed: boolean;
}

/** A second factor that only `confirmSecondFactor` can make. */
export type ConfirmedSecondFactor = Branded<SecondFactorInHand, 'ConfirmedSecondFactor'>;

/** A logout for which every check is done and the second factor is in hand. */
export type ConfirmedLogout = Branded<SecondFactorInHand & { readonly sessionId: string }, 'ConfirmedLogout'>;

/** What a person typed in chat in place of a program's header. */
export interface TypedInChat {
  /** The code or password as it was typed. */
  readonly text?: string;
  /** Whether they were shown what will happen, and said yes. */
  readonly confirmed: boolean;
  /** Whether the admin lets passwords be typed where they can be read on the screen. */
  readonly passwordAllowed: boolean;
}

/**
 * Puts the checked pieces of one logout together, if the second factor is in hand.
 *
 * @throws AppError as `confirmSecondFactor` does
 */
export function confirmLogout(
  caller: AuthorizedCaller,
  input: ValidLogout,
  probe: Probe,
  typed: TypedInChat | undefined,
  settings: Pick<LogoutSettings, 'withoutChallenge'>,
): ConfirmedLogout {
  return logoutOf(input.sessionId, confirmSecondFactor(caller, input.secondFactor, probe, typed, settings));
}

/** One logout with a second factor that may be for many. */
export function logoutOf(sessionId: string, confirmed: ConfirmedSecondFactor): ConfirmedLogout {
  const { caller, secondFactor, userAgent, codeMailed } = confirmed;
  return { caller, sessionId, secondFactor, userAgent, codeMailed } as ConfirmedLogout;
}

/**
 * Whether the second factor that the workspace asks for is in hand.
 *
 * @param given what a program sent
 * @param typed what a person typed in chat; undefined for a program, whose code is part of the input
 * @throws SecondFactorError the workspace's own challenge, when it asks for a code and the caller sent none
 * @throws AppError `error-2fa-not-enforced` when the workspace asks for none, unless the admin allows that;
 *   `error-password-not-in-chat` when it asks for the password where what is typed can be read, unless the admin does;
 *   `error-confirmation-needed` when it asks for none and a person in chat has not been shown what will happen
 */
export function confirmSecondFactor(
  caller: AuthorizedCaller,
  given: SecondFactor,
  { challenge, userAgent, workspaceStatus }: Probe,
  typed: TypedInChat | undefined,
  { withoutChallenge }: Pick<LogoutSettings, 'withoutChallenge'>,
): ConfirmedSecondFactor {
  if (challenge === undefined) {
    if (withoutChallenge !== 'allow') {
      throw new AppError('error-2fa-not-enforced', workspaceStatus);
    }
    if (typed?.confirmed === false) {
      throw new AppError('error-confirmation-needed', workspaceStatus);
    }
    return { caller, secondFactor: given, userAgent, codeMailed: false } as ConfirmedSecondFactor;
  }
  if (challenge.method === 'password' && typed?.passwordAllowed === false) {
    throw new AppError('error-password-not-in-chat', workspaceStatus);
  }
  const secondFactor = typed?.text === undefined ? given : typedFactor(typed.text, challenge);
  if (challenge.code !== 'totp-required' || secondFactor.code === undefined) {
    throw new SecondFactorError(challenge, workspaceStatus);
  }
  return { caller, secondFactor, userAgent, codeMailed: challenge.mailed } as ConfirmedSecondFactor;
}

/**
 * What a person typed, as the workspace wants it for its challenge: a password as its SHA-256 digest
 * (app/2fa/server/code/PasswordCheckFallback.ts), a code without the spaces that apps show it with.
 *
 * @throws InvalidInputError for a code that cannot be one
 */
function typedFactor(typed: string, { method }: Challenge): SecondFactor {
  const code = method === 'password' ? createHash('sha256').update(typed).digest('hex') : typed.replace(/\s/g, '');
  return { code: validCode(code), method: method === 'other' ? undefined : method };
}
