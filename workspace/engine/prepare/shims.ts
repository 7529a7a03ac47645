/**
 * Two small Deno modules with the parts of Deno's standard library that the engine's runtime uses: the library is not
 * on npm, and the workspace gets everything from npm.
 */

/** In place of `@std/cli/parse-args`: `--name value`, `--flag`, numbers as numbers. */
export const PARSE_ARGS = `export function parseArgs(args: string[]): Record<string, unknown> {
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

/** In place of `std/io/write_all`: a write may accept only part of what it is given. */
export const WRITE_ALL = `interface Writer {
  write(data: Uint8Array): Promise<number>;
}

export async function writeAll(writer: Writer, data: Uint8Array): Promise<void> {
  let written = 0;
  while (written < data.length) {
    written += await writer.write(data.subarray(written));
  }
}
`;
