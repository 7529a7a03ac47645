import { readFileSync, statSync } from 'fs';
import * as path from 'path';
import { PICTURES, playScenes } from '../../scripts/pictures/scenes';
import { WorkspaceProcess } from '../../workspace/client/workspaceProcess';
import { documentPaths, readDocument, ROOT } from '../docs/support/markdown';
import { launchChromium } from '../support/chromium';

const FOLDER = path.join(ROOT, 'docs', 'images');
const MOST_BYTES = 250 * 1024;

test('the pictures show what the page shows now; otherwise: npm run pictures', async () => {
  const workspace = await WorkspaceProcess.start();
  const browser = await launchChromium();
  const shown: Record<string, readonly string[]> = {};
  try {
    await playScenes(browser, workspace.url, async (scene) => {
      shown[scene.name] = scene.shown;
    });
  } finally {
    await browser.close();
    await workspace.stop();
  }
  expect(JSON.parse(readFileSync(path.join(FOLDER, 'shown.json'), 'utf8'))).toEqual(shown);
});

describe.each(PICTURES)('the picture %s', (name) => {
  const file = path.join(FOLDER, `${name}.png`);

  test('is there, twice as large as on the screen, and small enough to be looked at', () => {
    const width = readFileSync(file).readUInt32BE(16);
    expect(width).toBeGreaterThan(1000);
    expect(width % 2).toBe(0);
    expect(statSync(file).size).toBeLessThan(MOST_BYTES);
  });

  test('is shown by a document, which says in words what is in it', () => {
    const alternatives = documentPaths().flatMap((document) =>
      Array.from(readDocument(document).text.matchAll(/!\[([^\]]*)\]\([^)]*\bimages\/(\w+)\.png\)/g)),
    );
    const texts = alternatives.flatMap(([, text, picture]) => (picture === name ? [text] : []));
    expect(texts.length).toBeGreaterThan(0);
    texts.forEach((text) => expect(text.split(' ').length).toBeGreaterThan(5));
  });
});
