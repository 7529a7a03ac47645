/**
 * For what a real workspace offers and the embedded one does not: the app is told so, instead of getting an answer that
 * a real workspace would not give.
 */
export function unsupported(what: string): () => Promise<never> {
  return async () => {
    throw new Error(`The embedded workspace does not support this: ${what}.`);
  };
}

/** A whole bridge of that kind: each of its methods says so. */
export function unsupportedBridge<T extends object>(name: string): T {
  return new Proxy<T>({} as T, {
    // Not a promise: `then` must not look like a method.
    get: (_target, method) => (method === 'then' ? undefined : unsupported(`${name}.${String(method)}`)),
  });
}
