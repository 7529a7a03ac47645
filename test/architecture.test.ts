import { readdirSync, readFileSync } from 'fs';
import { dirname, join, normalize, relative } from 'path';

const root = join(__dirname, '..');
const ROOMS = ['core', 'adapters', 'endpoints', 'commands', 'interactions', 'views', 'workspace', 'scripts', 'bench'];
/** What each room of the app may import; the development rooms may import the app, never the other way round. */
const ALLOWED: Record<string, string[]> = {
  core: ['core'],
  adapters: ['adapters', 'core', 'views'],
  views: ['views', 'core'],
  endpoints: ['endpoints', 'adapters', 'core', 'views'],
  // A command begins what an interaction goes on with.
  commands: ['commands', 'interactions', 'adapters', 'core', 'views'],
  interactions: ['interactions', 'adapters', 'core', 'views'],
};

function sourcesIn(room: string): string[] {
  try {
    return readdirSync(join(root, room), { withFileTypes: true }).flatMap((entry) => {
      const path = join(room, entry.name);
      return entry.isDirectory() ? sourcesIn(path) : path.endsWith('.ts') ? [path] : [];
    });
  } catch {
    return [];
  }
}

const importsOf = (file: string): string[] =>
  Array.from(readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/g), ([, name]) => name);

const sources = Object.keys(ALLOWED).flatMap(sourcesIn);

test('the rooms of the app have sources', () => {
  expect(sources.length).toBeGreaterThan(10);
});

test.each(sources)('%s imports only what its room may', (file) => {
  const [room] = file.split('/');
  for (const name of importsOf(file)) {
    if (name.startsWith('.')) {
      const [target] = relative(root, normalize(join(root, dirname(file), name))).split('/');
      expect(ROOMS.includes(target) ? ALLOWED[room] : [target]).toContain(target);
    } else if (room === 'core') {
      expect(['url', 'crypto']).toContain(name);
    } else {
      expect(name).toMatch(/^(@rocket\.chat\/(apps-engine\/definition\/|ui-kit$)|crypto$|url$)/);
    }
  }
});

test.each(sourcesIn('core'))('%s reads no clock and makes no randomness', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).not.toMatch(
    /Date\.now|new Date\(\)|Math\.random|randomBytes|console\./,
  );
});

test.each(sources)('%s keeps no mutable state (invariant 7)', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/^(export )?(let|var) /m);
});
