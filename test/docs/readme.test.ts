import manifest from '../../app.json';
import { scripts } from '../../package.json';
import { documentPaths, readDocument } from './support/markdown';

const readme = readDocument('README.md');

test('the README stays short: at most 900 words, tables and samples included', () => {
  expect(readme.text.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(900);
});

test('it shows the flow, and the two commands that start and test everything', () => {
  expect(readme.blocks.map(({ language }) => language)).toContain('mermaid');
  const shell = readme.blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);
  expect(shell.join('\n')).toMatch(/^npm ci && npm start\b.*\nnpm ci && npm test\b/m);
});

test('it names the package that `npm run package` builds', () => {
  expect(readme.text).toContain(`dist/${manifest.nameSlug}_${manifest.version}.zip`);
});

test.each(documentPaths())('%s names only npm scripts that there are', (file) => {
  const named = Array.from(readDocument(file).text.matchAll(/\bnpm run ([a-z][a-z0-9:]*)/g), ([, name]) => name);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});
