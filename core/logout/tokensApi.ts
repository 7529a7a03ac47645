import { Branded } from '../shared/brand';
import { Credential, Random } from '../shared/ports';
import { Challenge, SecondFactor } from '../shared/secondFactor';

/** The name of a token that nobody can have. */
export type MadeUpName = Branded<string, 'MadeUpName'>;

/** A fresh name for a call that must find nothing. Never empty. */
export function madeUpName(random: Random): MadeUpName {
  return `session-logout-${random.id()}` as MadeUpName;
}

/** One `POST /api/v1/users.removePersonalAccessToken` for a token that does not exist, as the caller. */
export interface UnknownTokenCall {
  readonly workspaceUrl: string;
  readonly credential: Credential;
  /** Of no token at all: one that exists would be removed. */
  readonly tokenName: MadeUpName;
  readonly userAgent: string;
  readonly secondFactor: SecondFactor;
  /** In milliseconds. */
  readonly timeoutMs: number;
}

/** What the workspace answered when it came as far as the second factor, or past it. */
export type UnknownTokenAnswer =
  /** The second factor was checked, or none was asked for; there is no such token, and nothing was changed. */
  | { readonly kind: 'not-found'; readonly status: number }
  | { readonly kind: 'challenged'; readonly status: number; readonly challenge: Challenge };

export interface TokensApi {
  /**
   * Asks the workspace to remove a token that does not exist: a call that demands a second factor in every edition of
   * Rocket.Chat, needs no licence, and changes nothing. Takes hardly longer than `timeoutMs`.
   *
   * @throws AppError one of `REFUSALS` when it said no before that; anything else when there is no clear answer
   */
  removeUnknown(call: UnknownTokenCall): Promise<UnknownTokenAnswer>;
}
