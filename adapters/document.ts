/**
 * A value as it can be stored and read back the same: fields without a value are left out. Engines with Deno would
 * store them as null.
 */
export function asDocument<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
