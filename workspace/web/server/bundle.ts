import { createHash } from 'crypto';
import { build } from 'esbuild';
import { join } from 'path';

export interface Bundle {
  readonly script: string;
  readonly style: string;
  /** Of both: another page has another one. */
  readonly hash: string;
}

const ENTRY = join(__dirname, '..', 'page', 'index.tsx');
let bundled: Promise<Bundle> | undefined;

/** Script and style of the page, made once for this process. It takes a second or two, and needs no network. */
export function bundle(): Promise<Bundle> {
  bundled ??= make().catch((error: Error) => {
    bundled = undefined;
    throw error;
  });
  return bundled;
}

async function make(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    outdir: 'page',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Every browser of today reads WOFF2; the style sheets name older formats besides.
    loader: { '.woff2': 'dataurl', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
    logLevel: 'silent',
  });
  const part = (suffix: string): string => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  const [script, style] = [part('.js'), part('.css')];
  return { script, style, hash: createHash('sha256').update(script).update(style).digest('hex').slice(0, 16) };
}
