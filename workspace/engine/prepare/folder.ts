import { promises as fs, rmSync } from 'fs';
import * as path from 'path';

/** The project's root, whatever the working directory is. */
export const PROJECT = path.resolve(__dirname, '..', '..', '..');

/** Where everything is put that can be made again. */
export const ENGINE_CACHE = path.join(PROJECT, '.cache', 'engine');

/** Tells a person what is being done; one short line per call. */
export type Progress = (line: string) => void;

/**
 * Makes a folder once. It appears complete or not at all: it is built under another name, then renamed.
 * When two processes build it at once, the second to finish throws its own copy away.
 *
 * @param build fills the folder it is given; when it throws, nothing is left behind.
 * @returns the path of the folder
 */
export async function folderOnce(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(ENGINE_CACHE, name);
  if (await exists(folder)) {
    return folder;
  }
  await fs.mkdir(ENGINE_CACHE, { recursive: true });
  const unfinished = await fs.mkdtemp(path.join(ENGINE_CACHE, 'unfinished-'));
  const abandon = (): void => rmSync(unfinished, { recursive: true, force: true });
  process.once('exit', abandon);
  try {
    await build(unfinished);
    await fs.rename(unfinished, folder);
  } catch (error) {
    abandon();
    if (!(await exists(folder))) {
      throw error;
    }
  } finally {
    process.off('exit', abandon);
  }
  return folder;
}

async function exists(folder: string): Promise<boolean> {
  return fs.stat(folder).then(
    () => true,
    () => false,
  );
}
