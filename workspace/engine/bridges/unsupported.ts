/**
 * For what an app may ask of a real workspace and the embedded one does not have: the app is told so, instead of
 * getting an answer that a real one would not give.
 */
export function unsupported(what: string): () => Promise<never> {
  return async () => {
    throw new Error(`The embedded workspace does not do this: ${what}.`);
  };
}

/** A whole bridge of that kind: every method of it says so. */
export function unsupportedBridge<T extends object>(name: string): T {
  return new Proxy<T>({} as T, {
    // Not a promise: `then` must not look like a method.
    get: (_target, method) => (method === 'then' ? undefined : unsupported(`${name}.${String(method)}`)),
  });
}
