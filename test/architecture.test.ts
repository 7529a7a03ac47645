import { readdirSync, readFileSync } from 'fs';
import { dirname, join, normalize, relative } from 'path';
import { APP_ROOMS } from '../scripts/rooms';

const root = join(__dirname, '..');
/** What each room of the app may import, besides itself. Development rooms may import the app, never the reverse. */
const ALLOWED: Record<string, string[]> = {
  core: [],
  adapters: ['core'],
  views: ['core'],
  conversation: ['adapters', 'core', 'views'],
  endpoints: ['conversation', 'adapters', 'core', 'views'],
  commands: ['conversation', 'adapters', 'core', 'views'],
  interactions: ['conversation', 'adapters', 'core', 'views'],
  jobs: ['conversation', 'adapters', 'core', 'views'],
};
/** What each room of the rules may import, besides itself. */
const ALLOWED_IN_CORE: Record<string, string[]> = {
  shared: [],
  brake: ['shared'],
  caller: ['brake', 'shared'],
  audit: ['caller', 'shared'],
  alarm: ['audit', 'caller', 'shared'],
  logout: ['alarm', 'audit', 'brake', 'caller', 'shared'],
  connection: ['audit', 'caller', 'shared'],
  find: ['logout', 'audit', 'caller', 'shared'],
  many: ['find', 'logout', 'audit', 'caller', 'shared'],
  oversight: ['many', 'find', 'connection', 'logout', 'alarm', 'audit', 'brake', 'caller', 'shared'],
  chat: ['oversight', 'many', 'find', 'connection', 'logout', 'alarm', 'audit', 'brake', 'caller', 'shared'],
};

function sourcesIn(room: string): string[] {
  return readdirSync(join(root, room), { withFileTypes: true }).flatMap((entry) => {
    const path = join(room, entry.name);
    return entry.isDirectory() ? sourcesIn(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const importsOf = (file: string): string[] => Array.from(textOf(file).matchAll(/from '([^']+)'/g), ([, name]) => name);
/** The files of the project that a file imports, as paths from its root. */
const relativesOf = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(root, normalize(join(root, dirname(file), name))));

const folders = APP_ROOMS.filter((room) => !room.endsWith('.ts'));
const sources = folders.flatMap(sourcesIn);

test('every room of the app has sources, and is known here', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect([...folders].sort()).toEqual(Object.keys(ALLOWED).sort());
});

test.each(sources)('%s imports only what its room may', (file) => {
  const [room] = file.split('/');
  for (const target of relativesOf(file)) {
    expect([room, ...ALLOWED[room]]).toContain(target.split('/')[0]);
  }
  for (const name of importsOf(file).filter((each) => !each.startsWith('.'))) {
    expect(name).toMatch(
      room === 'core' ? /^(crypto|url)$/ : /^(@rocket\.chat\/(apps-engine\/definition\/|ui-kit$)|crypto$|url$)/,
    );
  }
});

test.each(sourcesIn('core'))('%s imports only what its room of the rules may', (file) => {
  const [, room] = file.split('/');
  for (const target of relativesOf(file)) {
    expect([room, ...ALLOWED_IN_CORE[room]]).toContain(target.split('/')[1]);
  }
});

test('no files import each other in a circle', () => {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    expect(way).not.toContain(file);
    if (!done.has(file)) {
      relativesOf(file).forEach((target) => visit(`${target}.ts`, [...way, file]));
      done.add(file);
    }
  };
  ['SessionLogoutApp.ts', ...sources].forEach((file) => visit(file, []));
  expect(done.size).toBeGreaterThan(50);
});

test.each(sourcesIn('core'))('%s has its test beside its mirror, unless it only declares', (file) => {
  const declares = !/^export (async )?function|^export class/m.test(textOf(file));
  const tests = sourcesIn('test/core');
  expect(declares || tests.includes(`test/${file.replace(/\.ts$/, '.test.ts')}`)).toBe(true);
});

test.each(sourcesIn('core'))('%s reads no clock and makes no randomness', (file) => {
  expect(textOf(file)).not.toMatch(/Date\.now|new Date\(\)|Math\.random|randomBytes|console\./);
});

test.each(sources)('%s keeps no mutable state (invariant 7)', (file) => {
  expect(textOf(file)).not.toMatch(/^(export )?(let|var) /m);
});

test.each(sources.filter((file) => file !== 'adapters/lookup.ts'))(
  '%s looks up no person, room or message by itself (invariant 8)',
  (file) => {
    expect(textOf(file)).not.toMatch(/get(User|Room|Message)Reader/);
  },
);

test.each(sources)('%s writes no setting: on engines before 1.57 that would switch the app off', (file) => {
  expect(textOf(file)).not.toMatch(/environmentWriter|getEnvironmentWriter|updateValue|IEnvironmentWrite/);
});
