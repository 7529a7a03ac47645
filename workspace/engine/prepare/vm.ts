import { promises as fs } from 'fs';
import * as path from 'path';
import { folderOnce, PROJECT, type Progress } from './folder';
import { run } from './run';

/** Raise this when the engine is to be prepared differently. */
const RECIPE = 1;

export interface VmEngine {
  /** The engine's package folder. */
  packageFolder: string;
  /** The working directory its VM needs: it looks up the engine's modules in `npm/node_modules` there. */
  workingFolder: string;
}

/**
 * The engine of servers up to 6.9, installed from the manifest and lock file in `workspace/engine/vm`. Afterwards it
 * runs without a network.
 */
export async function prepareVmEngine(progress: Progress): Promise<VmEngine> {
  const source = path.join(PROJECT, 'workspace', 'engine', 'vm');
  const manifest = JSON.parse(await fs.readFile(path.join(source, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const version = manifest.dependencies['@rocket.chat/apps-engine'];

  const workingFolder = await folderOnce(`vm-${version}-r${RECIPE}`, async (unfinished) => {
    progress(`installing Apps-Engine ${version} (VM), only once`);
    for (const file of ['package.json', 'package-lock.json']) {
      await fs.copyFile(path.join(source, file), path.join(unfinished, file));
    }
    // It names peers that only its clients need.
    const args = ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund', '--ignore-scripts'];
    await run('installing its npm packages (is there a network?)', 'npm', args, { cwd: unfinished });
    await fs.mkdir(path.join(unfinished, 'npm'));
    await fs.symlink(path.join('..', 'node_modules'), path.join(unfinished, 'npm', 'node_modules'), 'dir');
  });
  return { packageFolder: path.join(workingFolder, 'node_modules', '@rocket.chat', 'apps-engine'), workingFolder };
}
