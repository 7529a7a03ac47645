import { existsSync } from 'fs';
import * as path from 'path';
import { documentPaths, readDocument, ROOT } from './support/markdown';

const EXTERNAL = /^[a-z][a-z0-9+.-]*:/i;
/** A place in the source, such as `core/` or `adapters/settings.ts`, that is named without being linked. */
const IN_SOURCE =
  /^(?:core|adapters|conversation|endpoints|commands|interactions|views|workspace|scripts|bench|test|i18n|docs|\.ci)\/[\w./-]*$/;

const links = documentPaths().flatMap((file) => readDocument(file).links.map((link) => ({ file, link })));

test('the documents are found, and lead to each other', () => {
  expect(documentPaths()).toEqual(
    expect.arrayContaining(['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/admin.md']),
  );
  const linked = new Set(
    links.map(({ file, link }) => path.posix.join(path.posix.dirname(file), link.replace(/#.*/, ''))),
  );
  const notLinked = documentPaths().filter((file) => !file.startsWith('.github/') && !linked.has(file));
  // Everybody begins at the README.
  expect(notLinked.filter((file) => file !== 'README.md')).toEqual([]);
});

test.each(links.filter(({ link }) => !EXTERNAL.test(link)))('$file: $link leads somewhere', ({ file, link }) => {
  const [relative, anchor] = decodeURI(link).split('#');
  const target = relative === '' ? file : path.posix.join(path.posix.dirname(file), relative);
  expect(target).not.toMatch(/^\.\.|^\//);
  expect(existsSync(path.join(ROOT, target))).toBe(true);
  if (anchor !== undefined) {
    expect(target).toMatch(/\.md$/);
    expect(readDocument(target).anchors).toContain(anchor);
  }
});

test.each(links.filter(({ link }) => EXTERNAL.test(link)))('$file: $link has the form of a web address', ({ link }) => {
  const url = new URL(link);
  expect(url.protocol).toBe('https:');
  expect(url.hostname).toMatch(/\.[a-z]{2,}$/);
  expect(url.username + url.password).toBe('');
});

test.each(documentPaths())('%s hides no link in HTML, where it would not be followed here', (file) => {
  expect(readDocument(file).text.replace(/```.*?```/gs, '')).not.toMatch(/<(a|img)\b/i);
});

const places = documentPaths().flatMap((file) => {
  const named = readDocument(file).codeSpans.filter((code) => IN_SOURCE.test(code));
  return Array.from(new Set(named), (place) => ({ file, place }));
});

test.each(places)('$file: `$place` is there', ({ place }) => {
  expect(existsSync(path.join(ROOT, place))).toBe(true);
});
