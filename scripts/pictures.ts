/**
 * `npm run pictures`: makes `docs/images/*.png` from the page of the embedded workspace, and writes what can be read in
 * each of them into `docs/images/shown.json`, by which a test sees that they are out of date.
 */
import { promises as fs } from 'fs';
import * as path from 'path';
import { format } from 'prettier';
import { launchChromium } from '../test/support/chromium';
import { WorkspaceProcess } from '../workspace/client/workspaceProcess';
import { packageApp } from './package';
import { playScenes } from './pictures/scenes';

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
      await scene.element.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      shown[scene.name] = scene.shown;
      const { size } = await fs.stat(file);
      console.log(`${path.relative(process.cwd(), file)}: ${Math.ceil(size / 1024)} kB`);
    });
    const text = await format(JSON.stringify(shown), { parser: 'json', printWidth: 120 });
    await fs.writeFile(path.join(FOLDER, 'shown.json'), text);
  } finally {
    await browser.close();
    await workspace.stop();
  }
}

main().catch((error: Error) => {
  console.error(`\nnpm run pictures: ${error.message}`);
  process.exitCode = 1;
});
