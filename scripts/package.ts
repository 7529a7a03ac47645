/**
 * `npm run package`: builds `dist/session-logout_<version>.zip` with the official `rc-apps` command.
 *
 * The command compiles every `.ts` below its working directory, so it runs in a staged copy that holds the app alone,
 * as one module.
 */
import { execFile } from 'child_process';
import { createHash } from 'crypto';
import { promises as fs, rmSync } from 'fs';
import { build } from 'esbuild';
import * as path from 'path';
import writeFileAtomic from 'write-file-atomic';
import { LIMITS } from '../core/shared/limits';
import { fill } from '../views/texts/catalogue';
import { APP_ROOMS } from './rooms';

const PROJECT = path.resolve(__dirname, '..');

/**
 * Written to the zip's `requiredApiVersion`: `rc-apps` copies it from the engine entry of the staged `package.json`.
 * An exact version there would make the app refuse to install on every other server.
 */
const SUPPORTED_ENGINES = '^1.41.0';

/** What of the app is not TypeScript; the folders of its code are those that `tsconfig.json` includes. */
const MANIFEST_ENTRIES = ['app.json', 'icon.png', 'i18n'];

export interface PackageOptions {
  /** The folder of the app; default: this project. */
  source?: string;
  /** What of that folder belongs into the package; what does not exist is left out. */
  entries?: readonly string[];
  /** Where the zip goes; default: `dist/` of this project. */
  destination?: string;
}

interface AppManifest {
  nameSlug: string;
  version: string;
  classFile: string;
}

/** Thrown when `rc-apps` refuses the app; the message holds what the compiler said. */
export class PackagingError extends Error {
  constructor(output: string) {
    super(`rc-apps could not package the app:\n${output}`);
    this.name = 'PackagingError';
  }
}

/**
 * Packages an app, unless the zip of exactly these sources is there already.
 * Two may do it at once, in one process or in several: each builds in a folder of its own and puts its result in place in
 * one step.
 *
 * @returns the path of the zip
 * @throws {PackagingError} when the app does not compile
 */
export async function packageApp(options: PackageOptions = {}): Promise<string> {
  const { source = PROJECT, entries = [...APP_ROOMS, ...MANIFEST_ENTRIES] } = options;
  const { destination = path.join(PROJECT, 'dist') } = options;
  const files = await listFiles(source, entries);
  const manifest = await readManifest(source);
  const { nameSlug, version } = manifest;
  const zip = path.join(destination, `${nameSlug}_${version}.zip`);
  const stampFile = path.join(PROJECT, '.cache', 'package', `${nameSlug}_${version}.json`);

  const inputs = await digestOf([...files.map((file) => path.join(source, file)), __filename]);
  if (await isFresh(stampFile, zip, inputs)) {
    return zip;
  }

  const cache = path.join(PROJECT, '.cache');
  await fs.mkdir(cache, { recursive: true });
  const stage = await fs.mkdtemp(path.join(cache, 'stage-'));
  const abandon = (): void => rmSync(stage, { recursive: true, force: true });
  process.once('exit', abandon);
  try {
    await stageApp(source, files, stage, manifest);
    await runPackager(stage);
    await putInPlace(zip, await fs.readFile(path.join(stage, 'dist', path.basename(zip))));
  } finally {
    process.off('exit', abandon);
    abandon();
  }
  await putInPlace(stampFile, JSON.stringify({ inputs, zip: await digestOf([zip]) }));
  return zip;
}

async function readManifest(source: string): Promise<AppManifest> {
  return JSON.parse(await fs.readFile(path.join(source, 'app.json'), 'utf8')) as AppManifest;
}

/** All files of the entries that exist, relative to `root`, sorted. */
async function listFiles(root: string, entries: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of entries) {
    const stat = await fs.stat(path.join(root, entry)).catch(() => undefined);
    if (stat?.isDirectory()) {
      const children = await fs.readdir(path.join(root, entry));
      found.push(
        ...(await listFiles(
          root,
          children.map((child) => path.join(entry, child)),
        )),
      );
    } else if (stat) {
      found.push(entry);
    }
  }
  return found.sort();
}

async function digestOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${path.basename(file)}\0`).update(await fs.readFile(file));
  }
  return hash.digest('hex');
}

async function isFresh(stampFile: string, zip: string, inputs: string): Promise<boolean> {
  try {
    const stamp = JSON.parse(await fs.readFile(stampFile, 'utf8')) as { inputs: string; zip: string };
    return stamp.inputs === inputs && stamp.zip === (await digestOf([zip]));
  } catch {
    return false; // never packaged, or the zip is gone: package it
  }
}

async function stageApp(source: string, files: readonly string[], stage: string, app: AppManifest): Promise<void> {
  for (const file of files.filter((each) => !each.endsWith('.ts'))) {
    await fs.mkdir(path.dirname(path.join(stage, file)), { recursive: true });
    await fs.writeFile(path.join(stage, file), await contentOf(path.join(source, file)));
  }
  await fs.writeFile(path.join(stage, app.classFile), await bundle(path.join(source, app.classFile)));
  const manifest = {
    name: app.nameSlug,
    version: app.version,
    devDependencies: { '@rocket.chat/apps-engine': SUPPORTED_ENGINES },
  };
  await fs.writeFile(path.join(stage, 'package.json'), JSON.stringify(manifest, null, 2));
  await fs.symlink(path.join(PROJECT, 'node_modules'), path.join(stage, 'node_modules'), 'dir');
}

/** A file as it goes into the package: the host shows the texts of `i18n/` as they are, so the limits are put in now. */
async function contentOf(file: string): Promise<string | Buffer> {
  const content = await fs.readFile(file);
  return path.basename(path.dirname(file)) === 'i18n' ? fill(content.toString('utf8'), LIMITS) : content;
}

/**
 * Makes the app one module. Engines up to 1.42 run every module in a virtual machine of its own, between which a class
 * is not the same class any more: neither `instanceof` nor `extends` can be relied on across modules there.
 */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'silent',
    external: ['@rocket.chat/*'],
  }).catch((error: Error) => {
    throw new PackagingError(error.message);
  });
  // The types were checked where they still are: `npm run check`.
  return `// @ts-nocheck\n${outputFiles[0].text}`;
}

async function runPackager(stage: string): Promise<void> {
  const command = path.join(PROJECT, 'node_modules', '@rocket.chat', 'apps-cli', 'bin', 'run');
  await new Promise<void>((resolve, reject) => {
    const options = { cwd: stage, env: { ...process.env, FORCE_COLOR: '0', CI: 'true' } };
    const child = execFile(process.execPath, [command, 'package'], options, (error, stdout, stderr) => {
      process.off('exit', stop);
      if (error) {
        reject(new PackagingError(`${stdout}${stderr}`.trim() || error.message));
      } else {
        resolve();
      }
    });
    const stop = (): void => void child.kill();
    process.once('exit', stop);
  });
}

/** In one step, for whoever reads the old file meanwhile, or writes it as well. */
async function putInPlace(file: string, content: string | Buffer): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, content);
}

if (require.main === module) {
  packageApp()
    .then((zip) => console.log(path.relative(process.cwd(), zip)))
    .catch((error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
}
