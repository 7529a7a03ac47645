import { promises as fs } from 'fs';
import * as path from 'path';
import { build, type Plugin } from 'esbuild';
import writeFileAtomic from 'write-file-atomic';
import { PROJECT } from '../../workspace/engine/prepare/folder';

/** A file's own place and name, as it knows them when it is run by itself. */
const inPlace: Plugin = {
  name: 'in-place',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => ({
      loader: 'ts',
      contents: (await fs.readFile(file, 'utf8'))
        .replace(/\b__dirname\b/g, JSON.stringify(path.dirname(file)))
        .replace(/\b__filename\b/g, JSON.stringify(file))
        .replace(/\brequire\.main === module\b/g, 'false'),
    }));
  },
};

/**
 * Makes `workspace/main.ts` and what it imports of this project one file of JavaScript: translating some 120 files again
 * at each of 150 starts takes a third of a start. It is made anew for every run, in a fraction of a second, so that it
 * cannot be older than the sources.
 *
 * @param program where it goes, as `test/prepareFor.js` says. It appears there in one step, also for another run that
 *   starts the one before it.
 */
export async function makeWorkspaceProgram(program = process.env.WORKSPACE_PROGRAM): Promise<void> {
  if (!program) {
    throw new Error('WORKSPACE_PROGRAM must say where the workspace for the tests goes.');
  }
  const { outputFiles } = await build({
    entryPoints: [path.join(PROJECT, 'workspace', 'main.ts')],
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    plugins: [inPlace],
    logLevel: 'silent',
  });
  await fs.mkdir(path.dirname(program), { recursive: true });
  await writeFileAtomic(program, outputFiles[0].text);
}
