import { createHash } from 'crypto';
import { AuthorizedCaller } from '../caller/authorizeCaller';
import { Branded } from '../shared/brand';
import { AppError, SecondFactorError } from '../shared/errors';
import { Challenge, SecondFactor } from '../shared/secondFactor';
import { LogoutSettings } from '../shared/settings';
import { Probe } from './probeSecondFactor';
import { validCode } from './validateLogout';

/** The second factor for one action, and what its calls must carry so that the workspace checks it. */
export interface SecondFactorInHand {
  readonly caller: AuthorizedCaller;
  /** What the workspace is to check. */
  readonly secondFactor: SecondFactor;
  /** What it asked for; undefined when it asks for nothing and the admin allows that. */
  readonly askedFor?: Challenge['method'];
  readonly userAgent: string;
  /** Whether the probe made the workspace mail a code, as when the one before had run out. */
  readonly codeMailed: boolean;
}

/** A second factor that is in hand, after the role was checked and the workspace probed. */
export type ConfirmedSecondFactor = Branded<SecondFactorInHand, 'ConfirmedSecondFactor'>;

/**
 * What a caller brought as their second factor, with the turn to send it where there is a code in it: an attempt alone
 * makes one (`Attempt.takeTurn`), and without it no code gets to the workspace.
 */
export type FactorInTurn = Branded<BroughtFactor, 'FactorInTurn'>;

export interface BroughtFactor {
  /** What a program sent with its request. */
  readonly given: SecondFactor;
  /** What a person typed in chat; undefined for a program. */
  readonly typed?: TypedInChat;
}

/** Whether there is a code in it, which the workspace would check. */
export function hasCode({ given, typed }: BroughtFactor): boolean {
  return given.code !== undefined || typed?.text !== undefined;
}

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
 * Decides whether the second factor for an action is in hand.
 *
 * @param brought what the caller brought, in its turn
 * @throws SecondFactorError the workspace's own challenge, when it asks for a code and the caller sent none
 * @throws AppError `error-2fa-not-enforced` when the workspace asks for none, unless the admin allows that;
 *   `error-password-not-in-chat` when it asks for the password where what is typed can be read, unless the admin does;
 *   `error-confirmation-needed` when it asks for none and a person in chat has not been shown what will happen
 */
export function confirmSecondFactor(
  caller: AuthorizedCaller,
  { given, typed }: FactorInTurn,
  { challenge, userAgent, workspaceStatus }: Probe,
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
  const { method: askedFor, mailed: codeMailed } = challenge;
  if (askedFor === 'password' && typed?.passwordAllowed === false) {
    throw new AppError('error-password-not-in-chat', workspaceStatus);
  }
  const secondFactor = typed?.text === undefined ? given : typedFactor(typed.text, challenge);
  if (challenge.code !== 'totp-required' || secondFactor.code === undefined) {
    throw new SecondFactorError(challenge, workspaceStatus);
  }
  return { caller, secondFactor, askedFor, userAgent, codeMailed } as ConfirmedSecondFactor;
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
