import { createHash } from 'crypto';
import { promises as fs } from 'fs';
import * as path from 'path';
import writeFileAtomic from 'write-file-atomic';

export interface Keeping {
  /** Where it is kept, and nothing else is. */
  readonly folder: string;
  /** Everything that it is made of: files, and folders with all that is in them. */
  readonly inputs: readonly string[];
  /** Takes long. */
  readonly make: () => Promise<string>;
}

/**
 * A text that takes long to make, kept on disk for as long as its inputs have the same names and contents. What was kept
 * for others is removed. Where an input is missing, nothing is kept. Several may ask for it at once: each gets a whole one.
 *
 * @throws what `make` throws; then nothing is kept
 */
export async function kept({ folder, inputs, make }: Keeping): Promise<string> {
  const name = await digestOf(inputs).catch(() => undefined);
  if (name === undefined) {
    return make();
  }
  const file = path.join(folder, name);
  const found = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (found !== undefined) {
    return found;
  }
  const made = await make();
  // An input that was changed meanwhile may be in it, or not.
  if ((await digestOf(inputs).catch(() => undefined)) === name) {
    await store(file, made).catch(() => undefined); // it is made again the next time
  }
  return made;
}

async function store(file: string, text: string): Promise<void> {
  const folder = path.dirname(file);
  await fs.mkdir(folder, { recursive: true });
  await writeFileAtomic(file, text, { mode: 0o600 });
  const others = (await fs.readdir(folder)).filter((each) => !each.startsWith(path.basename(file)));
  await Promise.all(others.map((each) => fs.rm(path.join(folder, each), { force: true })));
}

/** Of the names and contents of all files. @throws Error when one of the inputs is missing */
async function digestOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(inputs.map(filesIn))).flat()) {
    const content = createHash('sha256').update(await fs.readFile(file));
    hash.update(`${file}\0${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}

async function filesIn(input: string): Promise<string[]> {
  if (!(await fs.stat(input)).isDirectory()) {
    return [input];
  }
  const names = (await fs.readdir(input)).sort();
  return (await Promise.all(names.map((name) => filesIn(path.join(input, name))))).flat();
}
