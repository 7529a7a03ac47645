/** What a recorded `<placeholder>` must look like where the server chooses its value. */
const CHOSEN_BY_SERVER: Record<string, RegExp> = {
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  n: /^\d+$/,
  token: /^[\w-]{40,}$/,
  code: /^[\w-]{20,}$/,
  'html page': /^\s*<!DOCTYPE html>|^Invalid token$/i,
};
const TOKEN_OF_A_STEP = /(access|refresh)_token ?\d+$/;
const PLACEHOLDER = /<([a-z][^<>]*)>/gi;
/** The end of a list that was shortened. */
const MORE_ROWS = /^<(\d+) more rows>$/;
/** A key that stands for all the keys of an object that were not written down. */
const MORE_KEYS = '…';

/** The text with its placeholders replaced by the values of this run. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => {
    if (values[name] === undefined) {
      throw new Error(`the recording uses <${name}>, which nothing set`);
    }
    return values[name];
  });
}

/** The path with the values of its query encoded, unless they were recorded so. */
export function encodedQuery(path: string): string {
  return path.replace(/([?&][\w%]+=)([^&]*)/g, (_whole, key: string, value: string) =>
    /^([\w.~-]|%[0-9A-F]{2})*$/i.test(value) ? key + value : key + encodeURIComponent(value),
  );
}

/**
 * Compares an answer with the recorded one: equal, but for placeholders. What a placeholder stands for is remembered in
 * `values` when it appears first, and must be the same afterwards (except for times and numbers).
 */
export function expectAsRecorded(got: unknown, recorded: unknown, values: Record<string, string>): void {
  expect(resolved(got, recorded, values)).toEqual(recorded);
}

/** `got`, with every value that fits its placeholder replaced by the placeholder. */
function resolved(got: unknown, recorded: unknown, values: Record<string, string>): unknown {
  if (recorded === '<user document>') {
    return isObject(got) ? recorded : got;
  }
  if (typeof recorded === 'string' && typeof got === 'string') {
    return fits(got, recorded, values) ? recorded : got;
  }
  if (Array.isArray(got) && Array.isArray(recorded)) {
    return shortened(got, recorded).map((item, index) => resolved(item, recorded[index], values));
  }
  if (isObject(got) && isObject(recorded)) {
    return Object.fromEntries(
      Object.entries(abridged(got, recorded)).map(([key, value]) => [key, resolved(value, recorded[key], values)]),
    );
  }
  return got;
}

/** A list shortened like the recorded one, if as many rows are left out. */
function shortened(got: unknown[], recorded: unknown[]): unknown[] {
  const last = recorded.at(-1);
  const more = typeof last === 'string' ? MORE_ROWS.exec(last) : null;
  const written = recorded.length - 1;
  return more !== null && got.length === written + Number(more[1]) ? [...got.slice(0, written), last] : got;
}

/** An object without the keys that were not written down, if the recorded one stands for more. */
function abridged(got: Record<string, unknown>, recorded: Record<string, unknown>): Record<string, unknown> {
  if (!(MORE_KEYS in recorded)) {
    return got;
  }
  const written = Object.entries(got).filter(([key]) => key in recorded);
  return { ...Object.fromEntries(written), [MORE_KEYS]: recorded[MORE_KEYS] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fits(got: string, recorded: string, values: Record<string, string>): boolean {
  const names = [...recorded.matchAll(PLACEHOLDER)].map(([, name]) => name);
  const pattern = recorded
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '([^]*?)'))
    .join('');
  const match = new RegExp(`^${pattern}$`).exec(got);
  return match !== null && names.every((name, index) => isValueOf(name, match[index + 1], values));
}

function isValueOf(name: string, value: string, values: Record<string, string>): boolean {
  if (values[name] !== undefined) {
    return values[name] === value;
  }
  const shape = TOKEN_OF_A_STEP.test(name) ? CHOSEN_BY_SERVER.token : CHOSEN_BY_SERVER[name];
  if (!shape?.test(value)) {
    return false;
  }
  if (name === 'code' || TOKEN_OF_A_STEP.test(name)) {
    values[name] = value;
  }
  return true;
}
