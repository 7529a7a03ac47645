import { promises as fs } from 'fs';
import * as path from 'path';
import { APPS_ENGINE, type PreparedEngine } from './engine';
import { folderOnce, type Progress } from './folder';
import { installPackages, versionOf } from './packages';

/** Raise this when the engine is to be prepared differently. */
const RECIPE = 1;

/** The engine of servers up to 6.9, which runs apps in a VM. Afterwards it runs without a network. */
export async function prepareVmEngine(manifest: string, progress: Progress): Promise<PreparedEngine> {
  const version = await versionOf(manifest, APPS_ENGINE);
  const folder = await folderOnce(`vm-${version}-r${RECIPE}`, async (unfinished) => {
    progress(`installing Apps-Engine ${version} (VM), only once`);
    await installPackages(manifest, unfinished);
    await fs.mkdir(path.join(unfinished, 'npm'));
    await fs.symlink(path.join('..', 'node_modules'), path.join(unfinished, 'npm', 'node_modules'), 'dir');
  });
  return {
    packageFolder: path.join(folder, 'node_modules', APPS_ENGINE),
    // Its VM looks up the engine's modules in `npm/node_modules` of the working directory.
    enter: () => process.chdir(folder),
  };
}
