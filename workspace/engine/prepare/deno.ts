import { promises as fs } from 'fs';
import * as path from 'path';
import { folderOnce, PROJECT, type Progress } from './folder';
import { run } from './run';
import { PARSE_ARGS, WRITE_ALL } from './shims';

/** Raise this when the engine is to be prepared differently. */
const RECIPE = 1;

export interface DenoEngine {
  /** The engine's package folder. */
  packageFolder: string;
  /** Deno's cache of compiled modules and npm packages, for `DENO_DIR`. */
  denoDir: string;
  /** The folder that holds the `deno` program itself, for `PATH`. */
  binFolder: string;
}

/**
 * The engine of late servers, prepared from the project's own `node_modules`. Afterwards it runs without a network.
 *
 * It is copied out, because Deno refuses to run TypeScript that lies in a `node_modules` folder. Two of its imports are
 * not in the npm package; small files of our own take their place.
 */
export async function prepareDenoEngine(progress: Progress): Promise<DenoEngine> {
  const source = path.join(PROJECT, 'node_modules', '@rocket.chat', 'apps-engine');
  const { version } = JSON.parse(await fs.readFile(path.join(source, 'package.json'), 'utf8')) as { version: string };
  const binFolder = await findDenoFolder();

  // The parent of the copy must not hold a package.json: the engine would read its own version from there.
  const folder = await folderOnce(`deno-${version}-r${RECIPE}`, async (unfinished) => {
    progress(`preparing Apps-Engine ${version} (Deno), only once`);
    const copy = path.join(unfinished, 'apps-engine');
    await fs.cp(source, copy, { recursive: true });
    await patchImports(path.join(copy, 'deno-runtime'));
    progress('downloading what Deno needs (about 9 MB), only once');
    await run("downloading Deno's packages (is there a network?)", path.join(binFolder, 'deno'), ['cache', 'main.ts'], {
      cwd: path.join(copy, 'deno-runtime'),
      env: { DENO_DIR: path.join(unfinished, 'deno-dir'), DENO_TLS_CA_STORE: 'system' },
    });
  });
  return { packageFolder: path.join(folder, 'apps-engine'), denoDir: path.join(folder, 'deno-dir'), binFolder };
}

/**
 * The folder of the Deno program for this platform. Not `node_modules/.bin`: what lies there is a Node script that
 * starts the program as its child, and the engine would end that script only, not the program.
 */
async function findDenoFolder(): Promise<string> {
  const scope = path.join(PROJECT, 'node_modules', '@deno');
  const [platform] = await fs.readdir(scope).catch(() => []);
  if (platform === undefined) {
    throw new Error('The npm package "deno" has no program for this platform installed. Run "npm ci" first.');
  }
  return path.join(scope, platform);
}

async function patchImports(runtime: string): Promise<void> {
  const file = path.join(runtime, 'deno.jsonc');
  const settings = JSON.parse(await fs.readFile(file, 'utf8')) as { imports: Record<string, string> };
  delete settings.imports['@std/cli'];
  settings.imports['@std/cli/parse-args'] = './shims/parse-args.ts';
  settings.imports['https://deno.land/std@0.216.0/io/write_all.ts'] = './shims/write-all.ts';
  await fs.mkdir(path.join(runtime, 'shims'));
  await fs.writeFile(path.join(runtime, 'shims', 'parse-args.ts'), PARSE_ARGS);
  await fs.writeFile(path.join(runtime, 'shims', 'write-all.ts'), WRITE_ALL);
  await fs.writeFile(file, JSON.stringify(settings, null, 2));
  // It names the packages that were just replaced.
  await fs.rm(path.join(runtime, 'deno.lock'), { force: true });
}
