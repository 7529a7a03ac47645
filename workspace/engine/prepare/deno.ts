import { promises as fs } from 'fs';
import * as path from 'path';
import { prepareDenoProgram } from './denoProgram';
import { APPS_ENGINE, type PreparedEngine } from './engine';
import { folderOnce, type Progress } from './folder';
import { forgetManifest, installPackages, versionOf } from './packages';
import { run } from './run';
import { IMPORTS, MISSING_MODULES } from './shims';

/** Raise this when the engine is to be prepared differently. */
const RECIPE = 2;

/**
 * An engine that runs each app in a process of Deno. Afterwards it runs without a network.
 *
 * It is moved out of `node_modules`, because Deno refuses to run TypeScript that lies there. Some of its imports are not
 * on npm or not in the npm package; small files of our own take their place.
 *
 * @param program the manifest of the Deno to run it with
 */
export async function prepareDenoEngine(
  manifest: string,
  program: string,
  progress: Progress,
): Promise<PreparedEngine> {
  const version = await versionOf(manifest, APPS_ENGINE);
  const binFolder = await prepareDenoProgram(program, progress);

  const folder = await folderOnce(`deno-${version}-r${RECIPE}`, async (unfinished) => {
    progress(`installing Apps-Engine ${version} (Deno), only once`);
    await installPackages(manifest, unfinished);
    // The engine would read its own version from a manifest in the folder above its own.
    await forgetManifest(unfinished);
    const copy = path.join(unfinished, 'apps-engine');
    await fs.rename(path.join(unfinished, 'node_modules', APPS_ENGINE), copy);
    await fs.mkdir(path.join(unfinished, 'temp'));
    await addMissingModules(copy);
    await installWrapper(unfinished, binFolder);
    progress('downloading what Deno needs (about 9 MB), only once');
    await run("downloading Deno's packages (is there a network?)", path.join(binFolder, 'deno'), ['cache', 'main.ts'], {
      cwd: path.join(copy, 'deno-runtime'),
      env: { DENO_DIR: denoDirOf(unfinished), DENO_TLS_CA_STORE: 'system' },
    });
  });
  return {
    packageFolder: path.join(folder, 'apps-engine'),
    tempFolder: path.join(folder, 'temp'),
    enter: () => {
      process.env.DENO_DIR = denoDirOf(folder);
      if (!process.env.PATH?.startsWith(binFolder)) {
        process.env.PATH = `${binFolder}${path.delimiter}${process.env.PATH ?? ''}`;
      }
    },
  };
}

/** Deno's cache of compiled modules and npm packages. Engine 1.46 looks for it here and nowhere else. */
function denoDirOf(folder: string): string {
  return path.join(folder, 'apps-engine', '.deno-cache');
}

async function addMissingModules(engine: string): Promise<void> {
  const runtime = path.join(engine, 'deno-runtime');
  const file = path.join(runtime, 'deno.jsonc');
  const settings = JSON.parse(await fs.readFile(file, 'utf8')) as { imports: Record<string, string> };
  delete settings.imports['@std/cli'];
  Object.assign(settings.imports, IMPORTS);
  await fs.writeFile(file, JSON.stringify(settings, null, 2));
  for (const [name, text] of Object.entries(MISSING_MODULES)) {
    const module = path.join(engine, name);
    await fs.mkdir(path.dirname(module), { recursive: true });
    await fs.writeFile(module, text);
  }
  // It names the packages that were just replaced.
  await fs.rm(path.join(runtime, 'deno.lock'), { force: true });
}

/**
 * Engine 1.46 starts the Deno of the npm package `deno-bin`, hands on no environment, and lets Deno compare everything
 * with the registry. Where that package is, a script takes the program's place and adds what later engines say themselves.
 * It becomes the program, so the engine ends that when it ends the script.
 */
async function installWrapper(folder: string, binFolder: string): Promise<void> {
  const bin = path.join(folder, 'node_modules', 'deno-bin', 'bin');
  const isAsked = await fs.stat(path.dirname(bin)).catch(() => undefined);
  if (isAsked === undefined) {
    return;
  }
  const program = path.join(path.relative(path.dirname(folder), binFolder), 'deno');
  const script = `#!/bin/sh\nshift\nexec "\${0%/*}/../../../../${program}" run --cached-only --no-lock "$@"\n`;
  await fs.mkdir(bin, { recursive: true });
  await fs.writeFile(path.join(bin, 'deno'), script, { mode: 0o755 });
}
