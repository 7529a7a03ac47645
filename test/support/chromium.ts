import { execFile } from 'child_process';
import { existsSync } from 'fs';
import { type Browser, chromium } from 'playwright-core';
import { promisify } from 'util';

/** Where Chromium and its relatives are, on Linux and macOS, when they were installed as usual. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/**
 * Those of the package's own arguments that a browser without a screen needs. The others are for servers without any
 * memory: they put everything into one process and switch the browser's protections off. The page is drawn without a
 * graphics processor: imitating one takes a fifth of all the processor time.
 */
const ARGUMENTS = ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'];
const HELP = `No Chromium could be started. Install one (Debian, Ubuntu: apt-get install chromium; macOS: Google Chrome), and
if it is not found, say where it is: CHROMIUM=/path/to/chromium`;

type Candidate = () => Promise<string>;

/**
 * Starts Chromium: the one that `CHROMIUM` names and no other or, without that, the one inside the npm package (Linux on
 * x64), or else an installed one.
 *
 * @throws Error that says what to install, and why each one that was tried did not start
 */
export async function launchChromium({ CHROMIUM }: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const problems: string[] = [];
  for (const candidate of CHROMIUM === undefined ? usual() : [() => Promise.resolve(CHROMIUM)]) {
    try {
      return await chromium.launch({ executablePath: await candidate(), args: ARGUMENTS });
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  throw new Error([HELP, ...problems].join('\n\n'));
}

function usual(): Candidate[] {
  const packaged = process.platform === 'linux' && process.arch === 'x64' ? [packagedChromium] : [];
  return [...packaged, ...INSTALLED.filter((path) => existsSync(path)).map((path) => () => Promise.resolve(path))];
}

/** The package is an ES module, which jest cannot load; unpacking takes a second the first time. */
async function packagedChromium(): Promise<string> {
  const script = "import('@sparticuz/chromium').then(async (it) => console.log(await it.default.executablePath()))";
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  return stdout.trim();
}
