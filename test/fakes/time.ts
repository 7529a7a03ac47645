/** A promise that a test settles when it wants. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((keep, fail) => ([resolve, reject] = [keep, fail]));
  return { promise, resolve, reject };
}

/** Puts time into a test's hands, for all tests beside this call. */
export function clockInHand() {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());
  return {
    pass: (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds),
    /** Lets everything happen that needs no time. */
    turns: async (): Promise<void> => {
      for (let turn = 0; turn < 10; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}
