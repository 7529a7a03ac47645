/**
 * Small Deno modules in place of those that engines import and that are not on npm, or that their npm package leaves
 * out: the workspace gets everything from npm. An engine that does not import one of them is not disturbed by it.
 */

/** In place of `@std/cli/parse-args`: `--name value`, `--flag`, numbers as numbers. */
const PARSE_ARGS = `export function parseArgs(args: string[]): Record<string, unknown> {
  const parsed: Record<string, unknown> = { _: [] };
  args.forEach((arg, index) => {
    if (!arg.startsWith('--')) return;
    const value = args[index + 1];
    const isFlag = value === undefined || value.startsWith('--');
    parsed[arg.slice(2)] = isFlag ? true : Number.isNaN(Number(value)) ? value : Number(value);
  });
  return parsed;
}
`;

/** In place of `@std/io` and `std/io/write_all`: a write may accept only part of what it is given. */
const WRITE_ALL = `interface Writer {
  write(data: Uint8Array): Promise<number>;
}

export async function writeAll(writer: Writer, data: Uint8Array): Promise<void> {
  let written = 0;
  while (written < data.length) {
    written += await writer.write(data.subarray(written));
  }
}
`;

/** In place of `@std/streams`: everything that a stream holds. */
const TO_ARRAY_BUFFER = `export function toArrayBuffer(stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
  return new Response(stream).arrayBuffer();
}
`;

/** What engine 1.62 imports by its source: only the name and the code of the class (definition/exceptions). */
const APPS_ENGINE_EXCEPTION = `export class AppsEngineException extends Error {
  static JSONRPC_ERROR_CODE = -32070;
}
`;

/** The modules, by their path in the engine's package. */
export const MISSING_MODULES: Readonly<Record<string, string>> = {
  'deno-runtime/shims/parse-args.ts': PARSE_ARGS,
  'deno-runtime/shims/write-all.ts': WRITE_ALL,
  'deno-runtime/shims/streams.ts': TO_ARRAY_BUFFER,
  'src/definition/exceptions/AppsEngineException.ts': APPS_ENGINE_EXCEPTION,
};

/** Which module stands for which import, as in `deno.jsonc`. */
export const IMPORTS: Readonly<Record<string, string>> = {
  '@std/cli/parse-args': './shims/parse-args.ts',
  '@std/io': './shims/write-all.ts',
  '@std/streams': './shims/streams.ts',
  'https://deno.land/std@0.216.0/io/write_all.ts': './shims/write-all.ts',
};
