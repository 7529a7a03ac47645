import { promises as fs } from 'fs';
import * as path from 'path';
import { PROJECT } from './folder';
import { run } from './run';

/** Where manifests and lock files of what is installed outside the project's own dependency tree lie, by name. */
const MANIFESTS = path.join(PROJECT, 'workspace', 'engine', 'packages');
const FILES = ['package.json', 'package-lock.json'];

/** The exact version of the npm package that the manifest is for. */
export async function versionOf(manifest: string, npmPackage: string): Promise<string> {
  const text = await fs.readFile(path.join(MANIFESTS, manifest, 'package.json'), 'utf8');
  return (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies[npmPackage];
}

/**
 * Installs what a manifest and its lock file name into `node_modules` of a folder, and leaves both files there.
 *
 * @throws {PreparationError} with what npm said
 */
export async function installPackages(manifest: string, folder: string): Promise<void> {
  await Promise.all(FILES.map((file) => fs.copyFile(path.join(MANIFESTS, manifest, file), path.join(folder, file))));
  // Engines name peers that only their clients need, and older ones a script that downloads a program of its own.
  const args = ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('installing its npm packages (is there a network?)', 'npm', args, { cwd: folder });
}

/** Takes away the two files again. */
export async function forgetManifest(folder: string): Promise<void> {
  await Promise.all(FILES.map((file) => fs.rm(path.join(folder, file))));
}
