import { createHash } from 'crypto';
import { build } from 'esbuild';
import { join, relative } from 'path';
import { PROJECT } from '../../engine/prepare/folder';
import { kept } from '../../kept';

export interface Bundle {
  readonly script: string;
  readonly style: string;
  /** Of both: another page has another one. */
  readonly hash: string;
}

const WEB = join(__dirname, '..');
const ENTRY = join(WEB, 'page', 'index.tsx');
/** What the page shares with the workspace, besides types. */
const SHARED = join(PROJECT, 'workspace', 'state', 'licence.ts');
/** All that the page is made of: its sources with this file, how they are to be read, and which libraries are installed. */
const INPUTS = [
  WEB,
  SHARED,
  ...['package.json', 'tsconfig.json', 'node_modules/.package-lock.json'].map((file) => join(PROJECT, file)),
];
let bundled: Promise<Bundle> | undefined;

/** Script and style of the page, made once for these sources. It takes a second or two, and needs no network. */
export function bundle(): Promise<Bundle> {
  bundled ??= kept({ folder: join(PROJECT, '.cache', 'page'), inputs: INPUTS, make })
    .then((text) => JSON.parse(text) as Bundle)
    .catch((error: Error) => {
      bundled = undefined;
      throw error;
    });
  return bundled;
}

/** @throws Error when the page is made of something that `INPUTS` does not name: what is kept could be out of date then */
async function make(): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints: [ENTRY],
    outdir: 'page',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Every browser of today reads WOFF2; the style sheets name older formats besides.
    loader: { '.woff2': 'dataurl', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
    logLevel: 'silent',
  });
  const strangers = Object.keys(metafile.inputs).filter((file) => !isOfLibrary(file) && !isOfPage(join(PROJECT, file)));
  if (strangers.length > 0) {
    throw new Error(`The page imports what is not named as its input: ${strangers.join(', ')}`);
  }
  const part = (suffix: string): string => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  const [script, style] = [part('.js'), part('.css')];
  const hash = createHash('sha256').update(script).update(style).digest('hex').slice(0, 16);
  return JSON.stringify({ script, style, hash } satisfies Bundle);
}

const isOfLibrary = (file: string): boolean => file.split('/').includes('node_modules');
const isOfPage = (file: string): boolean => file === SHARED || !relative(WEB, file).startsWith('..');
