/** Who asks, as the workspace knows them at this moment. */
export interface Caller {
  readonly id: string;
  readonly username: string;
  /** Role IDs. */
  readonly roles: readonly string[];
  /** Whether the account is active. */
  readonly isEnabled: boolean;
}
