import { Credential } from '../shared/ports';
import { ExistingUserId } from './existingPerson';

/** One `POST /api/v1/users.logout`, as the caller. */
export interface UsersLogoutCall {
  readonly workspaceUrl: string;
  readonly credential: Credential;
  readonly userAgent: string;
  /** Of somebody who exists: with an empty one the workspace would log out the caller. */
  readonly userId: ExistingUserId;
  /** In milliseconds. */
  readonly timeoutMs: number;
}

export interface UsersApi {
  /**
   * Asks the workspace to end every login of a person. Takes hardly longer than `timeoutMs`.
   *
   * @returns the status, only when the workspace said that it was done
   * @throws AppError one of `REFUSALS`, or the workspace's own demand for a second factor, when it said no and did
   *   nothing; anything else when there is no clear answer
   */
  logoutEverywhere(call: UsersLogoutCall): Promise<number>;
}
