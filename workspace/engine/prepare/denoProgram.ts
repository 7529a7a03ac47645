import { promises as fs } from 'fs';
import * as path from 'path';
import { folderOnce, type Progress } from './folder';
import { installPackages, versionOf } from './packages';

/**
 * Deno itself, which the engines that need the same one share.
 *
 * @param manifest `deno1` or `deno2`
 * @returns the folder of the program for this platform. Not `node_modules/.bin`: what lies there is a Node script that
 *   starts the program as its child, and the engine would end that script only, not the program.
 */
export async function prepareDenoProgram(manifest: string, progress: Progress): Promise<string> {
  const version = await versionOf(manifest, 'deno');
  const folder = await folderOnce(`program-deno-${version}`, async (unfinished) => {
    progress(`installing Deno ${version} (about 45 MB), only once`);
    await installPackages(manifest, unfinished);
    // In the package of 1.46.3 it is not executable; a script that runs after the installation would see to it.
    await fs.chmod(path.join(await platformFolder(unfinished), 'deno'), 0o755);
  });
  return platformFolder(folder);
}

/** @throws {Error} when npm installed no program, because there is none for this platform */
async function platformFolder(folder: string): Promise<string> {
  const scope = path.join(folder, 'node_modules', '@deno');
  const [platform] = await fs.readdir(scope).catch(() => []);
  if (platform === undefined) {
    throw new Error('The npm package "deno" has no program for this platform.');
  }
  return path.join(scope, platform);
}
