/** Things that may be used once, each under a key that only its owner was told. */
export interface SingleUseStore<T> {
  /** Stores a value. Whatever is past its end is cleared away. */
  put(key: string, value: T & SingleUseMeta): Promise<void>;
  /** Looks at a value without using it up. */
  peek(key: string): Promise<(T & SingleUseMeta) | undefined>;
  /**
   * Uses a value up: of all who ask, on whatever server, one gets it.
   *
   * @param seen the value as `peek` gave it; only while it still is that one can it be taken
   */
  take(key: string, seen: T & SingleUseMeta): Promise<(T & SingleUseMeta) | undefined>;
}

export interface SingleUseMeta {
  readonly ownerId: string;
  /** Milliseconds since the epoch. Whoever takes the value must look at this. */
  readonly expiresAt: number;
  /** Counts how often the value was put back under its key. */
  readonly turn: number;
}
