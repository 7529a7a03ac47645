/**
 * A copy of a value as a database would keep it: plain objects, arrays, dates and scalars; `undefined` and functions
 * are left out. `structuredClone` cannot be used: what comes out of the older engine's VM are proxies, which it refuses.
 */
export function toDocument<T>(value: T): T {
  return copy(value, []) as T;
}

function copy(value: unknown, ancestors: readonly unknown[]): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (ancestors.includes(value)) {
    return '[Circular]';
  }
  if (value instanceof Date) {
    return new Date(value.getTime());
  }
  if (value instanceof Error) {
    return { name: value.name, message: value.message, stack: value.stack };
  }
  if (Buffer.isBuffer(value)) {
    return Buffer.from(value);
  }
  const path = [...ancestors, value];
  if (Array.isArray(value)) {
    return value.map((item) => copy(item, path) ?? null);
  }
  const fields = Object.entries(value).map(([key, field]) => [key, copy(field, path)] as const);
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
}
