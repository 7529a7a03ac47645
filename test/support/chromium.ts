import { execFile } from 'child_process';
import { existsSync } from 'fs';
import { type Browser, chromium } from 'playwright-core';
import { promisify } from 'util';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/**
 * Those of the package's own arguments that a browser without a screen needs. The others are for servers without any
 * memory: they put everything into one process and switch the browser's protections off.
 */
const ARGUMENTS = ['--no-sandbox', '--font-render-hinting=none', '--use-gl=angle', '--use-angle=swiftshader'];

/** Starts Chromium: the one that `CHROMIUM` names, the one inside the npm package (Linux), or an installed one. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: ARGUMENTS });
}

async function chromiumPath(): Promise<string> {
  if (process.env.CHROMIUM !== undefined) {
    return process.env.CHROMIUM;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return packagedChromium();
  }
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed === undefined) {
    throw new Error('The browser tests need Chromium. Install it, and say where it is: CHROMIUM=/path/to/chromium');
  }
  return installed;
}

/** The package is an ES module, which jest cannot load; unpacking takes a second the first time. */
async function packagedChromium(): Promise<string> {
  const script = "import('@sparticuz/chromium').then(async (it) => console.log(await it.default.executablePath()))";
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  return stdout.trim();
}
