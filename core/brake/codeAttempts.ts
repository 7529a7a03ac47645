/** One code that somebody wants the workspace to check. */
export interface CodeAttempt {
  readonly id: string;
  readonly callerId: string;
  /** When it was stored, in milliseconds since the epoch by the clock of the server that did. */
  readonly at: number;
}

/** What is known of one person's codes, each list in the order in which it was stored. */
export interface KnownAttempts {
  /** Codes that may be on their way to the workspace now. */
  readonly open: readonly CodeAttempt[];
  /** Codes that the workspace found incorrect; `at`: when it said so. */
  readonly incorrect: readonly CodeAttempt[];
}

/** Where the codes of people are counted. Nothing in it says what the codes were. */
export interface CodeAttempts {
  /**
   * Stores that a code is about to be sent. Resolves only when it is stored.
   *
   * @throws when it could not be stored
   */
  begin(attempt: CodeAttempt): Promise<void>;
  /**
   * What is known of one person's codes, without what is too old to matter; that is cleared away.
   *
   * The order is that in which attempts were begun, and were found incorrect, on whatever server.
   *
   * @throws when it could not be read
   */
  of(callerId: string): Promise<KnownAttempts>;
  /**
   * Ends an attempt: as `incorrect` when the workspace refused the code, as `over` when it did not, which leaves nothing
   * of it. One whose answer is not known is not ended.
   *
   * @throws when that could not be stored
   */
  end(attempt: CodeAttempt, result: 'incorrect' | 'over'): Promise<void>;
  /** Forgets all codes of one person. */
  clear(callerId: string): Promise<void>;
}
