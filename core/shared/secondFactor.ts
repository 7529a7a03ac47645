/** The words for a second factor: how it can be given, and how the workspace asks for it. */

/** The methods a workspace knows (Rocket.Chat `app/2fa/server/code/index.ts`). */
export const SECOND_FACTOR_METHODS = ['totp', 'email', 'password'] as const;
export type SecondFactorMethod = (typeof SECOND_FACTOR_METHODS)[number];

/** What answers a challenge. */
export interface SecondFactor {
  readonly code?: string;
  readonly method?: SecondFactorMethod;
}

/** The workspace's own words for "a code is missing, incorrect, or was incorrect too often". */
export const SECOND_FACTOR_CODES = ['totp-required', 'totp-invalid', 'totp-max-attempts'] as const;
export type SecondFactorCode = (typeof SECOND_FACTOR_CODES)[number];

/** What the workspace answers to an incorrect code. */
export const INCORRECT_CODES: readonly string[] = ['totp-invalid', 'totp-max-attempts'];

/** The workspace's demand for a second factor, or its refusal of the code it was given. */
export interface Challenge {
  readonly code: SecondFactorCode;
  /** What the workspace wants; `other` for a method this app does not know. */
  readonly method: SecondFactorMethod | 'other';
  /** Where a code was mailed to. */
  readonly address?: string;
  /** Whether a code was mailed just now. */
  readonly mailed: boolean;
  /** The workspace's own sentence and details. Clients of the endpoint know them; nothing in the app reads them. */
  readonly answer: { readonly error: string; readonly details: Readonly<Record<string, unknown>> };
}

/** The method if the workspace knows it, otherwise undefined. */
export function knownMethod(method: unknown): SecondFactorMethod | undefined {
  return SECOND_FACTOR_METHODS.find((known) => known === method);
}

/**
 * A refusal of a code, with what is known of a mail: the workspace answers an incorrect code without a word about the one
 * that its challenge had just sent.
 *
 * @param codeMailed whether the probe made it mail one
 */
export function afterMail(refused: Challenge, { codeMailed }: { readonly codeMailed: boolean }): Challenge {
  return { ...refused, mailed: refused.mailed || codeMailed };
}
