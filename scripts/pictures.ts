/**
 * `npm run pictures`: makes `docs/images/*.png` from the page of the embedded workspace, and writes what can be read in
 * each of them into `docs/images/shown.json`, by which a test sees that they are out of date.
 */
import { promises as fs } from 'fs';
import * as path from 'path';
import { format } from 'prettier';
import UPNG from 'upng-js';
import { launchChromium } from '../test/support/chromium';
import { WorkspaceProcess } from '../workspace/client/workspaceProcess';
import { packageApp } from './package';
import { playScenes } from './pictures/scenes';

const COLOURS = 256;
const FOLDER = path.resolve(__dirname, '..', 'docs', 'images');

async function main(): Promise<void> {
  const shown: Record<string, readonly string[]> = {};
  await packageApp();
  const workspace = await WorkspaceProcess.start();
  const browser = await launchChromium();
  try {
    await fs.mkdir(FOLDER, { recursive: true });
    await playScenes(browser, workspace.url, async (scene) => {
      const file = path.join(FOLDER, `${scene.name}.png`);
      const picture = withFewColours(await scene.element.screenshot({ animations: 'disabled', caret: 'hide' }));
      await fs.writeFile(file, picture);
      shown[scene.name] = scene.shown;
      console.log(`${path.relative(process.cwd(), file)}: ${Math.ceil(picture.length / 1024)} kB`);
    });
    const text = await format(JSON.stringify(shown), { parser: 'json', printWidth: 120 });
    await fs.writeFile(path.join(FOLDER, 'shown.json'), text);
  } finally {
    await browser.close();
    await workspace.stop();
  }
}

/** The same picture with a palette: less than half as large, and no difference to be seen. */
function withFewColours(png: Buffer): Buffer {
  const { width, height, ...image } = UPNG.decode(png);
  const frames = UPNG.toRGBA8({ width, height, ...image });
  return Buffer.from(UPNG.encode(frames, width, height, COLOURS));
}

main().catch((error: Error) => {
  console.error(`\nnpm run pictures: ${error.message}`);
  process.exitCode = 1;
});
