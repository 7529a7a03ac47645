import { createHash } from 'crypto';
import { Via } from './audit';
import { AuthorizedCaller } from './authorizeCaller';
import { Branded } from './brand';
import { AppError, SecondFactorError } from './errors';
import { LogoutSettings, SecondFactor } from './ports';
import { Probe } from './probeSecondFactor';
import { knownMethod, validCode, ValidLogout } from './validateLogout';

/** A logout for which every check is done and the second factor is in hand. */
export type ConfirmedLogout = Branded<
  {
    readonly caller: AuthorizedCaller;
    readonly sessionId: string;
    /** What the workspace is to check. */
    readonly secondFactor: SecondFactor;
    readonly userAgent: string;
    /** Whether the probe made the workspace mail a code, as when the one before had run out. */
    readonly codeMailed: boolean;
  },
  'ConfirmedLogout'
>;

/**
 * Puts the checked pieces together, if the second factor is in hand.
 *
 * @param typed what a person typed in chat; a program's code is part of the input
 * @throws SecondFactorError the workspace's own challenge, when it asks for a code and the caller sent none
 * @throws AppError `error-2fa-not-enforced` when the workspace asks for none, unless the admin allows that;
 *   `error-password-not-in-chat` when it asks for the password where what is typed can be read, unless the admin does
 */
export function confirmLogout(
  caller: AuthorizedCaller,
  input: ValidLogout,
  probe: Probe,
  { via, typed }: { readonly via: Via; readonly typed?: string },
  settings: LogoutSettings,
): ConfirmedLogout {
  const { sessionId } = input;
  const { challenge, userAgent } = probe;
  if (challenge === undefined) {
    if (settings.withoutChallenge !== 'allow') {
      throw new AppError('error-2fa-not-enforced', probe.workspaceStatus);
    }
    return { caller, sessionId, secondFactor: input.secondFactor, userAgent, codeMailed: false } as ConfirmedLogout;
  }
  if (challenge.details.method === 'password' && via !== 'api' && !settings.passwordInChat) {
    throw new AppError('error-password-not-in-chat', probe.workspaceStatus);
  }
  const secondFactor = typed === undefined ? input.secondFactor : typedFactor(typed, challenge);
  if (challenge.code !== 'totp-required' || secondFactor.code === undefined) {
    throw challenge;
  }
  return { caller, sessionId, secondFactor, userAgent, codeMailed: challenge.codeMailed } as ConfirmedLogout;
}

/**
 * What a person typed, as the workspace wants it for its challenge: a password as its SHA-256 digest
 * (app/2fa/server/code/PasswordCheckFallback.ts), a code without the spaces that apps show it with.
 *
 * @throws InvalidInputError for a code that cannot be one
 */
function typedFactor(typed: string, { details }: SecondFactorError): SecondFactor {
  const method = knownMethod(details.method);
  const code = method === 'password' ? createHash('sha256').update(typed).digest('hex') : typed.replace(/\s/g, '');
  return { code: validCode(code), method };
}
