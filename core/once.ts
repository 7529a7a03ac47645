/** Things that may be used once, each under a key that only its owner was told. */
export interface OnceStore<T> {
  /** Stores a value. Whatever is past its end is cleared away. */
  put(key: string, value: T & OnceMeta): Promise<void>;
  /** Looks at a value without using it up. */
  peek(key: string): Promise<(T & OnceMeta) | undefined>;
  /** Uses a value up: of all who ask, on whatever server, one gets it. */
  take(key: string): Promise<(T & OnceMeta) | undefined>;
}

export interface OnceMeta {
  readonly ownerId: string;
  /** Milliseconds since the epoch. Who takes it must look at this. */
  readonly expiresAt: number;
  /** Counts how often it was put back under its key. */
  readonly turn: number;
}
